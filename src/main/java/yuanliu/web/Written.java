package yuanliu.web;

import org.jspecify.annotations.Nullable;

/// What people write into a request.
public final class Written {

    /// How long a name may be, in characters.
    public static final int LONGEST_NAME = 200;

    /// How long what is told may be, in characters.
    public static final int LONGEST_TEXT = 2_000;

    private Written() {}

    /// Without blanks around it; null when nothing is left.
    public static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /// @param most in characters
    /// @throws BadRequest when it is longer
    public static void refuseLong(String name, @Nullable String text, int most) {
        if (text == null) {
            return;
        }
        var length = text.codePointCount(0, text.length());
        if (length > most) {
            throw new BadRequest("%s 最长 %d 字，收到 %d 字".formatted(name, most, length));
        }
    }

    /// @throws BadRequest when nobody is named, or at too great length
    public static void requireBy(String by) {
        if (by.isEmpty()) {
            throw new BadRequest("请在 by 中写明由何人或何处办理");
        }
        refuseLong("by", by, LONGEST_NAME);
    }
}
