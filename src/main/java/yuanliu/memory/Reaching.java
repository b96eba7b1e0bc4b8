package yuanliu.memory;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.BitSet;

/// Goes along rows from hop to hop. Of a hop with many things one half is looked at by another thread; what comes out
/// is the same.
final class Reaching {

    private final Adjacency rows;
    private final long[] seen;
    private final IntArrayList reached = new IntArrayList();
    private long[] leading = {};

    /// @param things how many there are
    Reaching(Adjacency rows, int things) {
        this.rows = rows;
        this.seen = new long[(things + 63) >> 6];
    }

    Image.Reached from(int[] starts) {
        var ends = new IntArrayList();
        for (var start : starts) {
            Adjacency.set(seen, start);
            reached.add(start);
        }
        var near = 0;
        do {
            var end = reached.size();
            ends.add(end);
            leading = Arrays.copyOf(leading, (end + 63) >> 6);
            var things = reached.elements();
            Halves.each(near, end, (from, until) -> beyond(things, from, until), this::take);
            near = end;
        } while (near < reached.size());
        return new Image.Reached(reached.toIntArray(), ends, BitSet.valueOf(leading));
    }

    /// What rows lead to from some things and has not been seen, in the order of the rows, some of it twice.
    private int[] beyond(int[] things, int from, int end) {
        var found = new int[end - from];
        var size = 0;
        var block = new Adjacency.Block();
        for (int at = from; at < end; at += Adjacency.Block.THINGS) {
            rows.read(things, at, Math.min(end, at + Adjacency.Block.THINGS), block);
            if (size + block.size > found.length) {
                found = Arrays.copyOf(found, Math.max(size + block.size, 2 * found.length));
            }
            for (int row = 0; row < block.size; row++) {
                Adjacency.set(leading, block.place[row]);
                found[size] = block.far[row];
                size += Adjacency.isSet(seen, block.far[row]) ? 0 : 1;
            }
        }
        return Arrays.copyOf(found, size);
    }

    private void take(int[] found) {
        for (var far : found) {
            if (!Adjacency.isSet(seen, far)) {
                Adjacency.set(seen, far);
                reached.add(far);
            }
        }
    }
}
