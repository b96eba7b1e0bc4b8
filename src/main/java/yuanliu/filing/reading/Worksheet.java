package yuanliu.filing.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rows of one worksheet. Hidden ones are read like others; of merged cells the first has the text.
final class Worksheet implements Rows {

    private static final int LAST_COLUMN = 16_384;
    private static final int LAST_ROW = 1_048_576;
    private static final int MOST_MERGED = 200_000;
    private static final long LONGEST_ROW = 64L << 20;
    private static final Pattern REFERENCE = Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7})");

    private final String name;
    private final CsvRows.Source part;
    private final @Nullable SharedStrings strings;
    private final NumberFormats formats;

    Worksheet(String name, CsvRows.Source part, @Nullable SharedStrings strings, NumberFormats formats) {
        this.name = name;
        this.part = part;
        this.strings = strings;
        this.formats = formats;
    }

    String name() {
        return name;
    }

    /// Cells of one column that were merged.
    ///
    /// @param column counted from 0
    /// @param from   the first row, which has the text, as Excel shows it
    record Merged(int column, int from, int to) {}

    /// What is merged over several rows, by its first column.
    List<Merged> merged() throws IOException {
        var merged = new ArrayList<Merged>();
        try (var xml = Xml.of(part.open())) {
            while (xml.next()) {
                if (xml.starts("mergeCell") && merged.size() < MOST_MERGED) {
                    var area = String.valueOf(xml.attribute("ref")).split(":", 2);
                    var first = REFERENCE.matcher(area[0]);
                    var last = REFERENCE.matcher(area[area.length - 1]);
                    if (first.matches() && last.matches()) {
                        var from = Integer.parseInt(first.group(2));
                        var to = Math.min(Integer.parseInt(last.group(2)), LAST_ROW);
                        if (to > from) {
                            merged.add(new Merged(column(first.group(1)), from, to));
                        }
                    }
                }
            }
        }
        return merged;
    }

    @Override
    public void read(Predicate<RawRow> reader) throws IOException {
        try (var xml = Xml.of(part.open())) {
            var number = 0;
            while (xml.next() && !xml.ends("sheetData")) {
                if (xml.starts("row")) {
                    number = rowNumber(xml.attribute("r"), number + 1);
                    if (!reader.test(row(xml, number))) {
                        return;
                    }
                }
            }
        }
    }

    private static int rowNumber(@Nullable String attribute, int next) {
        var number = attribute != null && attribute.matches("\\d{1,7}") ? Integer.parseInt(attribute) : next;
        if (number < next || number > LAST_ROW) {
            throw Xml.broken();
        }
        return number;
    }

    private RawRow row(Xml xml, int number) {
        var cells = new ArrayList<String>();
        var imprecise = new BitSet();
        var errors = new BitSet();
        var length = 0L;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                var at = position(xml.attribute("r"), cells.size());
                var cell = cell(xml, at, imprecise, errors);
                length += cell.length();
                if (length > LONGEST_ROW) {
                    throw IllegalPackage.tooBig("ROW_TOO_LONG", "工作表“%s”第%d行的内容过长,未读取".formatted(name, number));
                }
                while (cells.size() <= at) {
                    cells.add("");
                }
                cells.set(at, cell);
            }
        }
        return new RawRow(number, cells, imprecise, errors);
    }

    private static int position(@Nullable String reference, int next) {
        var at = next;
        if (reference != null) {
            var parts = REFERENCE.matcher(reference);
            at = parts.matches() ? column(parts.group(1)) : LAST_COLUMN;
        }
        if (at >= LAST_COLUMN) {
            throw Xml.broken();
        }
        return at;
    }

    private static int column(String letters) {
        var column = 0;
        for (var at = 0; at < letters.length(); at++) {
            column = column * 26 + letters.charAt(at) - 'A' + 1;
        }
        return column - 1;
    }

    private String cell(Xml xml, int at, BitSet imprecise, BitSet errors) {
        var type = xml.attribute("t");
        var style = xml.attribute("s");
        var value = new StringBuilder();
        var formula = new StringBuilder();
        var inline = "";
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                xml.text(value);
            } else if (xml.starts("f")) {
                xml.text(formula);
            } else if (xml.starts("is")) {
                inline = SharedStrings.item(xml, "is");
            }
        }
        if (value.isEmpty() && inline.isEmpty()) {
            return formula.isEmpty() ? "" : "=" + formula;
        }
        var raw = value.toString();
        return switch (type == null ? "n" : type) {
            case "s" -> shared(raw);
            case "inlineStr" -> inline;
            case "str" -> SharedStrings.unescaped(raw);
            case "b" -> raw.strip().equals("1") || raw.strip().equals("true") ? "TRUE" : "FALSE";
            case "e" -> {
                errors.set(at);
                yield raw;
            }
            case "d" -> raw.endsWith("T00:00:00") ? raw.substring(0, raw.length() - "T00:00:00".length()) : raw;
            default -> {
                var number = raw.strip();
                if (formats.isImprecise(number)) {
                    imprecise.set(at);
                }
                yield formats.shown(number, style);
            }
        };
    }

    private String shared(String index) {
        var number = index.strip();
        if (strings == null || !number.matches("\\d{1,10}")) {
            throw Xml.broken();
        }
        return strings.at(Long.parseLong(number));
    }
}
