package yuanliu.duplicates;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuanliu.duplicates.CollectionPlan.PlannedField;
import yuanliu.web.BadRequest;

/// A plan as a CSV file: a row for each field, in UTF-8, UTF-16 with a mark, or GB18030.
///
/// @param ignoredColumns those that mean nothing here
record PlanFile(List<PlannedField> fields, List<String> ignoredColumns) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private enum Column {
        NAME("名称", "信息项名称", "填报项名称", "name"),
        ELEMENT("数据元编码", "element"),
        SUBJECT("主体类", "subject"),
        QUALIFIER("限定词", "qualifier"),
        PHYSICAL_NAME("字段名", "physicalname"),
        DATA_TYPE("数据类型", "datatype");

        private final List<String> heads;

        Column(String... heads) {
            this.heads = List.of(heads);
        }

        static Optional<Column> headed(String head) {
            var bare = Normalizer.normalize(head, Normalizer.Form.NFKC)
                    .replaceAll("[\\s*]", "")
                    .toLowerCase(Locale.ROOT);
            for (var column : values()) {
                if (column.heads.contains(bare)) {
                    return Optional.of(column);
                }
            }
            return Optional.empty();
        }
    }

    PlanFile {
        fields = List.copyOf(fields);
        ignoredColumns = List.copyOf(ignoredColumns);
    }

    /// @throws BadRequest when it is no CSV, or has no column 名称
    static PlanFile read(byte[] bytes) {
        var fields = new ArrayList<PlannedField>();
        var columns = new HashMap<Column, Integer>();
        var ignored = new ArrayList<String>();
        var text = text(bytes);
        refuseOpenQuote(text);
        var number = 1L;
        try (var records = CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (var record : records) {
                if (columns.isEmpty()) {
                    readHeads(record, columns, ignored);
                } else if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    fields.add(field(record, columns));
                }
                number = record.getStartingLineNumber() + 1;
            }
        } catch (CsvParseException broken) {
            throw new BadRequest("采集计划第%d行起无法读取：列数过多或单元格过长".formatted(number));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        if (columns.isEmpty()) {
            throw new BadRequest("采集计划是空文件");
        }
        return new PlanFile(fields, ignored);
    }

    /// A quote that nothing closes would swallow the rest of the plan.
    private static void refuseOpenQuote(String text) {
        var line = 1;
        var opened = 0;
        var quoted = false;
        var fieldStarts = true;
        for (int i = 0; i < text.length(); i++) {
            var at = text.charAt(i);
            if (quoted) {
                if (at == '"') {
                    if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                        i++;
                    } else {
                        quoted = false;
                    }
                }
            } else if (at == '"' && fieldStarts) {
                quoted = true;
                opened = line;
            }
            fieldStarts = !quoted && (at == ',' || at == '\n' || at == '\r');
            if (at == '\n') {
                line++;
            }
        }
        if (quoted) {
            throw new BadRequest("采集计划第%d行的引号没有成对，其后的内容无法分列".formatted(opened));
        }
    }

    private static void readHeads(CsvRecord heads, Map<Column, Integer> columns, List<String> ignored) {
        var seen = new HashSet<Column>();
        for (int i = 0; i < heads.getFieldCount(); i++) {
            var head = heads.getField(i).strip();
            var column = Column.headed(head).orElse(null);
            if (column == null) {
                if (!head.isEmpty()) {
                    ignored.add(head);
                }
            } else if (seen.add(column)) {
                columns.put(column, i);
            } else {
                throw new BadRequest("采集计划有两列“%s”".formatted(head));
            }
        }
        if (!columns.containsKey(Column.NAME)) {
            throw new BadRequest("采集计划没有“名称”列；首行应为：名称,数据元编码,主体类,限定词,字段名,数据类型（后五列可缺）");
        }
    }

    private static PlannedField field(CsvRecord record, Map<Column, Integer> columns) {
        var name = cell(record, columns, Column.NAME);
        return new PlannedField(
                name == null ? "" : name,
                cell(record, columns, Column.ELEMENT),
                cell(record, columns, Column.SUBJECT),
                cell(record, columns, Column.QUALIFIER),
                cell(record, columns, Column.PHYSICAL_NAME),
                cell(record, columns, Column.DATA_TYPE));
    }

    private static @Nullable String cell(CsvRecord record, Map<Column, Integer> columns, Column column) {
        var at = columns.get(column);
        if (at == null || at >= record.getFieldCount() || record.getField(at).isBlank()) {
            return null;
        }
        return record.getField(at).strip();
    }

    private static String text(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (starts(bytes, 'P', 'K', 3, 4)
                || starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)
                || starts(bytes, '%', 'P', 'D', 'F')) {
            throw new BadRequest("采集计划应为 CSV 文本，收到的是工作簿或其他文件；请另存为 CSV 后再核对");
        }
        return strictly(bytes, StandardCharsets.UTF_8)
                .or(() -> strictly(bytes, GB18030))
                .orElseThrow(() -> new BadRequest("采集计划既不是 UTF-8，也不是 GB18030 文本"));
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
