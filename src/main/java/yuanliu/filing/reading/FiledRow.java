package yuanliu.filing.reading;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// One row as the file said it.
///
/// Rows are met by the million and each of their cells is looked at again and again: so what a cell is compared as is
/// worked out once, and rows of one table share their columns.
public final class FiledRow {

    /// Which columns the rows of a table have.
    public static final class Shape {

        private final String[] aliases;
        private final Map<String, Integer> places;

        Shape(Set<String> aliases) {
            this.aliases = aliases.toArray(String[]::new);
            this.places = new java.util.HashMap<>();
            for (var at = 0; at < this.aliases.length; at++) {
                places.put(this.aliases[at], at);
            }
        }

        /// Where the column stands; -1 when the table does not have it.
        public int place(String alias) {
            return places.getOrDefault(alias, -1);
        }

        /// How many there are.
        public int columns() {
            return aliases.length;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Shape shape && Arrays.equals(aliases, shape.aliases);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(aliases);
        }
    }

    private final int number;
    private final Shape shape;
    private final String[] cells;
    private final @Nullable String[] compared;
    private final @Nullable String[] keys;
    private final Map<String, String> extra;
    private int characters = -1;

    /// @param number its row as Excel shows it; in CSV the record's number, the header being 1
    /// @param cells  the cells of the columns that are there, as filed, by the column's alias; an empty cell is the
    /// empty
    ///               text, a column that the file does not have is absent
    /// @param extra  the cells of columns that the contract does not know, by their header
    public FiledRow(int number, Map<String, String> cells, Map<String, String> extra) {
        this(number, new Shape(cells.keySet()), cells.values().toArray(String[]::new), extra);
    }

    /// @param cells one for each column of the shape
    public FiledRow(int number, Shape shape, String[] cells, Map<String, String> extra) {
        this.number = number;
        this.shape = shape;
        this.cells = cells;
        this.compared = new @Nullable String[cells.length];
        this.keys = new @Nullable String[cells.length];
        this.extra = extra;
    }

    public int number() {
        return number;
    }

    public Shape shape() {
        return shape;
    }

    /// The cells in the order of the shape's columns.
    public String[] inOrder() {
        return cells;
    }

    public Map<String, String> cells() {
        var all = new LinkedHashMap<String, String>();
        for (var at = 0; at < cells.length; at++) {
            all.put(shape.aliases[at], cells[at]);
        }
        return all;
    }

    public Map<String, String> extra() {
        return extra;
    }

    /// How many characters its cells have.
    public int characters() {
        if (characters < 0) {
            var all = 0;
            for (var cell : cells) {
                all += cell.length();
            }
            for (var cell : extra.values()) {
                all += cell.length();
            }
            characters = all;
        }
        return characters;
    }

    /// Works out now what all cells are compared as: whoever reads ahead has the time.
    public FiledRow readied() {
        for (var at = 0; at < cells.length; at++) {
            compared(at);
        }
        return this;
    }

    /// The cell, trimmed, NFKC-normalised and without line breaks, as it is compared; empty when there is none.
    public String compared(String alias) {
        var at = shape.places.get(alias);
        return at == null ? "" : compared(at);
    }

    /// By the column's place in the shape.
    public String compared(int at) {
        var known = compared[at];
        if (known == null) {
            known = Cells.compared(cells[at]);
            compared[at] = known;
        }
        return known;
    }

    /// The cell as codes are compared: see [Codes#key(String)].
    public String key(String alias) {
        var at = shape.places.get(alias);
        return at == null ? "" : key(at);
    }

    private String key(int at) {
        var known = keys[at];
        if (known == null) {
            known = Codes.key(compared(at));
            keys[at] = known;
        }
        return known;
    }

    boolean names(Set<String> codes) {
        for (var at = 0; at < cells.length; at++) {
            if (codes.contains(key(at))) {
                return true;
            }
        }
        return false;
    }

    /// The cell as filed; null when the file does not have the column.
    public @Nullable String asFiled(String alias) {
        var at = shape.places.get(alias);
        return at == null ? null : cells[at];
    }

    /// As it is, but for one cell.
    public FiledRow with(String alias, String cell) {
        var others = cells();
        others.put(alias, cell);
        return new FiledRow(number, others, extra);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FiledRow row
                && number == row.number
                && cells().equals(row.cells())
                && extra.equals(row.extra);
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return number + " " + cells() + " " + extra;
    }
}
