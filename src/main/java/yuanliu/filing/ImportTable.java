package yuanliu.filing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The nodes of one label, or the relationships of one type, as `neo4j-admin database import` reads them.
///
/// Columns come as properties do; the header has a file of its own, written last, and a line ends with the last column
/// it fills. What has a line break within lies in a file beside, for the import reads such a file in one thread.
final class ImportTable implements AutoCloseable {

    /// Between the texts of a list: no separator that people type, and one byte in UTF-8.
    static final char BETWEEN = '\u001F';

    private static final int BUFFER = 1 << 18;

    private final Path folder;
    private final String name;
    private final int ids;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> columns = new ArrayList<>();

    /// By place in a layout the column of that property; 0, where an id stands, as long as nothing has had it.
    private final Map<Layout, int[]> columnsOf = new HashMap<>();

    private final OutputStream plain;
    private @Nullable OutputStream broken;
    private byte[] buffer = new byte[2 * BUFFER];
    private int filled;
    private boolean hasBreak;
    private @Nullable Object[] cells = new @Nullable Object[0];
    private long count;

    /// @param ids the columns before the properties
    ImportTable(Path folder, String name, String... ids) throws IOException {
        this.folder = folder;
        this.name = name;
        this.ids = ids.length;
        this.columns.addAll(List.of(ids));
        this.plain = Files.newOutputStream(folder.resolve(name + ".csv"));
    }

    long count() {
        return count;
    }

    String name() {
        return name;
    }

    void add(long id, Map<String, ? extends @Nullable Object> properties) {
        var start = filled;
        write(id);
        rest(start, properties);
    }

    void add(long from, long to, Map<String, ? extends @Nullable Object> properties) {
        var start = filled;
        write(from);
        write(',');
        write(to);
        rest(start, properties);
    }

    /// All that a thing has, which is new.
    void add(long id, Thing thing) {
        var start = filled;
        write(id);
        rest(start, thing);
    }

    void add(long from, long to, Thing thing) {
        var start = filled;
        write(from);
        write(',');
        write(to);
        rest(start, thing);
    }

    private void rest(int start, Thing thing) {
        var layout = thing.layout();
        var columns = columnsOf.get(layout);
        if (columns == null) {
            columns = new int[layout.size()];
            columnsOf.put(layout, columns);
        }
        var last = ids - 1;
        for (var place = 0; place < columns.length; place++) {
            var value = thing.at(place);
            if (value != null) {
                var at = columns[place];
                if (at == 0) {
                    at = place(layout.name(place), value);
                    columns[place] = at;
                }
                cells[at] = value;
                last = Math.max(last, at);
            }
        }
        rest(start, placed(thing.others(), last));
    }

    private void rest(int start, Map<String, ? extends @Nullable Object> properties) {
        rest(start, placed(properties, ids - 1));
    }

    private int placed(Map<String, ? extends @Nullable Object> properties, int least) {
        var last = least;
        for (var property : properties.entrySet()) {
            var value = property.getValue();
            if (value != null) {
                var at = place(property.getKey(), value);
                cells[at] = value;
                last = Math.max(last, at);
            }
        }
        return last;
    }

    private void rest(int start, int last) {
        for (var at = ids; at <= last; at++) {
            write(',');
            var value = cells[at];
            if (value != null) {
                write(value);
                cells[at] = null;
            }
        }
        write('\n');
        count++;
        if (hasBreak) {
            lay(start);
        } else if (filled > BUFFER) {
            flush();
        }
    }

    private int place(String property, Object value) {
        var known = places.get(property);
        if (known != null) {
            return known;
        }
        var at = columns.size();
        columns.add(quoted(property + ":" + type(value)));
        places.put(property, at);
        cells = Arrays.copyOf(cells, at + 1);
        return at;
    }

    /// A column that the contract does not know may be called anything.
    private static String quoted(String column) {
        return column.indexOf(',') < 0 && column.indexOf('"') < 0 ? column : '"' + column.replace("\"", "\"\"") + '"';
    }

    private static String type(Object value) {
        return switch (value) {
            case String text -> "string";
            case Long number -> "long";
            case Double number -> "double";
            case Boolean flag -> "boolean";
            case LocalDate day -> "date";
            case List<?> texts -> "string[]";
            default -> throw new IllegalArgumentException("No type for " + value.getClass());
        };
    }

