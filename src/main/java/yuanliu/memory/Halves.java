package yuanliu.memory;

import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;

/// Looks at many things in two threads: one half each, and what comes of the first half is taken first.
final class Halves {

    /// What there must be at least for another thread to pay.
    private static final int MANY = 4_096;

    private Halves() {}

    /// What is seen of the things from a place to another.
    interface Look<T> {
        T at(int from, int end);
    }

    /// The second half begins where a word of bits does: so each may set those of its own places.
    static <T> void each(int from, int end, Look<T> look, Consumer<T> take) {
        if (end - from < MANY) {
            take.accept(look.at(from, end));
            return;
        }
        var middle = (from + (end - from) / 2) & -Long.SIZE;
        var beside = ForkJoinTask.adapt(() -> look.at(middle, end)).fork();
        var first = look.at(from, middle);
        var second = beside.join();
        take.accept(first);
        take.accept(second);
    }
}
