package yuanliu.impact;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/// Numbered things in the groups that they are of, each group's in their order.
final class Grouped {

    private final int[] begin;
    private final int[] things;

    private Grouped(int[] begin, int[] things) {
        this.begin = begin;
        this.things = things;
    }

    /// @param groupOf the group of a thing; below 0 when it is of none
    static Grouped of(int groups, int count, IntUnaryOperator groupOf) {
        var begin = new int[groups + 1];
        for (int thing = 0; thing < count; thing++) {
            var group = groupOf.applyAsInt(thing);
            if (group >= 0) {
                begin[group + 1]++;
            }
        }
        for (int group = 0; group < groups; group++) {
            begin[group + 1] += begin[group];
        }
        var next = Arrays.copyOf(begin, groups);
        var things = new int[begin[groups]];
        for (int thing = 0; thing < count; thing++) {
            var group = groupOf.applyAsInt(thing);
            if (group >= 0) {
                things[next[group]++] = thing;
            }
        }
        return new Grouped(begin, things);
    }

    void each(int group, IntConsumer thing) {
        for (int at = begin[group]; at < begin[group + 1]; at++) {
            thing.accept(things[at]);
        }
    }

    /// The first of a group, or -1.
    int first(int group) {
        return begin[group] < begin[group + 1] ? things[begin[group]] : -1;
    }
}
