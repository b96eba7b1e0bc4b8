package yuanliu.duplicates.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import yuanliu.web.Codes;

/// A name in the form in which names are compared: NFKC, without blanks and punctuation, in lower case.
///
/// @param whole    the name without what stands in brackets
/// @param bare     without digits at its end: those that a spreadsheet adds when a cell is dragged down
/// @param brackets what stands in brackets, each in the same form
public record FieldName(String whole, String bare, List<String> brackets) {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[{<【〔《「]([^()\\[\\]{}<>【】〔〕《》「」]*)[)\\]}>】〕》」]");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{S}]+");
    private static final Pattern DRAGGED = Pattern.compile("(.*\\p{IsHan})[0-9]{1,2}");

    public FieldName {
        brackets = List.copyOf(brackets);
    }

    public static FieldName of(String name) {
        var key = Codes.key(name).toLowerCase(Locale.ROOT);
        var brackets = new ArrayList<String>();
        var inner = BRACKETS.matcher(key);
        while (inner.find()) {
            var content = letters(inner.group(1));
            if (!content.isEmpty()) {
                brackets.add(content);
            }
        }
        var outside = letters(inner.replaceAll(""));
        var whole = outside.isEmpty() ? letters(key) : outside;
        var dragged = DRAGGED.matcher(whole);
        return new FieldName(whole, dragged.matches() ? dragged.group(1) : whole, brackets);
    }

    /// A physical name as it is compared: lower case, letters and digits alone.
    static String column(String physicalName) {
        return letters(Codes.key(physicalName).toLowerCase(Locale.ROOT));
    }

    private static String letters(String text) {
        return PUNCTUATION.matcher(text).replaceAll("");
    }
}
