package yuanliu.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A generated package as it is filed again the day after: of the fields, resources, agreements and rows of lineage every
/// fiftieth says something else than before, and behind every hundredth comes one that was not there.
final class DayLater {

    private static final int CHANGES = 50;
    private static final int COMES = 100;

    /// @param column  what changes
    /// @param changed how
    /// @param named   what makes another of a row: a part of its name
    /// @param renamed how
    private record Sheet(String column, UnaryOperator<String> changed, String named, UnaryOperator<String> renamed) {}

    private static final Map<String, Sheet> SHEETS = Map.of(
            "resources.csv",
                    new Sheet("summary", summary -> summary + "次日有更新", "code", code -> code + "-R"),
            "fields.csv", new Sheet("physicalName", name -> name + "_v2", "name", name -> name + "补录"),
            "sharing.csv",
                    new Sheet("calls", calls -> String.valueOf(Long.parseLong(calls) + 1), "code", code -> code + "-R"),
            "lineage.csv", new Sheet("rule", rule -> "次日复核", "validFrom", day -> "2026-11-01"));

    private DayLater() {}

    /// @param files a package, by the names of its files
    /// @return the package of the day after; what does not change is the same file
    static Map<String, Path> write(Map<String, Path> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        var later = new LinkedHashMap<>(files);
        for (var file : files.entrySet()) {
            var sheet = SHEETS.get(file.getKey());
            if (sheet != null) {
                var written = folder.resolve(file.getKey());
                write(sheet, file.getValue(), written);
                later.put(file.getKey(), written);
            }
        }
        return later;
    }

    private static void write(Sheet sheet, Path file, Path written) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file);
                var out = CsvWriter.builder().build(written)) {
            var number = 0;
            for (var row : rows) {
                if (number == 0) {
                    out.writeRecord(row.getHeader());
                }
                number++;
                out.writeRecord(number % CHANGES == 0 ? with(row, sheet.column, sheet.changed) : row.getFields());
                if (number % COMES == 0) {
                    out.writeRecord(with(row, sheet.named, sheet.renamed));
                }
            }
        }
    }

    private static List<String> with(NamedCsvRecord row, String column, UnaryOperator<String> other) {
        var cells = new ArrayList<>(row.getFields());
        var at = row.getHeader().indexOf(column);
        cells.set(at, other.apply(cells.get(at)));
        return cells;
    }
}
