package yuanliu.memory;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Which of many numbers were met: a bit for each where many will be, and else no more than those that were. Most
/// questions meet few, and a bit for each field of a nation takes longer to clear than the question.
public final class Marks {

    private static final int MANY = 1 << 16;

    private final @Nullable BitSet many;
    private final IntOpenHashSet few;

    private Marks(@Nullable BitSet many, IntOpenHashSet few) {
        this.many = many;
        this.few = few;
    }

    /// @param expected about how many will be marked
    public static Marks of(int expected) {
        return expected > MANY
                ? new Marks(new BitSet(), new IntOpenHashSet(0))
                : new Marks(null, new IntOpenHashSet(expected));
    }

    /// @return whether it was not marked before
    public boolean add(int number) {
        if (many == null) {
            return few.add(number);
        }
        var fresh = !many.get(number);
        many.set(number);
        return fresh;
    }

    public boolean has(int number) {
        return many == null ? few.contains(number) : many.get(number);
    }

    public int count() {
        return many == null ? few.size() : many.cardinality();
    }
}
