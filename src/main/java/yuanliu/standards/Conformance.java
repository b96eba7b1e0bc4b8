package yuanliu.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// Whether a field is as its data element sets it: the one judgement, for the list, its totals and the ledger's check
/// S05. What is not said is not judged, but for the code list.
public final class Conformance {

    private Conformance() {}

    /// In what a field is not as its element is, in the order of the kinds; empty when it is in everything.
    public static List<Deviation> of(FieldShape field, ElementShape element, CodeLists lists) {
        var deviations = new ArrayList<Deviation>();
        var fits = !add(deviations, type(field, element));
        if (fits) {
            add(deviations, length(field, element));
        }
        add(deviations, codeList(field, element, lists));
        if (fits) {
            add(deviations, format(field, element));
        }
        add(deviations, name(field, element));
        return List.copyOf(deviations);
    }

    private static boolean add(List<Deviation> deviations, @Nullable Deviation deviation) {
        return deviation != null && deviations.add(deviation);
    }

    private static @Nullable Deviation type(FieldShape field, ElementShape element) {
        var filed = field.baseType();
        var set = element.baseType();
        if (filed == null || set == null || family(filed).equals(family(set))) {
            return null;
        }
        if (isOfCharacters(element) && family(filed).equals("TEXT")) {
            return null;
        }
        return conflict(DeviationKind.TYPE, word(filed), word(set), "类型为%s，标准为%s".formatted(word(filed), word(set)));
    }

    private static @Nullable Deviation length(FieldShape field, ElementShape element) {
        var filed = field.maxLength();
        var set = element.maxLength();
        if (filed == null || set == null) {
            return null;
        }
        if (filed < set) {
            return conflict(
                    DeviationKind.LENGTH, filed.toString(), set.toString(), "长度 %d，标准最长 %d".formatted(filed, set));
        }
        return filed > set && Objects.equals(element.minLength(), set) && !isDate(element)
                ? hint(DeviationKind.LENGTH, filed.toString(), set.toString(), "长度 %d，标准定长 %d".formatted(filed, set))
                : null;
    }

    private static @Nullable Deviation codeList(FieldShape field, ElementShape element, CodeLists lists) {
        var filed = field.codeList();
        var set = element.codeList();
        if (set == null) {
            return null;
        }
        if (filed == null) {
            return lists.isRule(set) ? null : hint(DeviationKind.CODE_LIST, null, set, "没有登记值域，标准为“%s”".formatted(set));
        }
        var sentence = "值域为“%s”，标准为“%s”".formatted(filed, set);
        return switch (lists.likeness(filed, set)) {
            case SAME -> null;
            case OTHER_EDITION -> hint(DeviationKind.CODE_LIST, filed, set, sentence + "，版本不同");
            case OTHER -> conflict(DeviationKind.CODE_LIST, filed, set, sentence);
        };
    }

    /// Only where the types fit: what else would get lost, or be written otherwise.
    private static @Nullable Deviation format(FieldShape field, ElementShape element) {
        var filed = field.baseType();
        var set = element.baseType();
        if (filed == null || set == null) {
            return null;
        }
        if (isDate(element)) {
            return date(field, element, filed, set);
        }
        if (isOfDigits(element)) {
            return filed.equals("INTEGER") || filed.equals("FLOAT") || filed.equals("MONEY")
                    ? hint(DeviationKind.FORMAT, word(filed), "字符型", "存成%s，标准为数字组成的字符，前导的零会丢失".formatted(word(filed)))
                    : null;
        }
        var decimals = filed.equals("INTEGER") ? Long.valueOf(0) : field.scale();
        return element.scale() != null && decimals != null && decimals < element.scale()
                ? hint(
                        DeviationKind.FORMAT,
                        decimals.toString(),
                        element.scale().toString(),
                        "小数 %d 位，标准 %d 位".formatted(decimals, element.scale()))
                : null;
    }

    private static @Nullable Deviation date(FieldShape field, ElementShape element, String filed, String set) {
        if (!filed.equals(set)) {
            return hint(DeviationKind.FORMAT, word(filed), word(set), "登记为%s，标准为%s".formatted(word(filed), word(set)));
        }
        var digits = field.maxLength();
        return digits != null && element.maxLength() != null && digits > element.maxLength()
                ? hint(
                        DeviationKind.FORMAT,
                        digits.toString(),
                        element.maxLength().toString(),
                        "日期写成 %d 位，标准 %d 位".formatted(digits, element.maxLength()))
                : null;
    }

    private static @Nullable Deviation name(FieldShape field, ElementShape element) {
        var filed = compared(field.name());
        var role = field.qualifier() == null ? "" : compared(field.qualifier());
        var standard = Stream.concat(Stream.of(element.name()), element.synonyms().stream())
                .map(Conformance::compared)
                .anyMatch(name -> filed.equals(name) || filed.equals(role + name));
        var wanted = (field.qualifier() == null ? "" : field.qualifier()) + element.name();
        return standard
                ? null
                : hint(DeviationKind.NAME, field.name(), wanted, "名称为“%s”，标准为“%s”".formatted(field.name(), wanted));
    }

    private static String compared(String name) {
        return Codes.key(name).toLowerCase(Locale.ROOT);
    }

    private static Deviation conflict(DeviationKind kind, String found, String wanted, String sentence) {
        return new Deviation(kind, DeviationSeverity.CONFLICT, found, wanted, sentence);
    }

    private static Deviation hint(DeviationKind kind, @Nullable String found, String wanted, String sentence) {
        return new Deviation(kind, DeviationSeverity.HINT, found, wanted, sentence);
    }

    /// A character type whose format is of digits (n2) is kept as either.
    private static boolean isOfDigits(ElementShape element) {
        return isOfCharacters(element)
                && element.baseType() != null
                && family(element.baseType()).equals("NUMBER");
    }

    private static boolean isOfCharacters(ElementShape element) {
        return element.dataType() != null && element.dataType().contains("字符");
    }

    private static boolean isDate(ElementShape element) {
        return element.baseType() != null && family(element.baseType()).equals("DATE");
    }

    /// What can hold one another.
    private static String family(String baseType) {
        return switch (baseType) {
            case "CHARACTER", "LONG_TEXT" -> "TEXT";
            case "NUMBER", "INTEGER", "MONEY", "FLOAT" -> "NUMBER";
            case "DATE", "DATE_TIME", "TIME" -> "DATE";
            default -> baseType;
        };
    }

    private static String word(String baseType) {
        return switch (baseType) {
            case "CHARACTER" -> "字符型";
            case "LONG_TEXT" -> "备注型";
            case "NUMBER" -> "数值型";
            case "INTEGER" -> "整型";
            case "MONEY" -> "货币型";
            case "FLOAT" -> "浮点型";
            case "DATE" -> "日期型";
            case "DATE_TIME" -> "日期时间型";
            case "TIME" -> "时间型";
            case "LOGICAL" -> "逻辑型";
            case "BINARY" -> "通用型";
            default -> baseType;
        };
    }
}
