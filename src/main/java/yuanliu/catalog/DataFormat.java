package yuanliu.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// What a data type and its length say, in one form whatever notation they were written in: GB/T 39046 (`an..200`,
/// `n1`, `ul`), GA/T 543 (`c18`, `d8`, `n..17,2`), the letters of 1272 (字符型C, 数值型N, `C(18)`),
/// column types of databases (`varchar(18)`, `VARCHAR2(18 CHAR)`, `NUMBER(10,2)`), and words (字符串, 整数, 布尔).
///
/// @param minLength in characters or digits; 0 when only the most is said
/// @param maxLength null when there is no bound or none is said
/// @param scale     digits behind the point; null when nothing is said of them
public record DataFormat(
        BaseType baseType,
        int minLength,
        @Nullable Integer maxLength,
        @Nullable Integer scale) {

    /// What values are in kind.
    public enum BaseType {
        CHARACTER,
        NUMBER,
        INTEGER,
        MONEY,
        FLOAT,
        DATE,
        TIME,
        DATE_TIME,
        LOGICAL,
        LONG_TEXT,
        BINARY
    }

    private static final Map<String, BaseType> LETTERS = Map.ofEntries(
            Map.entry("c", BaseType.CHARACTER),
            Map.entry("n", BaseType.NUMBER),
            Map.entry("y", BaseType.MONEY),
            Map.entry("d", BaseType.DATE),
            Map.entry("t", BaseType.DATE_TIME),
            Map.entry("l", BaseType.LOGICAL),
            Map.entry("m", BaseType.LONG_TEXT),
            Map.entry("g", BaseType.BINARY),
            Map.entry("b", BaseType.FLOAT),
            Map.entry("i", BaseType.INTEGER),
            Map.entry("f", BaseType.FLOAT));

    private static final Map<String, BaseType> WORDS = Map.ofEntries(
            Map.entry("字符", BaseType.CHARACTER),
            Map.entry("字符串", BaseType.CHARACTER),
            Map.entry("文本", BaseType.CHARACTER),
            Map.entry("char", BaseType.CHARACTER),
            Map.entry("nchar", BaseType.CHARACTER),
            Map.entry("varchar", BaseType.CHARACTER),
            Map.entry("varchar2", BaseType.CHARACTER),
            Map.entry("nvarchar", BaseType.CHARACTER),
            Map.entry("nvarchar2", BaseType.CHARACTER),
            Map.entry("charactervarying", BaseType.CHARACTER),
            Map.entry("character", BaseType.CHARACTER),
            Map.entry("string", BaseType.CHARACTER),
            Map.entry("数值", BaseType.NUMBER),
            Map.entry("数字", BaseType.NUMBER),
            Map.entry("小数", BaseType.NUMBER),
            Map.entry("高精度", BaseType.NUMBER),
            Map.entry("number", BaseType.NUMBER),
            Map.entry("numeric", BaseType.NUMBER),
            Map.entry("decimal", BaseType.NUMBER),
            Map.entry("整", BaseType.INTEGER),
            Map.entry("整数", BaseType.INTEGER),
            Map.entry("长整", BaseType.INTEGER),
            Map.entry("int", BaseType.INTEGER),
            Map.entry("integer", BaseType.INTEGER),
            Map.entry("bigint", BaseType.INTEGER),
            Map.entry("smallint", BaseType.INTEGER),
            Map.entry("tinyint", BaseType.INTEGER),
            Map.entry("long", BaseType.INTEGER),
            Map.entry("货币", BaseType.MONEY),
            Map.entry("money", BaseType.MONEY),
            Map.entry("双精度", BaseType.FLOAT),
            Map.entry("浮点", BaseType.FLOAT),
            Map.entry("float", BaseType.FLOAT),
            Map.entry("double", BaseType.FLOAT),
            Map.entry("doubleprecision", BaseType.FLOAT),
            Map.entry("real", BaseType.FLOAT),
            Map.entry("日期", BaseType.DATE),
            Map.entry("date", BaseType.DATE),
            Map.entry("时间", BaseType.TIME),
            Map.entry("time", BaseType.TIME),
            Map.entry("日期时间", BaseType.DATE_TIME),
            Map.entry("datetime", BaseType.DATE_TIME),
            Map.entry("timestamp", BaseType.DATE_TIME),
            Map.entry("逻辑", BaseType.LOGICAL),
            Map.entry("布尔", BaseType.LOGICAL),
            Map.entry("bool", BaseType.LOGICAL),
            Map.entry("boolean", BaseType.LOGICAL),
            Map.entry("bit", BaseType.LOGICAL),
            Map.entry("备注", BaseType.LONG_TEXT),
            Map.entry("长文本", BaseType.LONG_TEXT),
            Map.entry("text", BaseType.LONG_TEXT),
            Map.entry("longtext", BaseType.LONG_TEXT),
            Map.entry("clob", BaseType.LONG_TEXT),
            Map.entry("通用", BaseType.BINARY),
            Map.entry("二进制", BaseType.BINARY),
            Map.entry("blob", BaseType.BINARY),
            Map.entry("binary", BaseType.BINARY),
            Map.entry("varbinary", BaseType.BINARY),
            Map.entry("bytea", BaseType.BINARY));

    private static final String NUMBERS = "(\\d{1,9})?(\\.\\.)?(\\d{1,9}|ul)?(?:,(\\d{1,3}))?";
    private static final Pattern NOTATION = Pattern.compile("(an|a|n|c|dt|d|t)" + NUMBERS);
    private static final Pattern TYPE =
            Pattern.compile("([a-z]+2?|[\\u4e00-\\u9fff]+?)(?:型|类型)?([a-z])?(?:\\(([^()]*)\\))?");
    private static final Pattern LENGTH = Pattern.compile(NUMBERS + "(?:位|字符|个字符|字节|chars?|bytes?)?");

    /// Reads a type that says everything itself.
    public static Optional<DataFormat> parse(String type) {
        return parse(type, "");
    }

    /// Reads a type and the length beside it; what the type itself says of its length comes first.
    public static Optional<DataFormat> parse(String type, String length) {
        var text = Codes.key(type).toLowerCase(Locale.ROOT);
        if (text.equals("ul")) {
            return Optional.of(new DataFormat(BaseType.CHARACTER, 0, null, null));
        }
        var letter = LETTERS.get(text);
        if (letter != null) {
            return Optional.of(of(letter, false, length));
        }
        var notation = NOTATION.matcher(text);
        if (notation.matches()) {
            return Optional.of(ofNotation(notation, length));
        }
        return word(text).map(word -> of(word.type, word.fixed, word.length.isEmpty() ? length : word.length));
    }

    /// Only what values are in kind.
    public static Optional<BaseType> baseType(String type) {
        return parse(type).map(DataFormat::baseType);
    }

    private record Word(BaseType type, boolean fixed, String length) {}

    private static Optional<Word> word(String text) {
        var parts = TYPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var name = parts.group(1);
        var type = WORDS.get(name);
        if (type == null && parts.group(2) != null) {
            type = WORDS.get(name + parts.group(2));
        }
        if (type == null) {
            type = LETTERS.get(name);
        }
        return Optional.ofNullable(type)
                .map(known -> new Word(
                        known,
                        name.equals("char") || name.equals("nchar"),
                        Optional.ofNullable(parts.group(3)).orElse("")));
    }

    private static DataFormat ofNotation(Matcher notation, String length) {
        var said = notation.group(2) != null || notation.group(3) != null || notation.group(4) != null;
        var type = switch (notation.group(1)) {
            case "n" -> BaseType.NUMBER;
            case "d" -> BaseType.DATE;
            case "t" -> BaseType.TIME;
            case "dt" -> BaseType.DATE_TIME;
            default -> BaseType.CHARACTER;
        };
        if (!said) {
            return of(type, false, length);
        }
        var format = bounded(type, true, notation, 1);
        var most = format.maxLength();
        return type == BaseType.DATE && most != null && most > 10
                ? new DataFormat(BaseType.DATE_TIME, format.minLength(), most, null)
                : format;
    }

    private static DataFormat of(BaseType type, boolean fixed, String length) {
        var said = LENGTH.matcher(Codes.key(length).toLowerCase(Locale.ROOT).replace('，', ','));
        return said.matches() ? bounded(type, fixed, said, 0) : new DataFormat(type, 0, null, null);
    }

    /// @param from how many groups stand before those of the numbers
    private static DataFormat bounded(BaseType type, boolean fixed, Matcher said, int from) {
        var first = said.group(from + 1);
        var last = said.group(from + 3);
        var scale = said.group(from + 4) == null ? null : Integer.valueOf(said.group(from + 4));
        var most = last == null ? first : last;
        var maxLength = most == null || most.equals("ul") ? null : Integer.valueOf(most);
        var isRange = said.group(from + 2) != null;
        var least = isRange ? first == null ? 0 : Integer.parseInt(first) : fixed && maxLength != null ? maxLength : 0;
        return new DataFormat(type, least, maxLength, scale);
    }
}
