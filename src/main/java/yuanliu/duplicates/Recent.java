package yuanliu.duplicates;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import yuanliu.web.NotYet;

/// What is read of the graph and kept as long as a mark says that it still holds. What is read quickly is read anew
/// for who asks; what takes long is answered as it was read last, and read anew behind the answer.
final class Recent<T> implements AutoCloseable {

    /// How long whatever is kept counts, how long a reading takes that is waited for, and how long is waited at most.
    /// What takes long counts longer, so that it is not read most of the time though nothing says that it changed.
    record Patience(Duration oldest, Duration quick, Duration most) {}

    /// How many times as long as a reading takes it counts at least.
    private static final int TIMES = 10;

    /// @param mark  before it was read
    /// @param nanos when that was
    /// @param took  how long it took, in nanoseconds
    private record Kept<T>(String mark, long nanos, long took, T thing) {}

    private final Supplier<String> mark;
    private final Supplier<T> anew;
    private final Patience patience;
    private final String notYet;
    private final Beside reader;
    private @Nullable Kept<T> kept;
    private Beside.@Nullable Work<T> going;

    /// @param mark   is another when what was read may be
    /// @param notYet what is told who asks before it was ever read, when that takes long
    Recent(String name, Supplier<String> mark, Supplier<T> anew, Patience patience, String notYet) {
        this.mark = mark;
        this.anew = anew;
        this.patience = patience;
        this.notYet = notYet;
        this.reader = new Beside(name);
    }

    /// When a reading began, and the mark of then: what was read afterwards holds as long as that does.
    record Begun(String mark, long nanos) {}

    Begun begin() {
        return new Begun(mark.get(), System.nanoTime());
    }

    /// Reads it now, however long that takes.
    T anew() {
        return end(begin(), anew);
    }

    /// Reads the rest of what has begun to be read.
    T end(Begun begun, Supplier<T> rest) {
        var thing = rest.get();
        var now = new Kept<>(begun.mark(), begun.nanos(), System.nanoTime() - begun.nanos(), thing);
        synchronized (this) {
            kept = now;
        }
        return thing;
    }

    /// @throws NotYet when it is being read for the first time and that takes long
    T get() {
        var now = mark.get();
        var until = System.nanoTime() + patience.most().toNanos();
        while (true) {
            Beside.Work<T> reading;
            synchronized (this) {
                var last = kept;
                if (last != null && last.mark().equals(now) && !isOld(last)) {
                    return last.thing();
                }
                if (going == null || going.isDone()) {
                    going = reader.begin(this::anew);
                }
                reading = going;
                if (last != null && last.took() > patience.quick().toNanos()) {
                    return last.thing();
                }
            }
            try {
                reading.done(Math.max(0, until - System.nanoTime()));
            } catch (TimeoutException longer) {
                throw new NotYet(notYet);
            }
        }
    }

    private boolean isOld(Kept<T> last) {
        return System.nanoTime() - last.nanos() >= Math.max(patience.oldest().toNanos(), TIMES * last.took());
    }

    @Override
    public void close() {
        reader.close();
    }
}
