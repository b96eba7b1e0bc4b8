package yuanliu.filing;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Writes one transaction while the next is made ready; none begins before the one before it is through.
final class WritingBehind implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("filing-behind").daemon().factory());
    private @Nullable Future<?> going;

    void write(Runnable transaction) {
        await();
        going = thread.submit(transaction);
    }

    /// Ends when what was written last is through, and fails as it failed.
    void await() {
        var last = going;
        going = null;
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
            thread.shutdown();
        }
    }
}
