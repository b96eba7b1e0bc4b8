package yuanliu.filing;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import yuanliu.filing.reading.FiledRow;

/// Rows laid aside by the hash of a key, so that rows of one key are together and each part fits in memory. Several
/// parts lie in files.
final class Spool implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final List<Part> parts = new ArrayList<>();
    private final Map<FiledRow.Shape, Integer> places = new HashMap<>();
    private final List<FiledRow.Shape> shapes = new ArrayList<>();
    private @Nullable CompletableFuture<List<FiledRow>> ahead;
    private int aheadOf;

    /// Where there is one part alone it stays in memory, as it would come back into it.
    static Spool of(Path folder, String name, int parts) throws IOException {
        return new Spool(folder, name, parts, parts == 1);
    }

    static Spool onDisk(Path folder, String name) throws IOException {
        return new Spool(folder, name, 1, false);
    }

    private Spool(Path folder, String name, int parts, boolean inMemory) throws IOException {
        Files.createDirectories(folder);
        for (var part = 0; part < parts; part++) {
            this.parts.add(inMemory ? new InMemory() : new OnDisk(folder.resolve(name + "-" + part + ".rows")));
        }
    }

    void add(String key, FiledRow row) {
        var part = parts.get(Math.floorMod(key.hashCode(), parts.size()));
        part.weight += FilingRun.weight(row);
        part.add(row);
    }

    /// How much of memory the rows of a part would take.
    long weight(int part) {
        return parts.get(part).weight;
    }

    /// Parts are asked for in their order: the next is read while this one is worked on.
    ///
    /// @param most what the next part may weigh to be read before it is asked for
    List<FiledRow> rows(int part, long most) throws IOException {
        var known = ahead;
        ahead = null;
        var rows = known != null && aheadOf == part ? through(known) : read(part);
        if (part + 1 < parts.size() && parts.get(part + 1).weight <= most) {
            aheadOf = part + 1;
            ahead = CompletableFuture.supplyAsync(() -> {
                try {
                    return read(part + 1);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
        return rows;
    }

    private static List<FiledRow> through(CompletableFuture<List<FiledRow>> read) throws IOException {
        try {
            return read.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof UncheckedIOException unchecked) {
                throw unchecked.getCause();
            }
            throw failure;
        }
    }

    private List<FiledRow> read(int part) throws IOException {
        var rows = new ArrayList<FiledRow>();
        each(part, row -> rows.add(row.readied()));
        return rows;
    }

    /// One after the other, where a part may be more than fits in memory.
    void each(int part, Consumer<FiledRow> use) throws IOException {
        parts.get(part).each(use);
    }

    /// A part is not asked for again.
    void forget(int part) throws IOException {
        parts.get(part).close();
    }

    @Override
    public void close() throws IOException {
        if (ahead != null) {
            // whatever it came to, nobody asks for it any more
            ahead.handle((rows, failure) -> rows).join();
        }
        for (var part : parts) {
            part.close();
        }
    }

    private abstract static class Part {

        long weight;

        abstract void add(FiledRow row);

        abstract void each(Consumer<FiledRow> use) throws IOException;

        abstract void close() throws IOException;
    }

    private static final class InMemory extends Part {

        private final List<FiledRow> rows = new ArrayList<>();

        @Override
        void add(FiledRow row) {
            rows.add(row);
        }

        @Override
        void each(Consumer<FiledRow> use) {
            rows.forEach(use);
        }

        @Override
        void close() {
            rows.clear();
        }
    }

    private final class OnDisk extends Part {

        private final Path file;
        private final OutputStream out;
        private byte[] buffer = new byte[BUFFER / 4];
        private int filled;
        private int count;

        OnDisk(Path file) throws IOException {
            this.file = file;
            this.out = Files.newOutputStream(file);
        }

        @Override
        void add(FiledRow row) {
            count++;
            write(row.number());
            write(places.computeIfAbsent(row.shape(), shape -> {
                shapes.add(shape);
                return shapes.size() - 1;
            }));
            for (var cell : row.inOrder()) {
                write(cell);
            }
            write(row.extra().size());
            row.extra().forEach((header, cell) -> {
                write(header);
                write(cell);
            });
            if (filled > BUFFER) {
                flush();
            }
        }

        private void write(String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            write(bytes.length);
            room(bytes.length);
            System.arraycopy(bytes, 0, buffer, filled, bytes.length);
            filled += bytes.length;
        }

        /// Seven bits a byte: most numbers are small.
        private void write(int number) {
            room(5);
            var left = number;
            while (left >>> 7 != 0) {
                buffer[filled++] = (byte) (left | 0x80);
                left >>>= 7;
            }
            buffer[filled++] = (byte) left;
        }

        private void room(int bytes) {
            if (filled + bytes > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, filled + bytes));
            }
        }

        private void flush() {
            try {
                out.write(buffer, 0, filled);
                filled = 0;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        void each(Consumer<FiledRow> use) throws IOException {
            flush();
            var headers = new HashMap<String, String>();
            try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
                for (var left = count; left > 0; left--) {
                    use.accept(row(in, headers));
                }
            }
        }

        private FiledRow row(DataInputStream in, Map<String, String> headers) throws IOException {
            var number = number(in);
            var shape = shapes.get(number(in));
            var cells = new String[shape.columns()];
            for (var at = 0; at < cells.length; at++) {
                cells[at] = text(in);
            }
            Map<String, String> extra = Map.of();
            var more = number(in);
            if (more > 0) {
                extra = new LinkedHashMap<>();
                for (; more > 0; more--) {
                    extra.put(headers.computeIfAbsent(text(in), header -> header), text(in));
                }
            }
            return new FiledRow(number, shape, cells, extra);
        }

        @Override
        void close() throws IOException {
            out.close();
            buffer = new byte[0];
            Files.deleteIfExists(file);
        }
    }

    private static int number(DataInputStream in) throws IOException {
        var number = 0;
        for (var shift = 0; ; shift += 7) {
            var next = in.readByte();
            number |= (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(number(in)), StandardCharsets.UTF_8);
    }
}
