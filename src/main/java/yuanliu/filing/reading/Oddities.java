package yuanliu.filing.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import yuanliu.filing.reading.CataloguePackage.Oddity;

/// What was odd, each once however often the rows are read. A file that is odd throughout is not kept in memory.
final class Oddities {

    private static final int KEPT = 100_000;
    private static final int SHOWN = 200;

    private final Set<Oddity> kept = new LinkedHashSet<>();
    private boolean full;

    void add(String sheet, int row, String column, String value, String code, String message) {
        if (kept.size() < KEPT) {
            kept.add(new Oddity(sheet, row, column, shown(value), code, message));
        } else if (!full) {
            full = true;
            kept.add(new Oddity(sheet, row, "", "", "MORE_ODDITIES", "第%d行起文件本身的问题过多,其后的不再逐条列出".formatted(row)));
        }
    }

    List<Oddity> all() {
        return new ArrayList<>(kept);
    }

    static String shown(String value) {
        return value.codePointCount(0, value.length()) <= SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
