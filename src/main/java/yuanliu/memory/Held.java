package yuanliu.memory;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// Which fields hold each unit. A field that holds another unit since stays among those of the old one: who asks looks
/// at the field itself.
final class Held {

    private final int[] begin;
    private final int[] fields;
    /// Those that came to a unit since, in no certain order.
    private final Int2ObjectOpenHashMap<IntOpenHashSet> since = new Int2ObjectOpenHashMap<>();

    private Held(int[] begin, int[] fields) {
        this.begin = begin;
        this.fields = fields;
    }

    static Held nothing() {
        return new Held(new int[1], new int[0]);
    }

    /// @param units  how many there are
    /// @param unitOf the unit of each field, or -1; the first `size` count
    static Held of(int units, int[] unitOf, int size) {
        var begin = new int[units + 1];
        for (int field = 0; field < size; field++) {
            if (unitOf[field] >= 0) {
                begin[unitOf[field] + 1]++;
            }
        }
        for (int unit = 0; unit < units; unit++) {
            begin[unit + 1] += begin[unit];
        }
        var next = Arrays.copyOf(begin, units);
        var fields = new int[begin[units]];
        for (int field = 0; field < size; field++) {
            if (unitOf[field] >= 0) {
                fields[next[unitOf[field]]++] = field;
            }
        }
        return new Held(begin, fields);
    }

    /// A field holds a unit now.
    void add(int unit, int field) {
        var isThere = unit + 1 < begin.length && Arrays.binarySearch(fields, begin[unit], begin[unit + 1], field) >= 0;
        if (!isThere) {
            since.computeIfAbsent(unit, any -> new IntOpenHashSet()).add(field);
        }
    }

    /// Whether the fields of a unit come in the order of their numbers.
    boolean isInOrder(int unit) {
        return !since.containsKey(unit);
    }

    /// Each field once.
    void each(int unit, IntConsumer field) {
        if (unit + 1 < begin.length) {
            for (int at = begin[unit]; at < begin[unit + 1]; at++) {
                field.accept(fields[at]);
            }
        }
        var more = since.get(unit);
        if (more != null) {
            more.forEach(field);
        }
    }

    /// In bytes.
    long bytes() {
        return 4L * begin.length + 4L * fields.length + 64L * since.size();
    }
}
