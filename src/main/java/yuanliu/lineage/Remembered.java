package yuanliu.lineage;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import yuanliu.memory.Image;

/// What is upstream or downstream of fields, field by field, as the memory walked it. It has no names: these are read
/// for what is shown.
final class Remembered {

    /// Fields by the ids of their nodes.
    ///
    /// @param node of the field
    record Reached(long node, int hop) {}

    private final int starts;
    private final Image.Reached reached;
    private final IntArrayList begins;
    private final int[] numbers;
    private final int[] nodes;
    private final IntComparator byCode;
    private final int count;
    private final int omitted;
    private final @Nullable Integer maxHops;
    private @Nullable IntArrayList ends;

    /// @param nodes of the fields at which it begins
    /// @return null when the memory does not know one of them
    static @Nullable Remembered of(
            Image image, Collection<Long> nodes, LineageDirection direction, @Nullable Integer maxHops) {
        var starts = nodes.stream().mapToInt(image::field).toArray();
        for (var start : starts) {
            if (start < 0) {
                return null;
            }
        }
        return new Remembered(image, starts, direction == LineageDirection.DOWNSTREAM, maxHops);
    }

    private Remembered(Image image, int[] starts, boolean downstream, @Nullable Integer maxHops) {
        this.starts = starts.length;
        this.maxHops = maxHops;
        this.byCode = image.fieldsByCode();
        this.reached = image.reach(starts, downstream);
        this.numbers = reached.fields();
        this.nodes = image.fieldNodes();
        this.begins = reached.ends();
        this.count = begins.getInt(within()) - this.starts;
        this.omitted = numbers.length - this.starts - count;
    }

    private long node(int place) {
        return nodes[numbers[place]];
    }

    /// From which no row leads on.
    private synchronized IntArrayList endsReached() {
        var known = ends;
        if (known == null) {
            known = new IntArrayList();
            for (int field = starts; field < starts + count; field++) {
                if (!reached.leading().get(field)) {
                    known.add(field);
                }
            }
            ends = known;
        }
        return known;
    }

    private int within() {
        var hops = begins.size() - 1;
        return maxHops == null ? hops : Math.min(maxHops, hops);
    }

    int count() {
        return count;
    }

    long omitted() {
        return omitted;
    }

    Map<Integer, Integer> countsByHop() {
        var counts = new TreeMap<Integer, Integer>();
        for (int hop = 1; hop <= within(); hop++) {
            counts.put(hop, begins.getInt(hop) - begins.getInt(hop - 1));
        }
        return counts;
    }

    int ends() {
        return endsReached().size();
    }

    /// A part of what is reached, nearest first, then by code.
    ///
    /// @param hop   of the one behind which it begins; 0 for the start
    /// @param node  of the same
    /// @return null when that one is not among what is reached
    @Nullable
    List<Reached> after(int hop, long node, int most) {
        var part = new ArrayList<Reached>();
        var found = hop == 0;
        for (int at = Math.max(1, hop); at <= within() && part.size() < most; at++) {
            var sorted = sorted(begins.getInt(at - 1), begins.getInt(at));
            for (var field : sorted) {
                if (found && part.size() < most) {
                    part.add(new Reached(node(field), at));
                }
                found |= node(field) == node;
            }
            if (!found) {
                return null;
            }
        }
        return part;
    }

    /// A part of the ends, by code.
    ///
    /// @param node of the one behind which it begins; -1 for the start
    @Nullable
    List<Reached> endsAfter(long node, int most) {
        var sorted = endsReached().toIntArray();
        IntArrays.unstableSort(sorted, this::compare);
        var part = new ArrayList<Reached>();
        var found = node < 0;
        for (var field : sorted) {
            if (found && part.size() < most) {
                part.add(new Reached(node(field), 0));
            }
            found |= node(field) == node;
        }
        return found ? part : null;
    }

    private int[] sorted(int from, int to) {
        var fields = new int[to - from];
        java.util.Arrays.setAll(fields, i -> from + i);
        IntArrays.unstableSort(fields, this::compare);
        return fields;
    }

    private int compare(int one, int other) {
        return byCode.compare(numbers[one], numbers[other]);
    }

    /// The nodes from which rows may lead into what is reached within the hops that were asked for.
    Set<Long> near(Collection<Long> candidates) {
        var wanted = new HashSet<>(candidates);
        var near = new HashSet<Long>();
        var until = maxHops == null ? numbers.length : begins.getInt(Math.min(maxHops, begins.size()) - 1);
        for (int field = 0; field < until; field++) {
            if (wanted.contains(node(field))) {
                near.add(node(field));
            }
        }
        return near;
    }
}
