package yuanliu.memory;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntComparator;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// How numbered things follow each other by their codes, without their codes: they were numbered in that order. Those
/// that came later, and those whose key does not stand where their code would, have a place behind another.
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

    /// Puts things in order.
    void sort(int[] things, int size) {
        if (placed.isEmpty()) {
            Arrays.sort(things, 0, size);
            return;
        }
        var numbers = new long[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (long) things[i] << Integer.SIZE;
        }
        sort(numbers, size);
        for (int i = 0; i < size; i++) {
            things[i] = thing(numbers[i]);
        }
    }

    /// As [#sort(int[], int)], of things that stand in the upper half of a number each. Few stand elsewhere than their
    /// number says, so these are put in order by themselves and then among the others.
    void sort(long[] things, int size) {
        if (placed.isEmpty()) {
            Arrays.sort(things, 0, size);
            return;
        }
        var others = new LongArrayList();
        var numbered = 0;
        for (int i = 0; i < size; i++) {
            if (elsewhere.get(thing(things[i]))) {
                others.add(things[i]);
            } else {
                things[numbered++] = things[i];
            }
        }
        Arrays.sort(things, 0, numbered);
        others.sort((one, other) -> compare(thing(one), thing(other)));
        var to = size - 1;
        for (int from = others.size() - 1; from >= 0; to--) {
            if (numbered > 0 && compare(thing(things[numbered - 1]), thing(others.getLong(from))) > 0) {
                things[to] = things[--numbered];
            } else {
                things[to] = others.getLong(from--);
            }
        }
    }

    private static int thing(long number) {
        return (int) (number >> Integer.SIZE);
    }
}