    private void write(Object value) {
        switch (value) {
            case String text -> write(text);
            case Long number -> write(number.longValue());
            case List<?> texts -> {
                var joined = new StringBuilder();
                for (var text : texts) {
                    if (String.valueOf(text).indexOf(BETWEEN) >= 0) {
                        throw new NotLoadable("UNIT_SEPARATOR", "有一项内容含控制字符U+001F,批量装载不能写出,请去掉该字符,或用 file 入库");
                    }
                    joined.append(joined.isEmpty() ? "" : BETWEEN).append(text);
                }
                write(joined.toString());
            }
            default -> write(value.toString());
        }
    }

    private void write(long number) {
        if (number < 0) {
            write(String.valueOf(number));
            return;
        }
        room(20);
        var from = filled;
        var left = number;
        do {
            buffer[filled++] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        for (int at = from, end = filled - 1; at < end; at++, end--) {
            var digit = buffer[at];
            buffer[at] = buffer[end];
            buffer[end] = digit;
        }
    }

    private void write(char one) {
        room(1);
        buffer[filled++] = (byte) one;
    }

    /// Most texts are of ASCII and common Chinese, and have nothing in them that is to be quoted.
    private void write(String text) {
        var length = text.length();
        var start = filled;
        room(length * 3);
        for (var at = 0; at < length; at++) {
            var one = text.charAt(at);
            if (one < 0x80 && one != ',' && one != '"' && one != '\n' && one != '\r') {
                buffer[filled++] = (byte) one;
            } else if (one >= 0x800 && !Character.isSurrogate(one)) {
                buffer[filled++] = (byte) (0xE0 | one >> 12);
                buffer[filled++] = (byte) (0x80 | one >> 6 & 0x3F);
                buffer[filled++] = (byte) (0x80 | one & 0x3F);
            } else {
                filled = start;
                writeAny(text);
                return;
            }
        }
        if (length == 0) {
            writeAny(text);
        }
    }

    private void writeAny(String text) {
        var quoted = text.isEmpty();
        for (var at = 0; at < text.length(); at++) {
            var one = text.charAt(at);
            if (one == '\n' || one == '\r') {
                hasBreak = true;
                quoted = true;
            } else if (one == ',' || one == '"') {
                quoted = true;
            }
        }
        room(text.length() * 6 + 2);
        if (quoted) {
            buffer[filled++] = '"';
        }
        for (var at = 0; at < text.length(); at++) {
            var one = text.charAt(at);
            if (one < 0x80) {
                if (one == '"') {
                    buffer[filled++] = '"';
                }
                buffer[filled++] = (byte) one;
            } else if (one < 0x800) {
                buffer[filled++] = (byte) (0xC0 | one >> 6);
                buffer[filled++] = (byte) (0x80 | one & 0x3F);
            } else if (Character.isHighSurrogate(one)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                var point = Character.toCodePoint(one, text.charAt(++at));
                buffer[filled++] = (byte) (0xF0 | point >> 18);
                buffer[filled++] = (byte) (0x80 | point >> 12 & 0x3F);
                buffer[filled++] = (byte) (0x80 | point >> 6 & 0x3F);
                buffer[filled++] = (byte) (0x80 | point & 0x3F);
            } else if (Character.isSurrogate(one)) {
                buffer[filled++] = '?';
            } else {
                buffer[filled++] = (byte) (0xE0 | one >> 12);
                buffer[filled++] = (byte) (0x80 | one >> 6 & 0x3F);
                buffer[filled++] = (byte) (0x80 | one & 0x3F);
            }
        }
        if (quoted) {
            buffer[filled++] = '"';
        }
    }

    private void room(int bytes) {
        if (filled + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, filled + bytes));
        }
    }

    private void lay(int start) {
        try {
            var file = broken;
            if (file == null) {
                file = Files.newOutputStream(folder.resolve(name + "-broken.csv"));
                broken = file;
            }
            file.write(buffer, start, filled - start);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        filled = start;
        hasBreak = false;
    }

    private void flush() {
        try {
            plain.write(buffer, 0, filled);
            filled = 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Its files in the order in which they are read, the header first.
    List<String> files() {
        var files = new ArrayList<>(List.of(name + "-header.csv", name + ".csv"));
        files.addAll(brokenFiles());
        return files;
    }

    List<String> brokenFiles() {
        return broken == null ? List.of() : List.of(name + "-broken.csv");
    }

    @Override
    public void close() {
        flush();
        try {
            plain.close();
            if (broken != null) {
                broken.close();
            }
            Files.writeString(folder.resolve(name + "-header.csv"), String.join(",", columns) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
