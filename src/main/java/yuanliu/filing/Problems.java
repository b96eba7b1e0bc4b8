package yuanliu.filing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import yuanliu.filing.reading.FiledRow;
import yuanliu.filing.reading.Sheet;

/// The problems of a filing: the first thousand at hand, all of them in a file beside the upload.
final class Problems implements AutoCloseable {

    static final int AT_HAND = 1_000;
    private static final int LONGEST_CELL = 32_000;
    private static final Comparator<Placed> IN_ORDER =
            Comparator.comparingInt(Placed::sheet).thenComparingInt(Placed::row).thenComparingInt(Placed::sequence);

    private final PriorityQueue<Placed> first = new PriorityQueue<>(IN_ORDER.reversed());
    private final DataOutputStream spool;
    private int count;

    Problems(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            spool = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @param sheet where the sheet stands among the sheets
    void add(int sheet, Report.Problem problem, @Nullable FiledRow row) {
        first.add(new Placed(sheet, problem.row(), count++, problem));
        if (first.size() > AT_HAND) {
            first.poll();
        }
        try {
            spool.writeInt(problem.row());
            write(problem.sheet());
            var said = bytes(problem, row);
            spool.writeInt(said.length);
            spool.write(said);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] bytes(Report.Problem problem, @Nullable FiledRow row) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        write(out, problem.column() == null ? "" : problem.column());
        write(out, problem.value() == null ? "" : problem.value());
        write(out, problem.severity().name());
        write(out, problem.code());
        write(out, problem.message());
        Map<String, String> cells = row == null ? Map.of() : cells(row);
        out.writeInt(cells.size());
        for (var cell : cells.entrySet()) {
            write(out, cell.getKey());
            write(out, cell.getValue());
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> cells(FiledRow row) {
        var cells = new LinkedHashMap<>(row.cells());
        row.extra().forEach((header, cell) -> cells.put("x_" + header, cell));
        return cells;
    }

    private void write(String text) throws IOException {
        write(spool, text);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.substring(0, Math.min(text.length(), LONGEST_CELL)).getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    List<Report.Problem> first() {
        var sorted = new ArrayList<>(first);
        sorted.sort(IN_ORDER);
        return sorted.stream().map(Placed::problem).toList();
    }

    int omitted() {
        return count - first.size();
    }

    @Override
    public void close() {
        try {
            spool.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Opens what was written to the file.
    static Written written(Path file) throws IOException {
        return new Written(file);
    }

    /// All problems of a filing: sheet by sheet, each in the order of its rows.
    static final class Written implements AutoCloseable {

        private final RandomAccessFile spool;
        private final Map<String, Places> sheets =
                new TreeMap<>(Comparator.<String>comparingInt(Written::place).thenComparing(Comparator.naturalOrder()));

        private Written(Path file) throws IOException {
            var at = 0L;
            try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                while (true) {
                    int row;
                    try {
                        row = in.readInt();
                    } catch (EOFException end) {
                        break;
                    }
                    var title = in.readNBytes(in.readInt());
                    at += 2 * Integer.BYTES + title.length;
                    sheets.computeIfAbsent(new String(title, StandardCharsets.UTF_8), any -> new Places())
                            .add(row, at);
                    var length = in.readInt();
                    in.skipNBytes(length);
                    at += Integer.BYTES + length;
                }
            }
            spool = new RandomAccessFile(file.toFile(), "r");
        }

        private static int place(String title) {
            return Sheet.titled(title).map(Sheet::ordinal).orElse(Sheet.values().length);
        }

        List<String> sheets() {
            return List.copyOf(sheets.keySet());
        }

        void read(String sheet, Consumer<Kept> use) throws IOException {
            var places = sheets.get(sheet);
            if (places != null) {
                for (var order : places.inOrder()) {
                    spool.seek(places.at[(int) order]);
                    var bytes = new byte[spool.readInt()];
                    spool.readFully(bytes);
                    use.accept(kept(sheet, (int) (order >> Integer.SIZE), bytes));
                }
            }
        }

        private static Kept kept(String sheet, int row, byte[] bytes) throws IOException {
            var in = new DataInputStream(new ByteArrayInputStream(bytes));
            var problem = new Report.Problem(
                    sheet, row, text(in), text(in), Report.Severity.valueOf(text(in)), text(in), text(in));
            var cells = new LinkedHashMap<String, String>();
            for (var left = in.readInt(); left > 0; left--) {
                cells.put(text(in), text(in));
            }
            return new Kept(problem, cells);
        }

        @Override
        public void close() throws IOException {
            spool.close();
        }
    }

    /// Where the problems of a sheet lie in the file: of a million, no more than that is at hand.
    private static final class Places {

        private int[] rows = new int[64];
        private long[] at = new long[64];
        private int count;

        void add(int row, long place) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
                at = Arrays.copyOf(at, count * 2);
            }
            rows[count] = row;
            at[count++] = place;
        }

        /// Row by row, what was said first first: the row in the upper half of a number, the place's index in the
        /// lower.
        long[] inOrder() {
            var order = new long[count];
            for (var index = 0; index < count; index++) {
                order[index] = (long) rows[index] << Integer.SIZE | index;
            }
            Arrays.sort(order);
            return order;
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    /// A problem and the cells of its row, by alias, unknown columns as `x_<header>`.
    record Kept(Report.Problem problem, Map<String, String> cells) {}

    private record Placed(int sheet, int row, int sequence, Report.Problem problem) {}
}
