package yuanliu.filing.reading;

import java.util.BitSet;
import java.util.List;

/// A row as the file has it, before anything is known of its columns.
///
/// @param number    its row as Excel shows it, or the record's
/// @param cells     the texts of its cells from the first column on; blank ones are empty texts
/// @param imprecise the cells that were typed as a number of more digits than Excel keeps
/// @param errors    the cells whose formula came to an error
record RawRow(int number, List<String> cells, BitSet imprecise, BitSet errors) {

    static final BitSet NONE = new BitSet();

    RawRow(int number, List<String> cells) {
        this(number, cells, NONE, NONE);
    }

    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
        for (var cell : cells) {
            if (!Cells.isBlank(cell)) {
                return false;
            }
        }
        return true;
    }
}
