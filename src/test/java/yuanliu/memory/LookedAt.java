package yuanliu.memory;

import java.util.concurrent.atomic.AtomicReference;
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
