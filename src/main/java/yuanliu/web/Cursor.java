package yuanliu.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Where a page ended: the values by which the list is ordered, of the last thing shown, and a mark of the list they
/// belong to, so that a cursor of one list is not taken for a place in another.
///
/// @param values the ordering values of the last thing shown, the last of them unique
public record Cursor(List<String> values) {

    private static final String VERSION = "1";
    private static final char BORDER = '\u001f';

    public Cursor {
        values = List.copyOf(values);
    }

    public static Cursor at(Object... values) {
        return new Cursor(Arrays.stream(values).map(String::valueOf).toList());
    }

    String encodedFor(String list) {
        var parts = new ArrayList<String>();
        parts.add(VERSION);
        parts.add(mark(list));
        parts.addAll(values);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(String.valueOf(BORDER), parts).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decoded(String cursor, String list) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = List.of(text.split(String.valueOf(BORDER), -1));
            if (parts.size() > 2 && parts.get(0).equals(VERSION) && parts.get(1).equals(mark(list))) {
                return new Cursor(parts.subList(2, parts.size()));
            }
        } catch (IllegalArgumentException notOurs) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static String mark(String list) {
        return Integer.toHexString(list.hashCode());
    }

    private static BadRequest unreadable() {
        return new BadRequest("参数 after 不是本列表给出的游标");
    }
}
