package yuanliu.filing;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads the files of an import as `neo4j-admin` does, to say what graph would come of them.
record ReadImport(Path folder) {

    private static final String HEADER = "-header.csv";

    /// As [GivenFilings#dump()].
    TreeSet<String> dump() throws IOException {
        var dump = new TreeSet<String>();
        var nodes = new HashMap<String, Node>();
        for (var table : tables(":ID")) {
            for (var row : rows(table)) {
                var properties = properties(row);
                var node = new Node(List.of(table), String.valueOf(properties.get("key")));
                if (nodes.put(row.get(":ID"), node) != null) {
                    throw new AssertionError("Two nodes are number " + row.get(":ID"));
                }
                dump.add(GivenFilings.sorted(Map.of("labels", node.labels, "key", node.key, "properties", properties)));
            }
        }
        var times = new HashMap<Map<String, Object>, Long>();
        for (var table : tables(":START_ID")) {
            for (var row : rows(table)) {
                var from = java.util.Objects.requireNonNull(nodes.get(row.get(":START_ID")));
                var to = java.util.Objects.requireNonNull(nodes.get(row.get(":END_ID")));
                times.merge(
                        Map.of(
                                "fromLabels", from.labels,
                                "fromKey", from.key,
                                "type", table,
                                "toLabels", to.labels,
                                "toKey", to.key,
                                "properties", properties(row)),
                        1L,
                        Long::sum);
            }
        }
        times.forEach((relationship, count) -> {
            var counted = new HashMap<>(relationship);
            counted.put("times", count);
            dump.add(GivenFilings.sorted(counted));
        });
        return dump;
    }

    private List<String> tables(String first) throws IOException {
        var tables = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (name.endsWith(HEADER) && header(file).getFirst().equals(first)) {
                    tables.add(name.substring(0, name.length() - HEADER.length()));
                }
            }
        }
        return tables;
    }

    private static List<String> header(Path file) throws IOException {
        try (var records = CsvReader.builder().ofCsvRecord(file)) {
            return records.iterator().next().getFields();
        }
    }

    private List<Map<String, String>> rows(String table) throws IOException {
        var header = header(folder.resolve(table + HEADER));
        var rows = new ArrayList<Map<String, String>>();
        for (var file : List.of(folder.resolve(table + ".csv"), folder.resolve(table + "-broken.csv"))) {
            if (Files.exists(file)) {
                try (var records = CsvReader.builder()
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .quoteCharacter('"')
                        .ofCsvRecord(file)) {
                    for (var record : records) {
                        var row = new LinkedHashMap<String, String>();
                        for (var at = 0; at < record.getFieldCount(); at++) {
                            row.put(header.get(at), record.getField(at));
                        }
                        rows.add(row);
                    }
                }
            }
        }
        return rows;
    }

    /// An empty cell is no property, but for an empty text in quotes, which this reader cannot tell apart: texts are
    /// never empty but for those by which nothing is found.
    private static Map<String, Object> properties(Map<String, String> row) {
        var properties = new HashMap<String, Object>();
        row.forEach((column, cell) -> {
            var colon = column.lastIndexOf(':');
            var name = column.substring(0, colon);
            if (!name.isEmpty() && (!cell.isEmpty() || name.startsWith("search"))) {
                properties.put(
                        name,
                        switch (column.substring(colon + 1)) {
                            case "string", "date" -> cell;
                            case "long" -> Long.valueOf(cell);
                            case "double" -> Double.valueOf(cell);
                            case "boolean" -> Boolean.valueOf(cell);
                            case "string[]" -> List.of(cell.split(Pattern.quote(String.valueOf(ImportTable.BETWEEN))));
                            default -> throw new AssertionError(column);
                        });
            }
        });
        return properties;
    }

    private record Node(List<String> labels, String key) {}
}
