package yuanliu.filing;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import yuanliu.filing.reading.CataloguePackage;
import yuanliu.filing.reading.Column;
import yuanliu.filing.reading.FiledRow;
import yuanliu.filing.reading.Sheet;

/// A package as an example writes it down: each sheet a CSV text with the English headers.
final class GivenPackage implements CataloguePackage {

    private final Map<Sheet, List<List<String>>> sheets = new TreeMap<>();
    private boolean template;

    GivenPackage with(Sheet sheet, String csv) {
        var records = new ArrayList<List<String>>();
        CsvReader.builder().ofCsvRecord(new StringReader(csv)).forEach(record -> records.add(record.getFields()));
        sheets.put(sheet, records);
        return this;
    }

    /// Lets its resources come from the single-sheet template.
    GivenPackage ofTemplate() {
        template = true;
        return this;
    }

    @Override
    public boolean isOfTemplate(Sheet sheet) {
        return template && (sheet == Sheet.RESOURCES || sheet == Sheet.FIELDS);
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets.keySet());
    }

    @Override
    public List<Column> columns(Sheet sheet) {
        var header = records(sheet).getFirst();
        return sheet.columns().stream()
                .filter(column -> header.contains(column.alias()))
                .toList();
    }

    @Override
    public void read(Sheet sheet, Consumer<FiledRow> use) {
        var records = records(sheet);
        var header = records.getFirst();
        var known = columns(sheet).stream().map(Column::alias).toList();
        for (var number = 1; number < records.size(); number++) {
            var cells = new LinkedHashMap<String, String>();
            var extra = new LinkedHashMap<String, String>();
            for (var column = 0; column < header.size(); column++) {
                (known.contains(header.get(column)) ? cells : extra)
                        .put(header.get(column), records.get(number).get(column));
            }
            use.accept(new FiledRow(number + 1, cells, extra));
        }
    }

    private List<List<String>> records(Sheet sheet) {
        return java.util.Objects.requireNonNull(sheets.get(sheet));
    }

    @Override
    public List<Oddity> oddities() {
        return List.of();
    }

    @Override
    public void close() {}
}
