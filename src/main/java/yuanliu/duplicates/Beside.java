package yuanliu.duplicates;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Work that is done beside what the asker does, one after the other. What goes wrong there goes wrong where it is
/// waited for.
final class Beside implements AutoCloseable {

    private final ExecutorService thread;

    Beside(String name) {
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    <T> Work<T> begin(Callable<T> work) {
        return new Work<>(thread.submit(work));
    }

    record Work<T>(Future<T> going) {

        boolean isDone() {
            return going.isDone();
        }

        T done() {
            try {
                return done(Long.MAX_VALUE);
            } catch (TimeoutException never) {
                throw new IllegalStateException(never);
            }
        }

        /// @param nanoseconds how long it is waited for
        T done(long nanoseconds) throws TimeoutException {
            try {
                return going.get(nanoseconds, TimeUnit.NANOSECONDS);
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof RuntimeException problem) {
                    throw problem;
                }
                if (failure.getCause() instanceof Error problem) {
                    throw problem;
                }
                throw new IllegalStateException(failure.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("程序停止", stopped);
            }
        }
    }

    /// What has not begun does not begin any more.
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
