package yuanliu.webhook;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An outbox's rounds: one begins a while after the one before has ended, until it is closed.
public final class Rounds implements AutoCloseable {

    private final String name;
    private final Duration pause;
    private final Runnable round;
    private final Consumer<RuntimeException> failed;
    private @Nullable ScheduledExecutorService clock;

    /// @param name   of the thread
    /// @param failed is told of what a round could not do: that ends the round and not the outbox
    public Rounds(String name, Duration pause, Runnable round, Consumer<RuntimeException> failed) {
        this.name = name;
        this.pause = pause;
        this.round = round;
        this.failed = failed;
    }

    /// Begins, unless it has begun.
    public synchronized void begin() {
        if (clock == null) {
            var started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name(name).factory());
            clock = started;
            started.scheduleWithFixedDelay(this::once, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void once() {
        try {
            round.run();
        } catch (RuntimeException failure) {
            failed.accept(failure);
        }
    }

    @Override
    public synchronized void close() {
        if (clock != null) {
            clock.shutdownNow();
        }
    }
}
