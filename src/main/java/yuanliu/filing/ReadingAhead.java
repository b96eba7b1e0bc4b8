package yuanliu.filing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import yuanliu.filing.reading.CataloguePackage;
import yuanliu.filing.reading.FiledRow;
import yuanliu.filing.reading.Sheet;

/// Reads the rows of a sheet in a thread of its own, some of them before they are asked for.
final class ReadingAhead implements AutoCloseable {

    private static final int ROWS = 1_000;
    private static final int CHARACTERS = 1 << 20;
    private static final int WAITING = 8;

    private final BlockingQueue<Some> read = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;

    ReadingAhead(CataloguePackage filed, Sheet sheet) {
        thread = Thread.ofPlatform().name("filing-ahead").daemon().start(() -> readAll(filed, sheet));
    }

    private void readAll(CataloguePackage filed, Sheet sheet) {
        try {
            try {
                var rows = new ArrayList<FiledRow>();
                var characters = new int[1];
                filed.read(sheet, row -> {
                    rows.add(row.readied());
                    characters[0] += row.characters();
                    if (rows.size() == ROWS || characters[0] > CHARACTERS) {
                        hand(new Some(List.copyOf(rows), null));
                        rows.clear();
                        characters[0] = 0;
                    }
                });
                if (!rows.isEmpty()) {
                    hand(new Some(List.copyOf(rows), null));
                }
                hand(new Some(List.of(), null));
            } catch (IOException | RuntimeException | Error failure) {
                if (!thread().isInterrupted()) {
                    hand(new Some(List.of(), failure));
                }
            }
        } catch (NobodyAsks end) {
            // whoever asked has gone on without the rest
        }
    }

    private static Thread thread() {
        return Thread.currentThread();
    }

    private void hand(Some some) {
        try {
            read.put(some);
        } catch (InterruptedException closed) {
            thread().interrupt();
            throw new NobodyAsks();
        }
    }

    /// The next rows; none when there are no more.
    List<FiledRow> next() throws IOException {
        try {
            var some = read.take();
            switch (some.failure) {
                case null -> {
                    return some.rows;
                }
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IllegalStateException(some.failure);
            }
        } catch (InterruptedException interrupted) {
            thread().interrupt();
            throw new IllegalStateException("Interrupted while rows were read", interrupted);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            thread().interrupt();
        }
    }

    private record Some(List<FiledRow> rows, @Nullable Throwable failure) {}

    private static final class NobodyAsks extends RuntimeException {}
}
