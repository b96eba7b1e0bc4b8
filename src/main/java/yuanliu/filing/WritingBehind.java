package yuanliu.filing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Writes one transaction while others are made ready and one after them is thought of; none begins before the one
/// before it is through, and none after one that has failed.
final class WritingBehind implements AutoCloseable {

    private final ExecutorService making = thread("filing-making");
    private final ExecutorService writing = thread("filing-writing");
    private final int waiting;
    private final Deque<Future<?>> made = new ArrayDeque<>();
    private final Deque<Future<?>> written = new ArrayDeque<>();
    private volatile boolean failed;

    /// @param waiting how many transactions may be being made ready when another is handed over, and how many of those
    ///                made ready may not be through; one that is many evens out what takes one thread longer than
    /// another
    WritingBehind(int waiting) {
        this.waiting = waiting;
    }

    /// How many transactions may not be through when another is handed over.
    int underWay() {
        return 2 * waiting;
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /// @param transaction makes it ready, and answers what writes it
    void write(Supplier<Runnable> transaction) {
        leave(made, waiting - 1);
        made.add(making.submit(() -> unlessFailed(() -> {
            var ready = transaction.get();
            leave(written, waiting - 1);
            written.add(writing.submit(() -> unlessFailed(ready)));
        })));
    }

    private void unlessFailed(Runnable work) {
        if (failed) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | Error failure) {
            failed = true;
            throw failure;
        }
    }

    /// Ends when what was written last is through, and fails as it failed.
    void await() {
        try {
            leave(made, 0);
        } finally {
            leave(written, 0);
        }
    }

    /// Waits until no more than some are not through. What has failed is told once. While something is made ready
    /// nobody else asks of what is written.
    private static void leave(Deque<Future<?>> some, int most) {
        RuntimeException failure = null;
        while (some.size() > most) {
            try {
                through(some.removeFirst());
            } catch (RuntimeException first) {
                failure = failure == null ? first : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void through(Future<?> last) {
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
