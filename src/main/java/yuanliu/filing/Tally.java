package yuanliu.filing;

import java.util.BitSet;
import yuanliu.filing.reading.Sheet;

/// Counts what becomes of the rows of a sheet.
final class Tally {

    private final Sheet sheet;
    private final BitSet warned = new BitSet();
    private int read;
    private int filed;
    private int unchanged;
    private int updated;
    private int refused;

    Tally(Sheet sheet) {
        this.sheet = sheet;
    }

    void refused() {
        read++;
        refused++;
    }

    void filed() {
        read++;
        filed++;
    }

    void updated() {
        read++;
        updated++;
    }

    void unchanged() {
        read++;
        unchanged++;
    }

    void warned(int row) {
        warned.set(row);
    }

    int read() {
        return read;
    }

    Report.Counts counts() {
        return new Report.Counts(sheet.title(), read, filed, unchanged, updated, refused, warned.cardinality());
    }
}
