package yuanliu.filing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import yuanliu.filing.reading.FiledRow;

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
            write(problem.sheet());
            spool.writeInt(problem.row());
            write(problem.column() == null ? "" : problem.column());
            write(problem.value() == null ? "" : problem.value());
            write(problem.severity().name());
            write(problem.code());
            write(problem.message());
            Map<String, String> cells = row == null ? Map.of() : cells(row);
            spool.writeInt(cells.size());
            for (var cell : cells.entrySet()) {
                write(cell.getKey());
                write(cell.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> cells(FiledRow row) {
        var cells = new LinkedHashMap<>(row.cells());
        row.extra().forEach((header, cell) -> cells.put("x_" + header, cell));
        return cells;
    }

    private void write(String text) throws IOException {
        var bytes = text.substring(0, Math.min(text.length(), LONGEST_CELL)).getBytes(StandardCharsets.UTF_8);
        spool.writeInt(bytes.length);
        spool.write(bytes);
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

    /// Hands over every problem that was written to the file, with the row as filed.
    static void read(Path file, Consumer<Kept> kept) throws IOException {
        try (var spool = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                String sheet;
                try {
                    sheet = text(spool);
                } catch (EOFException end) {
                    return;
                }
                var row = spool.readInt();
                var problem = new Report.Problem(
                        sheet,
                        row,
                        text(spool),
                        text(spool),
                        Report.Severity.valueOf(text(spool)),
                        text(spool),
                        text(spool));
                var cells = new LinkedHashMap<String, String>();
                for (var left = spool.readInt(); left > 0; left--) {
                    cells.put(text(spool), text(spool));
                }
                kept.accept(new Kept(problem, cells));
            }
        }
    }

    private static String text(DataInputStream spool) throws IOException {
        return new String(spool.readNBytes(spool.readInt()), StandardCharsets.UTF_8);
    }

    /// A problem and the cells of its row, by alias, unknown columns as `x_<header>`.
    record Kept(Report.Problem problem, Map<String, String> cells) {}

    private record Placed(int sheet, int row, int sequence, Report.Problem problem) {}
}
