package yuanliu.filing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import yuanliu.filing.reading.Cells;
import yuanliu.filing.reading.Column;
import yuanliu.web.Codes;

/// What the cells of typed columns say; empty when they cannot be read.
final class CellValues {

    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ]?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");
    private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("(\\d{1,6})(?:\\.\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("(?:\\d{1,18}|\\d{1,3}(?:,\\d{3}){1,5})(?:\\.0+)?");
    private static final Pattern SHARE = Pattern.compile("\\d{1,3}(?:\\.\\d{1,30})?(?:[eE]-?\\d{1,2})?");
    private static final String USCC_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LAST_SERIAL = 200_000;

    private CellValues() {}

    static Optional<Object> read(Column column, String cell) {
        return switch (column.type()) {
            case TEXT -> Optional.of(cell);
            case WORD -> word(column, cell).map(Object.class::cast);
            case FLAG -> flag(cell).map(Object.class::cast);
            case DATE -> date(cell).map(Object.class::cast);
            case WHOLE -> whole(cell).map(Object.class::cast);
            case SHARE -> share(cell).map(Object.class::cast);
            case LIST -> Optional.of(list(cell));
        };
    }

    static Optional<String> word(Column column, String cell) {
        var key = Codes.key(cell);
        return column.words().stream()
                .filter(word -> Codes.key(word).equals(key))
                .findFirst();
    }

    static Optional<Boolean> flag(String cell) {
        return switch (Codes.key(cell)) {
            case "是" -> Optional.of(true);
            case "否" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<LocalDate> date(String cell) {
        var text = Cells.compared(cell);
        for (var pattern : List.of(DATE, COMPACT_DATE)) {
            var date = pattern.matcher(pattern == DATE ? text.replaceAll("\\s*([年月日/-])\\s*", "$1") : text);
            if (date.matches()) {
                return day(date.group(1), date.group(2), date.group(3));
            }
        }
        var serial = SERIAL.matcher(text);
        if (serial.matches()) {
            var days = Integer.parseInt(serial.group(1));
            return days < 61 || days > LAST_SERIAL ? Optional.empty() : Optional.of(EXCEL_ZERO.plusDays(days));
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    static Optional<Long> whole(String cell) {
        var text = Cells.compared(cell);
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.replace(",", "")).longValueExact());
    }

    static Optional<Double> share(String cell) {
        var text = Cells.compared(cell);
        if (!SHARE.matcher(text).matches()) {
            return Optional.empty();
        }
        var share = Double.parseDouble(text);
        return share > 1 ? Optional.empty() : Optional.of(share);
    }

    static List<String> list(String cell) {
        return Arrays.stream(cell.split("[、;；,，]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    /// Whether the check digit of a 统一社会信用代码 is right (GB 32100).
    static boolean isUscc(String cell) {
        var code = Codes.key(cell);
        if (code.length() != 18) {
            return false;
        }
        var sum = 0;
        var weight = 1;
        for (var at = 0; at < 17; at++) {
            var value = USCC_CHARACTERS.indexOf(code.charAt(at));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return USCC_CHARACTERS.indexOf(code.charAt(17)) == (31 - sum % 31) % 31;
    }
}
