package yuanliu.memory;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What leads from each of many numbered things to which others, and by which activity: rows one after another, with
/// the place at which each thing's begin. What has changed since it was made lies beside it.
final class Adjacency {

    private static final int[] NONE = {};
    private static final byte[] BY_NONE = {};

    /// @param to by what each row leads, in no certain order
    record Rows(int[] to, byte[] by) {

        static final Rows NONE = new Rows(Adjacency.NONE, BY_NONE);
    }

    interface Visitor {
        void row(int to, byte by);
    }

    private final int[] begin;
    private final int[] to;
    private final byte[] by;
    private final Int2ObjectOpenHashMap<Rows> changed = new Int2ObjectOpenHashMap<>();
    private long changedRows;

    private Adjacency(int[] begin, int[] to, byte[] by) {
        this.begin = begin;
        this.to = to;
        this.by = by;
    }

    /// Of rows in any order, by counting.
    ///
    /// @param things how many there are that rows may lead from
    /// @param from   where each row begins; the first `rows` count, as of the others
    static Adjacency of(int things, int rows, int[] from, int[] to, byte[] by) {
        var begin = new int[things + 1];
        for (int row = 0; row < rows; row++) {
            begin[from[row] + 1]++;
        }
        for (int thing = 0; thing < things; thing++) {
            begin[thing + 1] += begin[thing];
        }
        var next = Arrays.copyOf(begin, things);
        var sortedTo = new int[rows];
        var sortedBy = new byte[rows];
        for (int row = 0; row < rows; row++) {
            var at = next[from[row]]++;
            sortedTo[at] = to[row];
            sortedBy[at] = by[row];
        }
        return new Adjacency(begin, sortedTo, sortedBy);
    }

    /// Writes its rows out again, in the order of what they lead from.
    void readInto(int[] from, int[] to, byte[] by) {
        var row = 0;
        for (int thing = 0; thing + 1 < begin.length; thing++) {
            for (int at = begin[thing]; at < begin[thing + 1]; at++) {
                from[row] = thing;
                to[row] = this.to[at];
                by[row] = this.by[at];
                row++;
            }
        }
    }

    /// What its rows have become since; null when they are as they were laid out.
    private @Nullable Rows changed(int thing) {
        return changed.isEmpty() ? null : changed.get(thing);
    }

    private int begin(int thing) {
        return thing + 1 < begin.length ? begin[thing] : 0;
    }

    private int end(int thing) {
        return thing + 1 < begin.length ? begin[thing + 1] : 0;
    }

    void each(int thing, Visitor visitor) {
        var rows = changed(thing);
        var to = rows == null ? this.to : rows.to;
        var by = rows == null ? this.by : rows.by;
        var end = rows == null ? end(thing) : to.length;
        for (int at = rows == null ? begin(thing) : 0; at < end; at++) {
            visitor.row(to[at], by[at]);
        }
    }

    /// The rows of some things, one after another.
    static final class Block {

        /// How many things are best looked at together.
        static final int THINGS = 512;

        /// By row the place of what it leads from, what it leads to, and by which activity.
        int[] place = new int[2 * THINGS];

        int[] far = new int[2 * THINGS];
        byte[] by = new byte[2 * THINGS];
        int size;

        private final int[] begins = new int[THINGS];
        private final int[] ends = new int[THINGS];
        private final @Nullable Rows[] others = new @Nullable Rows[THINGS];

        private void room(int rows) {
            if (rows > far.length) {
                place = new int[2 * rows];
                far = new int[2 * rows];
                by = new byte[2 * rows];
            }
        }
    }

    /// Reads the rows of some things. Where each thing's rows begin, and then where they lead, is looked up for many at
    /// a time: main memory is slow to answer, but answers many at once.
    ///
    /// @param things some, of which those from a place to another are read, no more than [Block#THINGS]
    void read(int[] things, int from, int end, Block block) {
        var rows = 0;
        for (int i = from; i < end; i++) {
            var other = changed(things[i]);
            block.others[i - from] = other;
            block.begins[i - from] = other == null ? begin(things[i]) : 0;
            block.ends[i - from] = other == null ? end(things[i]) : other.to.length;
            rows += block.ends[i - from] - block.begins[i - from];
        }
        block.room(rows);
        var at = 0;
        for (int i = from; i < end; i++) {
            var other = block.others[i - from];
            var far = other == null ? to : other.to;
            var bys = other == null ? by : other.by;
            for (int row = block.begins[i - from]; row < block.ends[i - from]; row++) {
                block.place[at] = i;
                block.far[at] = far[row];
                block.by[at++] = bys[row];
            }
        }
        block.size = at;
    }

    static boolean isSet(long[] bits, int at) {
        return (bits[at >> 6] & 1L << at) != 0;
    }

    static void set(long[] bits, int at) {
        bits[at >> 6] |= 1L << at;
    }

    int count(int thing) {
        var rows = changed(thing);
        return rows == null ? end(thing) - begin(thing) : rows.to.length;
    }

    Rows of(int thing) {
        var rows = changed(thing);
        if (rows != null) {
            return rows;
        }
        return count(thing) == 0
                ? Rows.NONE
                : new Rows(
                        Arrays.copyOfRange(to, begin(thing), end(thing)),
                        Arrays.copyOfRange(by, begin(thing), end(thing)));
    }

    void change(int thing, Rows rows) {
        var before = changed.put(thing, rows);
        changedRows += rows.to.length - (before == null ? 0 : before.to.length);
    }

    /// In bytes.
    long size() {
        return 4L * begin.length + 5L * to.length + 96L * changed.size() + 5L * changedRows;
    }
}
