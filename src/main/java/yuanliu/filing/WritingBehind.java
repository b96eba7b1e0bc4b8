package yuanliu.filing;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes one transaction while the next is made ready and the one after it is thought of; none begins before the one
/// before it is through.
final class WritingBehind implements AutoCloseable {

    /// How many transactions may not be through when another is handed over.
    static final int UNDER_WAY = 2;

    private final ExecutorService making = thread("filing-making");
    private final ExecutorService writing = thread("filing-writing");
    private @Nullable Future<?> made;
    private @Nullable Future<?> written;

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /// @param transaction makes it ready, and answers what writes it
    void write(Supplier<Runnable> transaction) {
        madeThrough();
        made = making.submit(() -> {
            var ready = transaction.get();
            writtenThrough();
            written = writing.submit(ready);
        });
    }

    /// Ends when what was written last is through, and fails as it failed.
    void await() {
        try {
            madeThrough();
        } finally {
            writtenThrough();
        }
    }

    private void madeThrough() {
        var last = made;
        made = null;
        through(last);
    }

    /// While something is made ready nobody else asks this. What has failed is told once.
    private void writtenThrough() {
        var last = written;
        written = null;
        through(last);
    }

    private static void through(@Nullable Future<?> last) {
        if (last == null) {
            return;
        }
        try {
            last.get();
        } catch (ExecutionException failure) {
            var cause = failure.getCause();
            if (cause instanceof RuntimeException known) {
                throw known;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a transaction was written", interrupted);
        }
    }

    @Override
    public void close() {
        try {
            await();
        } finally {
            making.shutdown();
            writing.shutdown();
        }
    }
}
