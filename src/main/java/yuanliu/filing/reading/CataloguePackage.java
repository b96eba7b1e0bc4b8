package yuanliu.filing.reading;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// An opened package, whatever its form: workbook, folder, zip, single sheet, 1272 template.
public interface CataloguePackage extends AutoCloseable {

    /// The sheets that are there.
    List<Sheet> sheets();

    /// Columns of the contract that the sheet's header has.
    List<Column> columns(Sheet sheet) throws IOException;

    /// Hands over every row of the sheet that is not blank, in order and without keeping any; may be called again.
    void read(Sheet sheet, Consumer<FiledRow> row) throws IOException;

    /// How big a sheet is, about: rows that turn out to be blank may be counted.
    default Size size(Sheet sheet) throws IOException {
        var rows = new long[1];
        var characters = new long[1];
        read(sheet, row -> {
            rows[0]++;
            characters[0] += row.characters();
        });
        return new Size(rows[0], characters[0]);
    }

    /// What was odd about the file itself (rows of notes under a template, a cell that was "同上" …), known after the
    /// sheets have been read.
    List<Oddity> oddities();

    /// Whether the rows of the sheet come from the single-sheet template: there departments are named by their 统一社会信用代码
    /// or by their name.
    default boolean isOfTemplate(Sheet sheet) {
        return false;
    }

    @Override
    void close() throws IOException;

    /// @param characters of all its cells
    record Size(long rows, long characters) {}

    /// @param sheet  the sheet's title as the report shows it; for rows of notes, which are of no sheet of the
    /// contract,
    ///               the worksheet's own name
    /// @param code   a stable code, such as `NOTE_ROW`
    /// @param message a sentence in Chinese
    record Oddity(String sheet, int row, String column, String value, String code, String message) {}
}
