package yuanliu.standards;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// By what name a code list goes, in one form however it was written: `GB/T 2261.1`, `GBT2261.1-2003` and
/// `《性别代码》(ＧＢ／Ｔ ２２６１．１—２００３)` are one list, the latter two in an edition. Whether a standard is recommended (`/T`)
/// is left out: GB and GB/T count their numbers together, and lists changed from one to the other.
///
/// @param key     the standard's number, or the whole text where it names no standard or several
/// @param edition its year; null when none is said
record CodeListName(String key, @Nullable String edition) {

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![A-Z0-9])(DB\\d{2,4}|[A-Z]{2})(?:/?[TZ])?(\\d++(?:\\.\\d++)*+)(?:[-:](\\d{4}|\\d{2})(?!\\d)|(?![-:]\\d))");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\u2212\u2500]+");
    private static final Pattern QUOTES = Pattern.compile("[《》“”\"]");

    static CodeListName of(String written) {
        var text = QUOTES.matcher(DASH.matcher(Codes.key(written).toUpperCase(Locale.ROOT))
                        .replaceAll("-"))
                .replaceAll("");
        var found = NUMBER.matcher(text);
        if (!found.find()) {
            return new CodeListName(text, null);
        }
        var name = new CodeListName(found.group(1) + found.group(2), year(found.group(3)));
        return found.find() ? new CodeListName(text, null) : name;
    }

    /// Editions before 1995 were written with two digits.
    private static @Nullable String year(@Nullable String edition) {
        return edition == null || edition.length() == 4 ? edition : "19" + edition;
    }
}
