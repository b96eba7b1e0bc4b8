package yuanliu.filing.reading;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// Rows under one header of a sheet that the contract knows.
final class Table {

    private static final Pattern STARS = Pattern.compile("^\\*+|\\*+$");
    private static final int HEADER_WITHIN = 5;

    private final Sheet sheet;
    private final Rows rows;
    private final Oddities oddities;
    private final Secrets secrets;
    private @Nullable Header header;

    Table(Sheet sheet, Rows rows, Oddities oddities, Secrets secrets) {
        this.sheet = sheet;
        this.rows = rows;
        this.oddities = oddities;
        this.secrets = secrets;
    }

    List<Column> columns() throws IOException {
        var known = new HashSet<>(header().columns.values());
        return sheet.columns().stream()
                .filter(column -> known.contains(column.alias()))
                .toList();
    }

    Optional<CataloguePackage.Size> size() {
        return rows.size();
    }

    void read(Consumer<FiledRow> reader) throws IOException {
        var header = header();
        rows.read(row -> {
            if (row.number() > header.row && !row.isBlank()) {
                var filed = header.filed(row);
                if (!secrets.hide(sheet, filed)) {
                    warn(header, row);
                }
                reader.accept(filed);
            }
            return true;
        });
    }

    private void warn(Header header, RawRow row) {
        for (var at = row.imprecise().nextSetBit(0);
                at >= 0;
                at = row.imprecise().nextSetBit(at + 1)) {
            oddities.add(
                    sheet.title(),
                    row.number(),
                    header.title(at, sheet),
                    row.cell(at),
                    "PRECISION_LOST",
                    "第%d行:“%s”是按数字录入的,超过15位的部分可能已被Excel改成0,请把该列设为文本后重填"
                            .formatted(row.number(), header.title(at, sheet)));
        }
        for (var at = row.errors().nextSetBit(0); at >= 0; at = row.errors().nextSetBit(at + 1)) {
            oddities.add(
                    sheet.title(),
                    row.number(),
                    header.title(at, sheet),
                    row.cell(at),
                    "FORMULA_ERROR",
                    "第%d行:“%s”的公式结果是错误值“%s”,已按文字保留".formatted(row.number(), header.title(at, sheet), row.cell(at)));
        }
    }

    private Header header() throws IOException {
        if (header == null) {
            header = find();
        }
        return header;
    }

    /// The first row that is not blank, unless it is a title that stands above the real header.
    private Header find() throws IOException {
        var first = rows.first(HEADER_WITHIN);
        if (first.isEmpty()) {
            return Header.of(sheet, new RawRow(1, List.of()));
        }
        var top = Header.of(sheet, first.getFirst());
        return top.columns.isEmpty()
                ? first.stream()
                        .map(row -> Header.of(sheet, row))
                        .filter(other -> other.columns.size() > 1)
                        .findFirst()
                        .orElse(top)
                : top;
    }

    /// How headers are compared: without blanks, without the star of what is compulsory, in any case.
    static String key(String header) {
        return STARS.matcher(Codes.key(header)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /// A free name for a column that the contract does not know.
    static String extraName(String header, int column, Predicate<String> taken) {
        var name = Cells.compared(header).isEmpty()
                ? "列" + (column + 1)
                : header.replaceAll("[\\r\\n]+", "").strip();
        var free = name;
        for (var second = 2; taken.test(free); second++) {
            free = name + "~" + second;
        }
        return free;
    }

    /// @param row     where it stands
    /// @param columns the aliases of known columns, by position
    /// @param extra   the names of other columns, by position
    /// @param places  the positions of known columns
    /// @param shape   what rows under it have in common
    record Header(
            int row,
            LinkedHashMap<Integer, String> columns,
            LinkedHashMap<Integer, String> extra,
            int[] places,
            FiledRow.Shape shape) {

        static Header of(Sheet sheet, RawRow row) {
            var aliases = new HashMap<String, String>();
            for (var column : sheet.columns()) {
                aliases.put(column.alias().toLowerCase(Locale.ROOT), column.alias());
            }
            for (var column : sheet.columns()) {
                aliases.put(key(column.header()), column.alias());
            }
            var columns = new LinkedHashMap<Integer, String>();
            var extra = new LinkedHashMap<Integer, String>();
            for (var at = 0; at < row.cells().size(); at++) {
                var alias = aliases.get(key(row.cell(at)));
                if (alias != null && !columns.containsValue(alias)) {
                    columns.put(at, alias);
                } else if (!Cells.isBlank(row.cell(at))) {
                    extra.put(
                            at,
                            extraName(alias == null ? row.cell(at) : row.cell(at) + "~2", at, extra::containsValue));
                }
            }
            return new Header(
                    row.number(),
                    columns,
                    extra,
                    columns.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    new FiledRow.Shape(new LinkedHashSet<>(columns.values())));
        }

        FiledRow filed(RawRow row) {
            var cells = new String[places.length];
            for (var at = 0; at < places.length; at++) {
                cells[at] = row.cell(places[at]);
            }
            if (places.length >= row.cells().size() && extra.isEmpty()) {
                return new FiledRow(row.number(), shape, cells, Map.of());
            }
            var others = new LinkedHashMap<String, String>();
            extra.forEach((at, name) -> others.put(name, row.cell(at)));
            for (var at = 0; at < row.cells().size(); at++) {
                if (!columns.containsKey(at) && !extra.containsKey(at) && !Cells.isBlank(row.cell(at))) {
                    others.put(extraName("", at, others::containsKey), row.cell(at));
                }
            }
            return new FiledRow(row.number(), shape, cells, others);
        }

        String title(int at, Sheet sheet) {
            var alias = columns.get(at);
            if (alias != null) {
                return sheet.column(alias).header();
            }
            return extra.getOrDefault(at, "列" + (at + 1));
        }
    }
}
