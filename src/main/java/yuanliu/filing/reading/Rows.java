package yuanliu.filing.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The rows of one file or worksheet, read anew each time and never kept.
interface Rows {

    /// Hands over the rows in order, blank ones among them, until the reader says no.
    void read(Predicate<RawRow> reader) throws IOException;

    /// About how many rows and characters there are, where that is known without reading them.
    default Optional<CataloguePackage.Size> size() {
        return Optional.empty();
    }

    /// The first rows that are not blank.
    default List<RawRow> first(int count) throws IOException {
        var rows = new ArrayList<RawRow>();
        read(row -> {
            if (!row.isBlank()) {
                rows.add(row);
            }
            return rows.size() < count;
        });
        return rows;
    }
}
