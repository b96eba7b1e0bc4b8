package yuanliu.filing.reading;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row as the file said it.
///
/// @param number its row as Excel shows it; in CSV the record's number, the header being 1
/// @param cells  the cells of the columns that are there, as filed, by the column's alias; an empty cell is the empty
///               text, a column that the file does not have is absent
/// @param extra  the cells of columns that the contract does not know, by their header
public record FiledRow(int number, Map<String, String> cells, Map<String, String> extra) {

    /// The cell, trimmed, NFKC-normalised and without line breaks, as it is compared; empty when there is none.
    public String compared(String alias) {
        return Cells.compared(cells.getOrDefault(alias, ""));
    }

    /// The cell as filed; null when the file does not have the column.
    public @Nullable String asFiled(String alias) {
        return cells.get(alias);
    }
}
