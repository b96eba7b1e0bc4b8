package yuanliu.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Lets tests say when the memory looks at the graph, which it does by itself in an application.
public final class LookedAt {

    private static final AtomicReference<@Nullable Image> ASIDE = new AtomicReference<>();

    private LookedAt() {}

    /// It looks, and is ready.
    public static void now(Memory memory) throws InterruptedException {
        ASIDE.set(null);
        memory.look();
        if (memory.standing().state() != Memory.State.READY) {
            throw new IllegalStateException("The memory is not ready: " + memory.standing());
        }
    }

    /// It looks until it answers for a day: others may write into the graph of the tests, and it neither reads anew nor
    /// follows without a rest.
    public static void untilItAnswers(Memory memory, LocalDate day) throws InterruptedException {
        until(memory, () -> memory.answers(day));
    }

    /// It looks until something is so.
    public static void until(Memory memory, BooleanSupplier what) throws InterruptedException {
        var until = Instant.now().plus(Duration.ofMinutes(1));
        while (!what.getAsBoolean()) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("Not within a minute: " + memory.standing());
            }
            Thread.sleep(20);
            memory.look();
        }
    }

    /// Its application says that it is there.
    public static void said(Memory memory) {
        memory.sayThatItIsThere();
    }

    /// It does not answer.
    public static void noMore(Memory memory) {
        var before = memory.aside(null);
        if (before != null) {
            ASIDE.set(before);
        }
    }

    /// It answers as it did before.
    public static void again(Memory memory) {
        var before = ASIDE.getAndSet(null);
        if (before != null) {
            memory.aside(before);
        }
        if (memory.standing().state() != Memory.State.READY) {
            throw new IllegalStateException("The memory is not ready: " + memory.standing());
        }
    }
}
