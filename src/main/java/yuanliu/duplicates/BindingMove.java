package yuanliu.duplicates;

import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;

/// What somebody decides of what a field is, as they say it.
///
/// @param version   which they saw
/// @param element   code of the element; as proposed when not said
/// @param subject   as proposed when not said, none when empty
/// @param qualifier likewise
/// @param by        a person's or office's name
/// @param document  the number of the paper that says so
record BindingMove(
        String field,
        long version,
        @Nullable String element,
        @Nullable String subject,
        @Nullable String qualifier,
        String by,
        String reason,
        @Nullable String document) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_000;

    BindingMove {
        by = by.strip();
        reason = reason.strip();
        document = document == null || document.isBlank() ? null : document.strip();
        element = element == null || element.isBlank() ? null : element.strip();
    }

    /// @throws BadRequest when it does not say who and why, or says too much
    void check() {
        if (by.isEmpty()) {
            throw new BadRequest("请在 by 中写明由何人或何处决定");
        }
        if (reason.isEmpty()) {
            throw new BadRequest("请在 reason 中写明理由");
        }
        refuseLong("by", by, LONGEST_NAME);
        refuseLong("reason", reason, LONGEST_TEXT);
        refuseLong("document", document, LONGEST_NAME);
        refuseLong("subject", subject, LONGEST_NAME);
        refuseLong("qualifier", qualifier, LONGEST_NAME);
    }

    private static void refuseLong(String name, @Nullable String text, int most) {
        if (text != null && text.codePointCount(0, text.length()) > most) {
            throw new BadRequest("%s 最长 %d 字，收到 %d 字".formatted(name, most, text.codePointCount(0, text.length())));
        }
    }
}
