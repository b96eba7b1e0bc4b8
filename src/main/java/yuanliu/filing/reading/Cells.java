package yuanliu.filing.reading;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import yuanliu.web.Codes;

/// How the text of a cell is compared and read.
///
/// - **Dates**: 2017-11-10, 2017/11/10, 2017.11.10, 2017年11月10日, 20171110, each with a time behind it, which is cut;
///   an Excel serial of five digits (10000 is 1927-05-18, 99999 is 2173-10-13) or 2958465 (9999-12-31). Shorter
///   numbers are years rather than days, and a month is no day: 2017 and 2017年11月 cannot be read, nothing is guessed.
/// - **Whole numbers**: 1234, 1,234, 1234.0; at most 18 digits, not negative.
/// - **Shares**: 0.9 and 90% are the same, both from 0 to 1.
/// - **Flags**: 是, Y, yes, true, 1 and 否, N, no, false, 0, in any case.
/// - **Words**: those of the column, compared without blanks; nothing short for them.
///
/// Full-width digits and letters are read like the others.
public final class Cells {

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\u0085\\u2028\\u2029]+");
    private static final String TIME =
            "(?:(?:T|\\s*(?:上午|下午)|\\s+)\\s*\\d{1,2}(?:[:时]\\d{1,2}(?:[:分]\\d{1,2}(?:\\.\\d+)?)?)?[时分秒]?(?:Z|[+-]\\d{2}:?\\d{2})?)?";
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*([-/.年])\\s*(\\d{1,2})\\s*([-/.月])\\s*(\\d{1,2})\\s*日?" + TIME);
    private static final Pattern COMPACT_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})" + TIME);
    private static final Pattern SERIAL = Pattern.compile("([1-9]\\d{4}|2958465)(?:\\.\\d+)?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,18}|\\d{1,3}(?:,\\d{3}){1,5})(?:\\.0+)?");
    private static final Pattern SHARE =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,30})?|\\.\\d{1,30})(?:[eE]-?\\d{1,2})?(\\s*%)?");
    private static final Pattern SEPARATORS = Pattern.compile("[、;；,，]");

    private static final Set<String> SECRET = Set.of("涉密", "秘密", "机密", "绝密");

    private Cells() {}

    /// Trimmed, NFKC-normalised and stripped of line breaks.
    public static String compared(String cell) {
        if (isPlain(cell)) {
            return cell.strip();
        }
        var normalised = Normalizer.isNormalized(cell, Normalizer.Form.NFKC)
                ? cell
                : Normalizer.normalize(cell, Normalizer.Form.NFKC);
        return strip(LINE_BREAKS.matcher(normalised).replaceAll(""));
    }

    /// ASCII without control characters and the common Chinese characters are what they are: most cells of big files
    /// are.
    private static boolean isPlain(String cell) {
        for (var at = 0; at < cell.length(); at++) {
            var character = cell.charAt(at);
            if ((character < ' ' || character > '~') && (character < 0x4E00 || character > 0x9FFF)) {
                return false;
            }
        }
        return true;
    }

    /// Also without the byte order mark that copied text begins with, which `strip` takes for a letter.
    private static String strip(String text) {
        var stripped = text.strip();
        while (!stripped.isEmpty() && isInvisible(stripped.charAt(0))) {
            stripped = stripped.substring(1).strip();
        }
        while (!stripped.isEmpty() && isInvisible(stripped.charAt(stripped.length() - 1))) {
            stripped = stripped.substring(0, stripped.length() - 1).strip();
        }
        return stripped;
    }

    private static boolean isInvisible(char character) {
        return character == '\uFEFF' || character == '\u200B' || character == '\u0000';
    }

    public static boolean isBlank(String cell) {
        if (cell.isEmpty()) {
            return true;
        }
        var first = cell.charAt(0);
        return (first <= ' ' || first > '~') && compared(cell).isEmpty();
    }

    /// Reads the cell as its column's type asks; a text is the cell as filed.
    public static Outcome<?> read(Column column, String cell) {
        if (column.alias().equals("secret")) {
            return secret(cell);
        }
        return switch (column.type()) {
            case TEXT -> isBlank(cell) ? new Outcome.Empty<String>() : new Outcome.Read<>(cell);
            case WORD -> word(column, cell);
            case FLAG -> flag(cell);
            case DATE -> date(cell);
            case WHOLE -> whole(cell);
            case SHARE -> share(cell);
            case LIST -> list(cell);
        };
    }

    public static Outcome<LocalDate> date(String cell) {
        return Outcome.of(cell, Cells::dateIn);
    }

    private static Optional<LocalDate> dateIn(String text) {
        var day = DAY.matcher(text);
        if (day.matches()) {
            return sameKind(day.group(2), day.group(4))
                    ? dayOf(day.group(1), day.group(3), day.group(5))
                    : Optional.empty();
        }
        var compact = COMPACT_DAY.matcher(text);
        if (compact.matches()) {
            return dayOf(compact.group(1), compact.group(2), compact.group(3));
        }
        var serial = SERIAL.matcher(text);
        return serial.matches() ? Optional.of(SERIAL_ZERO.plusDays(Long.parseLong(serial.group(1)))) : Optional.empty();
    }

    private static boolean sameKind(String first, String second) {
        return first.equals("年") ? second.equals("月") : first.equals(second);
    }

    private static Optional<LocalDate> dayOf(String year, String month, String day) {
        try {
            var date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() < 1000 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    public static Outcome<Long> whole(String cell) {
        return Outcome.of(cell, text -> {
            var whole = WHOLE.matcher(text);
            return whole.matches() ? Optional.of(Long.valueOf(whole.group(1).replace(",", ""))) : Optional.empty();
        });
    }

    public static Outcome<Double> share(String cell) {
        return Outcome.of(cell, text -> {
            var share = SHARE.matcher(text);
            if (!share.matches()) {
                return Optional.empty();
            }
            var percent = share.group(2) != null;
            var number = new BigDecimal(percent ? text.replace("%", "").strip() : text);
            var value = percent ? number.movePointLeft(2) : number;
            return value.compareTo(BigDecimal.ONE) > 0 ? Optional.empty() : Optional.of(value.doubleValue());
        });
    }

    public static Outcome<Boolean> flag(String cell) {
        return Outcome.of(cell, text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "是", "y", "yes", "true", "1" -> Optional.of(true);
            case "否", "n", "no", "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /// Whether something is a state secret: a flag, or 涉密 or how secret it is.
    public static Outcome<Boolean> secret(String cell) {
        return SECRET.contains(Codes.key(cell)) ? new Outcome.Read<>(true) : flag(cell);
    }

    public static Outcome<String> word(Column column, String cell) {
        return Outcome.of(cell, text -> {
            var key = Codes.key(text);
            return column.words().stream()
                    .filter(word -> Codes.key(word).equals(key))
                    .findFirst();
        });
    }

    /// Texts separated by 、 ； ; ， or , in their order; of those that compare equal the first.
    public static Outcome<List<String>> list(String cell) {
        if (isBlank(cell)) {
            return new Outcome.Empty<>();
        }
        var parts = new LinkedHashMap<String, String>();
        for (var part : SEPARATORS.split(cell)) {
            var key = Codes.key(part);
            if (!key.isEmpty()) {
                parts.putIfAbsent(key, LINE_BREAKS.matcher(part).replaceAll("").strip());
            }
        }
        return parts.isEmpty()
                ? new Outcome.Unreadable<>(compared(cell))
                : new Outcome.Read<>(List.copyOf(parts.values()));
    }
}
