package yuanliu.filing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import yuanliu.filing.reading.FiledRow;

/// Rows laid aside in files by the hash of a key, so that rows of one key are together and each part fits in memory.
final class Spool implements AutoCloseable {

    private final List<Path> files = new ArrayList<>();
    private final List<DataOutputStream> parts = new ArrayList<>();
    private final int[] counts;

    Spool(Path folder, String name, int parts) throws IOException {
        Files.createDirectories(folder);
        counts = new int[parts];
        for (var part = 0; part < parts; part++) {
            var file = folder.resolve(name + "-" + part + ".rows");
            files.add(file);
            this.parts.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file))));
        }
    }

    void add(String key, FiledRow row) {
        var part = Math.floorMod(key.hashCode(), parts.size());
        counts[part]++;
        try {
            var out = parts.get(part);
            out.writeInt(row.number());
            write(out, row.cells());
            write(out, row.extra());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<FiledRow> rows(int part) throws IOException {
        var rows = new ArrayList<FiledRow>(counts[part]);
        each(part, rows::add);
        return rows;
    }

    /// One after the other, where a part may be more than fits in memory.
    void each(int part, Consumer<FiledRow> use) throws IOException {
        parts.get(part).flush();
        var names = new LinkedHashMap<String, String>();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(files.get(part))))) {
            for (var left = counts[part]; left > 0; left--) {
                use.accept(new FiledRow(in.readInt(), cells(in, names), cells(in, names)));
            }
        }
    }

    private static void write(DataOutputStream out, Map<String, String> cells) throws IOException {
        out.writeInt(cells.size());
        for (var cell : cells.entrySet()) {
            write(out, cell.getKey());
            write(out, cell.getValue());
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Map<String, String> cells(DataInputStream in, Map<String, String> names) throws IOException {
        var cells = new LinkedHashMap<String, String>();
        for (var left = in.readInt(); left > 0; left--) {
            cells.put(names.computeIfAbsent(text(in), name -> name), text(in));
        }
        return cells;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        for (var part : parts) {
            part.close();
        }
        for (var file : files) {
            Files.deleteIfExists(file);
        }
    }
}
