package yuanliu.duplicates.detection;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is derived from what, one step, between things that have numbers: two arrays each way, for there may be tens of
/// millions of rows; beside them what has changed since.
final class Rows {

    private static final int[] NONE = {};

    private final Side sources;
    private @Nullable Side users;
    private final Map<Integer, int[]> changedSources = new HashMap<>();
    private final Map<Integer, int[]> changedUsers = new HashMap<>();

    private Rows(Side sources) {
        this.sources = sources;
    }

    /// What a thing is derived from, in the order of the sources' keys.
    int[] sourcesOf(int user) {
        var changed = changedSources.isEmpty() ? null : changedSources.get(user);
        return changed == null ? sources.of(user) : changed;
    }

    /// What is derived from a thing, in no order.
    int[] usersOf(int source) {
        var changed = changedUsers.isEmpty() ? null : changedUsers.get(source);
        return changed == null ? users().of(source) : changed;
    }

    /// @return whether they are others than before
    boolean take(int user, int[] now) {
        var before = sourcesOf(user);
        if (Arrays.equals(before, now)) {
            return false;
        }
        for (var source : before) {
            changedUsers.put(
                    source,
                    Arrays.stream(usersOf(source))
                            .filter(other -> other != user)
                            .toArray());
        }
        for (var source : now) {
            var those = usersOf(source);
            if (Arrays.stream(those).noneMatch(other -> other == user)) {
                var more = Arrays.copyOf(those, those.length + 1);
                more[those.length] = user;
                changedUsers.put(source, more);
            }
        }
        changedSources.put(user, now);
        return true;
    }

    private Side users() {
        var known = users;
        if (known == null) {
            known = sources.turned();
            users = known;
        }
        return known;
    }

    /// By one end of each row, the other ends: those of `n` lie before `upTo[n]`.
    private record Side(int[] upTo, int[] others) {

        int[] of(int one) {
            if (one >= upTo.length) {
                return NONE;
            }
            var from = one == 0 ? 0 : upTo[one - 1];
            return from == upTo[one] ? NONE : Arrays.copyOfRange(others, from, upTo[one]);
        }

        /// Where the rows of each begin, from how many each has.
        static void begin(int[] counts) {
            var sum = 0;
            for (int i = 0; i < counts.length; i++) {
                var count = counts[i];
                counts[i] = sum;
                sum = Math.addExact(sum, count);
            }
        }

        Side turned() {
            var turned = new int[upTo.length];
            for (var other : others) {
                turned[other]++;
            }
            begin(turned);
            var ones = new int[others.length];
            var at = 0;
            for (int one = 0; one < upTo.length; one++) {
                for (; at < upTo[one]; at++) {
                    ones[turned[others[at]]++] = one;
                }
            }
            return new Side(turned, ones);
        }
    }

    /// Which of two comes first.
    interface Order {

        int compare(int one, int other);
    }

    /// Rows as they come.
    static final class Draft {

        private final IntArrayList users = new IntArrayList();
        private final IntArrayList sources = new IntArrayList();

        void add(int user, int source) {
            users.add(user);
            sources.add(source);
        }

        /// @param things how many there are
        /// @param now    by the number that a thing had in the draft, the one it has now
        /// @param order  of those
        Rows rows(int things, int[] now, Order order) {
            var upTo = new int[things];
            for (int i = 0; i < users.size(); i++) {
                upTo[now[users.getInt(i)]]++;
            }
            Side.begin(upTo);
            var others = new int[users.size()];
            for (int i = 0; i < users.size(); i++) {
                others[upTo[now[users.getInt(i)]]++] = now[sources.getInt(i)];
            }
            var side = new Side(upTo, others);
            for (int user = 0, from = 0; user < things; from = upTo[user++]) {
                sort(others, from, upTo[user], order);
            }
            return new Rows(side);
        }
    }

    /// Most have one, few have many.
    static void sort(int[] some, int from, int to, Order order) {
        if (to - from > 16) {
            var sorted = Arrays.stream(some, from, to)
                    .boxed()
                    .sorted(order::compare)
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(sorted, 0, some, from, sorted.length);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            var one = some[i];
            var at = i;
            for (; at > from && order.compare(some[at - 1], one) > 0; at--) {
                some[at] = some[at - 1];
            }
            some[at] = one;
        }
    }
}
