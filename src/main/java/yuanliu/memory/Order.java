package yuanliu.memory;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// How numbered things follow each other by their codes, without their codes: they were numbered in that order. Those
/// that
/// came later, and those whose key does not stand where their code would, have a place behind another.
///
/// It is never changed, but replaced, so that what was read stays in order.
final class Order implements IntComparator {

    /// @param behind the number of the last thing, of those numbered in order, before it; -1 when it is the first
    record Place(int behind, String code) {}

    static final Order AS_NUMBERED = new Order(new Int2ObjectOpenHashMap<>());

    private final Int2ObjectMap<Place> placed;
    private final BitSet elsewhere = new BitSet();

    private Order(Int2ObjectMap<Place> placed) {
        this.placed = placed;
        placed.keySet().forEach(elsewhere::set);
    }

    Order with(Int2ObjectMap<Place> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new Int2ObjectOpenHashMap<>(placed);
        all.putAll(more);
        return new Order(all);
    }

    /// How many stand elsewhere than their number says.
    int placed() {
        return placed.size();
    }

    @Override
    public int compare(int one, int other) {
        if (one == other || !elsewhere.get(one) && !elsewhere.get(other)) {
            return Integer.compare(one, other);
        }
        var place = placed.get(one);
        var otherPlace = placed.get(other);
        var behind = Integer.compare(anchor(one, place), anchor(other, otherPlace));
        if (behind != 0) {
            return behind;
        }
        if (place == null || otherPlace == null) {
            return place == null ? -1 : 1;
        }
        var byCode = Codes.ORDER.compare(place.code(), otherPlace.code());
        return byCode != 0 ? byCode : Integer.compare(one, other);
    }

    /// The last thing, of those numbered in order, that does not stand behind one.
    int anchor(int thing) {
        return anchor(thing, placed.get(thing));
    }

    private static int anchor(int thing, @Nullable Place place) {
        return place == null ? thing : place.behind();
    }

    /// Few stand elsewhere than their number says, so these are put in order by themselves and then among the others.
    void sort(int[] things, int size) {
        if (placed.isEmpty()) {
            Arrays.sort(things, 0, size);
            return;
        }
        var others = new IntArrayList();
        var numbered = 0;
        for (int i = 0; i < size; i++) {
            if (elsewhere.get(things[i])) {
                others.add(things[i]);
            } else {
                things[numbered++] = things[i];
            }
        }
        Arrays.sort(things, 0, numbered);
        others.sort(this);
        var to = size - 1;
        for (int from = others.size() - 1; from >= 0; to--) {
            if (numbered > 0 && compare(things[numbered - 1], others.getInt(from)) > 0) {
                things[to] = things[--numbered];
            } else {
                things[to] = others.getInt(from--);
            }
        }
    }
}
