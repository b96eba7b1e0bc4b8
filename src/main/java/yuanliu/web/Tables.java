package yuanliu.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Tables as people take them home: CSV that spreadsheets read, and workbooks. Rows are written as they come, so a
/// table may be longer than the memory.
public final class Tables {

    private static final int FLUSHED = 500;
    private static final int LAST_ROW = 1_048_575;
    private static final int NARROWEST = 14;
    private static final int LONGEST_CELL = 32_767;
    private static final String CUT = "…（全文见 CSV）";

    private Tables() {}

    /// Where the rows of a table go. A cell is a text, a number, a list of texts, or null.
    @FunctionalInterface
    public interface Rows {
        void add(List<? extends @Nullable Object> cells);
    }

    /// A sheet of a workbook, which goes on in another when it is full.
    ///
    /// @param rows gives every row
    public record Sheet(String title, List<String> heads, Consumer<Rows> rows) {}

    /// UTF-8 with a mark by which spreadsheets know it.
    public static void csv(OutputStream out, List<String> heads, Consumer<Rows> rows) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(heads);
            rows.accept(cells -> csv.writeRecord(
                    cells.stream().map(cell -> harmless(text(cell))).toList()));
        }
    }

    /// An `.xlsx`.
    public static void workbook(OutputStream out, List<Sheet> sheets) throws IOException {
        try (var workbook = new Workbook(out, "Yuanliu", "1.0")) {
            for (var sheet : sheets) {
                var written = new Written(workbook, sheet);
                sheet.rows().accept(written);
                written.finish();
            }
        }
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Boolean yes -> yes ? "是" : "否";
            case Collection<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining("、"));
            default -> String.valueOf(cell);
        };
    }

    /// A spreadsheet takes a text that begins like a formula for one; what departments file must not become one.
    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static final class Written implements Rows {

        private final Workbook workbook;
        private final Sheet sheet;
        private final List<Worksheet> parts = new ArrayList<>();
        private int next;

        Written(Workbook workbook, Sheet sheet) {
            this.workbook = workbook;
            this.sheet = sheet;
            begin();
        }

        private void begin() {
            var part = workbook.newWorksheet(parts.isEmpty() ? sheet.title() : sheet.title() + (parts.size() + 1));
            for (int column = 0; column < sheet.heads().size(); column++) {
                part.width(
                        column,
                        Math.max(NARROWEST, 2 * sheet.heads().get(column).length() + 4));
            }
            write(part, 0, sheet.heads());
            part.range(0, 0, 0, Math.max(0, sheet.heads().size() - 1))
                    .style()
                    .bold()
                    .set();
            part.freezePane(0, 1);
            parts.add(part);
            next = 1;
        }

        @Override
        public void add(List<? extends @Nullable Object> cells) {
            try {
                if (next > LAST_ROW) {
                    finish();
                    begin();
                }
                write(parts.getLast(), next, cells);
                if (next++ % FLUSHED == 0) {
                    parts.getLast().flush();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        void finish() throws IOException {
            parts.getLast().finish();
        }

        private static void write(Worksheet part, int row, List<? extends @Nullable Object> cells) {
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column) instanceof Number number) {
                    part.value(row, column, number);
                } else {
                    part.value(row, column, fitted(text(cells.get(column))));
                }
            }
        }

        /// A cell of a workbook holds no more; what is cut says so.
        private static String fitted(String text) {
            return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - CUT.length()) + CUT;
        }
    }
}
