package yuanliu.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import yuanliu.web.Codes;

/// The best ways through an upstream walk, no field twice on any of them. Best first (A*): what is still to go is known
/// by hops and then by doubt, so the ways come out in order and a ladder of diamonds costs what is shown of it, not
/// what it contains.
///
/// What is to go is first taken as if no field had been passed yet, which is never too much. When a way comes to be the
/// best, it is measured again around what it has passed, and dropped when nothing is left: so only what is part of an
/// answer is ever extended, and a ring that leads nowhere is not toured.
final class PathSearch {

    /// Whole numbers, for the same steps must weigh the same in whatever order they are added.
    private static final double DOUBT_UNITS = 1e12;

    /// @param doubt the sum of −ln(certainty): least for the surest
    private record Distance(int hops, long doubt) implements Comparable<Distance> {

        static final Distance NONE = new Distance(0, 0);

        @Override
        public int compareTo(Distance other) {
            return Comparator.comparingInt(Distance::hops)
                    .thenComparingLong(Distance::doubt)
                    .compare(this, other);
        }

        Distance and(Distance more) {
            return new Distance(hops + more.hops, doubt + more.doubt);
        }

        Distance behind(Derivation row) {
            return and(new Distance(
                    1, Math.round(-Math.log(Math.max(row.certainty(), Double.MIN_NORMAL)) * DOUBT_UNITS)));
        }

        static Distance lesser(Distance one, Distance other) {
            return one.compareTo(other) <= 0 ? one : other;
        }
    }

    /// A way that has come from the user's end as far as `at`.
    ///
    /// @param rows     from `at` to the user
    /// @param whole    the least that the whole way can be
    /// @param measured whether `whole` is what it will be
    private record Way(
            String at, List<Derivation> rows, Distance gone, Distance whole, boolean measured, String codes) {

        static final Comparator<Way> BEST = Comparator.comparing(Way::whole).thenComparing(Way::codes, Codes.ORDER);

        Set<String> passed() {
            var passed = new HashSet<String>();
            passed.add(at);
            rows.forEach(row -> passed.add(row.toKey()));
            return passed;
        }

        Way measured(Distance toGo) {
            return new Way(at, rows, gone, gone.and(toGo), true, codes);
        }

        Way extended(Derivation row, Distance toGo) {
            var longer = new ArrayList<Derivation>(rows.size() + 1);
            longer.add(row);
            longer.addAll(rows);
            var further = gone.behind(row);
            return new Way(
                    row.fromKey(),
                    longer,
                    further,
                    further.and(toGo),
                    false,
                    codes + '\n' + row.fromCode() + '\n' + row.edge());
        }
    }

    private final Set<String> sources;
    private final Map<String, List<Derivation>> rowsInto = new HashMap<>();
    private final Map<String, Distance> toGo;

    private PathSearch(List<Derivation> rows, Set<String> sources) {
        this.sources = sources;
        var rowsOutOf = new HashMap<String, List<Derivation>>();
        for (var row : rows) {
            rowsInto.computeIfAbsent(row.toKey(), key -> new ArrayList<>()).add(row);
            rowsOutOf.computeIfAbsent(row.fromKey(), key -> new ArrayList<>()).add(row);
        }
        this.toGo = toGo(sources, rowsOutOf);
    }

    /// @param walk    upstream, from the user's fields
    /// @param sources the keys at which a way may begin
    /// @return each from the source to the user
    static List<List<Derivation>> best(Walk walk, Set<String> sources, int limit) {
        return best(walk.rows(), walk.start().fields(), sources, limit);
    }

    /// As [#best], for one of the fields at which the walk began.
    static List<List<Derivation>> best(Walk walk, Set<String> sources, String user, int limit) {
        return best(walk.rows(), List.of(user), sources, limit);
    }

    /// As [#best], of rows that need not be those of a walk.
    ///
    /// @param rows in their order
    static List<List<Derivation>> best(
            List<Derivation> rows, Collection<String> users, Set<String> sources, int limit) {
        return new PathSearch(rows, sources).best(users, limit);
    }

    private List<List<Derivation>> best(Collection<String> users, int limit) {
        var open = new PriorityQueue<>(Way.BEST);
        for (var user : users) {
            var remaining = toGo.get(user);
            if (remaining != null && !sources.contains(user)) {
                open.add(new Way(user, List.of(), Distance.NONE, remaining, true, ""));
            }
        }
        var found = new ArrayList<List<Derivation>>();
        while (!open.isEmpty() && found.size() < limit) {
            var way = open.poll();
            if (sources.contains(way.at())) {
                found.add(way.rows());
            } else if (way.measured()) {
                extend(way, open);
            } else {
                toGoAround(way).ifPresent(exactly -> open.add(way.measured(exactly)));
            }
        }
        return found;
    }

    private void extend(Way way, PriorityQueue<Way> open) {
        var passed = way.passed();
        for (var row : rowsInto.getOrDefault(way.at(), List.of())) {
            var remaining = toGo.get(row.fromKey());
            if (remaining != null && !passed.contains(row.fromKey())) {
                open.add(way.extended(row, remaining));
            }
        }
    }

    /// What a way has still to go when it may not come back to what it has passed; empty when there is no way on.
    private Optional<Distance> toGoAround(Way way) {
        var seen = way.passed();
        Map<String, Distance> level = Map.of(way.at(), Distance.NONE);
        while (!level.isEmpty()) {
            var next = new HashMap<String, Distance>();
            level.forEach((key, here) -> {
                for (var row : rowsInto.getOrDefault(key, List.of())) {
                    if (!seen.contains(row.fromKey()) && toGo.containsKey(row.fromKey())) {
                        next.merge(row.fromKey(), here.behind(row), Distance::lesser);
                    }
                }
            });
            var arrived = next.entrySet().stream()
                    .filter(one -> sources.contains(one.getKey()))
                    .map(Map.Entry::getValue)
                    .min(Comparator.naturalOrder());
            if (arrived.isPresent()) {
                return arrived;
            }
            seen.addAll(next.keySet());
            level = next;
        }
        return Optional.empty();
    }

    /// How far each field is from the nearest source, by hops and then by doubt: level by level, for within a level a
    /// field takes the surest of the rows from the level before.
    private static Map<String, Distance> toGo(Collection<String> sources, Map<String, List<Derivation>> rowsOutOf) {
        var toGo = new HashMap<String, Distance>();
        var level = new HashMap<String, Distance>();
        for (var source : sources) {
            level.put(source, Distance.NONE);
        }
        while (!level.isEmpty()) {
            toGo.putAll(level);
            var next = new HashMap<String, Distance>();
            level.forEach((key, here) -> {
                for (var row : rowsOutOf.getOrDefault(key, List.of())) {
                    if (!toGo.containsKey(row.toKey())) {
                        next.merge(row.toKey(), here.behind(row), Distance::lesser);
                    }
                }
            });
            level = next;
        }
        return toGo;
    }
}
