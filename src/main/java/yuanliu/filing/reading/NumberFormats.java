package yuanliu.filing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a workbook shows its numbers: as dates, with leading zeros, or plainly.
final class NumberFormats {

    private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hHmMsS]+\\])[^\\]]*\\]");
    private static final Pattern DATE_LETTERS = Pattern.compile("[yYdDmMhHsS]");
    private static final Pattern ZEROS = Pattern.compile("0{2,40}");
    private static final DateTimeFormatter WITH_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final long LAST_SERIAL = 2_958_465;
    private static final long SECONDS_OF_DAY = 86_400;

    /// Excel keeps as many digits of a number, and shows zeros behind them.
    static final int DIGITS_KEPT = 15;

    private enum Shown {
        PLAIN,
        DATE
    }

    /// How many digits a style shows at least.
    private record Style(Shown shown, int digits) {
        static final Style PLAIN = new Style(Shown.PLAIN, 0);
    }

    private final List<Style> styles;
    private final boolean since1904;

    private NumberFormats(List<Style> styles, boolean since1904) {
        this.styles = styles;
        this.since1904 = since1904;
    }

    static NumberFormats none(boolean since1904) {
        return new NumberFormats(List.of(), since1904);
    }

    static NumberFormats of(InputStream part, boolean since1904) throws IOException {
        var codes = new HashMap<String, String>();
        var styles = new ArrayList<Style>();
        try (var xml = Xml.of(part)) {
            var inCells = false;
            while (xml.next()) {
                if (xml.starts("numFmt")) {
                    var id = xml.attribute("numFmtId");
                    var code = xml.attribute("formatCode");
                    if (id != null && code != null) {
                        codes.put(id, code);
                    }
                } else if (xml.starts("cellXfs")) {
                    inCells = true;
                } else if (xml.ends("cellXfs")) {
                    inCells = false;
                } else if (inCells && xml.starts("xf")) {
                    styles.add(style(xml.attribute("numFmtId"), codes));
                }
            }
        }
        return new NumberFormats(List.copyOf(styles), since1904);
    }

    private static Style style(@Nullable String id, Map<String, String> codes) {
        if (id == null) {
            return Style.PLAIN;
        }
        var code = codes.get(id);
        if (code != null) {
            var shown = NOT_SHOWN.matcher(code.split(";", 2)[0]).replaceAll("");
            if (ZEROS.matcher(shown).matches()) {
                return new Style(Shown.PLAIN, shown.length());
            }
            var general = shown.toLowerCase(Locale.ROOT).contains("general");
            return !general && DATE_LETTERS.matcher(shown).find() ? new Style(Shown.DATE, 0) : Style.PLAIN;
        }
        return isBuiltInDate(id) ? new Style(Shown.DATE, 0) : Style.PLAIN;
    }

    /// The numbers 27 to 36 and 50 to 58 are dates in Chinese workbooks, without a code of their own.
    private static boolean isBuiltInDate(String id) {
        if (!id.matches("\\d{1,3}")) {
            return false;
        }
        var number = Integer.parseInt(id);
        return number >= 14 && number <= 22
                || number >= 27 && number <= 36
                || number >= 45 && number <= 47
                || number >= 50 && number <= 58;
    }

    /// The number as a person reads it in the cell.
    String shown(String raw, @Nullable String style) {
        var number = number(raw);
        if (number == null) {
            return raw;
        }
        var how = style(style);
        if (how.shown() == Shown.DATE) {
            var date = date(number);
            if (date != null) {
                return date;
            }
        }
        if (isWhole(number)) {
            var digits = number.toBigInteger().toString();
            return digits.length() < how.digits() && !digits.startsWith("-")
                    ? "0".repeat(how.digits() - digits.length()) + digits
                    : digits;
        }
        return number.round(new MathContext(DIGITS_KEPT, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }

    /// Whether the number had more digits than Excel keeps.
    boolean isImprecise(String raw) {
        if (raw.length() <= DIGITS_KEPT && raw.indexOf('E') < 0 && raw.indexOf('e') < 0) {
            return false;
        }
        var number = number(raw);
        return number != null
                && isWhole(number)
                && number.toBigInteger().abs().toString().length() > DIGITS_KEPT;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static @Nullable BigDecimal number(String raw) {
        if (raw.isEmpty() || raw.length() > 400) {
            return null;
        }
        try {
            var number = new BigDecimal(raw);
            return Math.abs((long) number.scale()) > 400 ? null : number;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private Style style(@Nullable String index) {
        if (index == null || !index.matches("\\d{1,6}")) {
            return Style.PLAIN;
        }
        var at = Integer.parseInt(index);
        return at < styles.size() ? styles.get(at) : Style.PLAIN;
    }

    private @Nullable String date(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST_SERIAL + 1)) >= 0) {
            return null;
        }
        var seconds = serial.multiply(BigDecimal.valueOf(SECONDS_OF_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        var days = seconds / SECONDS_OF_DAY;
        var zero = since1904
                ? LocalDateTime.of(1904, 1, 1, 0, 0)
                : days < 60 ? LocalDateTime.of(1899, 12, 31, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
        var moment = zero.plusSeconds(seconds);
        if (seconds % SECONDS_OF_DAY == 0) {
            return days == 0 && !since1904 ? null : moment.toLocalDate().toString();
        }
        return moment.format(days == 0 && !since1904 ? TIME : WITH_TIME);
    }
}
