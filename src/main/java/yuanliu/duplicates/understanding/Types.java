package yuanliu.duplicates.understanding;

import org.jspecify.annotations.Nullable;

/// Whether the type of a field can hold what an element is. Being able to never proves that it is one.
final class Types {

    private static final int SHORT_CODE = 4;
    private static final int LONG_TEXT = 20;

    private Types() {}

    private enum Family {
        TEXT,
        NUMBER,
        TIME,
        FLAG,
        OTHER
    }

    static boolean conflict(Described field, Element element) {
        var mine = family(field.baseType());
        var its = family(element.baseType());
        if (mine == null || its == null) {
            return false;
        }
        if (mine == Family.TEXT && its == Family.TEXT) {
            return tooShort(field.maxLength(), element.maxLength());
        }
        return mine == Family.TIME && its == Family.NUMBER
                || mine == Family.NUMBER && its == Family.TIME && !isDay(field.maxLength())
                || mine == Family.FLAG
                        && (its == Family.TIME || its == Family.NUMBER && moreThanOne(element.maxLength()))
                || mine == Family.TEXT && its == Family.TIME && field.maxLength() != null && field.maxLength() < 6
                || mine == Family.TIME
                        && its == Family.TEXT
                        && element.maxLength() != null
                        && element.maxLength() > LONG_TEXT;
    }

    static boolean alike(Described field, Element element) {
        var mine = family(field.baseType());
        var its = family(element.baseType());
        if (mine == null || its == null || conflict(field, element)) {
            return false;
        }
        return mine == its
                || its == Family.TIME && mine == Family.TEXT
                || its == Family.NUMBER && mine == Family.TEXT
                || its == Family.TEXT && mine == Family.NUMBER;
    }

    private static boolean tooShort(@Nullable Long mine, @Nullable Long its) {
        return mine != null && its != null && its >= LONG_TEXT && mine <= SHORT_CODE;
    }

    private static boolean isDay(@Nullable Long length) {
        return length != null && (length == 8 || length == 14);
    }

    private static boolean moreThanOne(@Nullable Long length) {
        return length == null || length > 1;
    }

    private static @Nullable Family family(@Nullable String baseType) {
        return switch (baseType) {
            case null -> null;
            case "CHARACTER", "LONG_TEXT" -> Family.TEXT;
            case "NUMBER", "INTEGER", "MONEY", "FLOAT" -> Family.NUMBER;
            case "DATE", "TIME", "DATE_TIME" -> Family.TIME;
            case "LOGICAL" -> Family.FLAG;
            default -> Family.OTHER;
        };
    }
}
