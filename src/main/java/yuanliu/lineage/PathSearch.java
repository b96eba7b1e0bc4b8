package yuanliu.lineage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/// The best ways through an upstream walk. Best first (A*): what is still to go is known exactly, by hops and then by
/// doubt, so the ways come out in order and a ladder of diamonds costs what is shown of it, not what it contains.
final class PathSearch {

    /// @param doubt the sum of −ln(certainty): least for the surest
    private record Remaining(int hops, double doubt) implements Comparable<Remaining> {

        @Override
        public int compareTo(Remaining other) {
            return Comparator.comparingInt(Remaining::hops)
                    .thenComparingDouble(Remaining::doubt)
                    .compare(this, other);
        }

        Remaining behind(Derivation row) {
            return new Remaining(hops + 1, doubt + doubtOf(row));
        }
    }

    /// A way that has come from the user's end as far as `at`, its rows newest first in `rows`.
    private record Partial(String at, List<Derivation> rows, double doubt, Remaining whole, String codes) {

        static final Comparator<Partial> BEST =
                Comparator.comparing(Partial::whole).thenComparing(Partial::codes);

        boolean passes(String key) {
            return at.equals(key) || rows.stream().anyMatch(row -> row.toKey().equals(key));
        }
    }

    private PathSearch() {}

    /// @param walk    upstream, from the user's fields
    /// @param sources the keys at which a way may begin
    /// @return each from the source to the user
    static List<List<Derivation>> best(Walk walk, Set<String> sources, int limit) {
        var rowsInto = new HashMap<String, List<Derivation>>();
        var rowsOutOf = new HashMap<String, List<Derivation>>();
        for (var row : walk.rows()) {
            rowsInto.computeIfAbsent(row.toKey(), key -> new ArrayList<>()).add(row);
            rowsOutOf.computeIfAbsent(row.fromKey(), key -> new ArrayList<>()).add(row);
        }
        var toGo = toGo(sources, rowsOutOf);
        var open = new PriorityQueue<>(Partial.BEST);
        for (var start : walk.starts()) {
            var remaining = toGo.get(start);
            if (remaining != null && !sources.contains(start)) {
                open.add(new Partial(start, List.of(), 0, remaining, ""));
            }
        }
        var found = new ArrayList<List<Derivation>>();
        while (!open.isEmpty() && found.size() < limit) {
            var way = open.poll();
            if (sources.contains(way.at())) {
                found.add(way.rows());
                continue;
            }
            for (var row : rowsInto.getOrDefault(way.at(), List.of())) {
                var remaining = toGo.get(row.fromKey());
                if (remaining != null && !way.passes(row.fromKey())) {
                    open.add(extended(way, row, remaining));
                }
            }
        }
        return found;
    }

    private static Partial extended(Partial way, Derivation row, Remaining remaining) {
        var rows = new ArrayList<Derivation>(way.rows().size() + 1);
        rows.add(row);
        rows.addAll(way.rows());
        var doubt = way.doubt() + doubtOf(row);
        return new Partial(
                row.fromKey(),
                rows,
                doubt,
                new Remaining(rows.size() + remaining.hops(), doubt + remaining.doubt()),
                way.codes() + '\n' + row.fromCode() + '\n' + row.edge());
    }

    /// How far each field is from the nearest source, by hops and then by doubt: level by level, for within a level a
    /// field takes the surest of the rows from the level before.
    private static Map<String, Remaining> toGo(Collection<String> sources, Map<String, List<Derivation>> rowsOutOf) {
        var toGo = new HashMap<String, Remaining>();
        var level = new ArrayDeque<String>();
        for (var source : sources) {
            toGo.put(source, new Remaining(0, 0));
            level.add(source);
        }
        while (!level.isEmpty()) {
            var next = new HashMap<String, Remaining>();
            for (var key : level) {
                var here = toGo.get(key);
                for (var row : rowsOutOf.getOrDefault(key, List.of())) {
                    if (here != null && !toGo.containsKey(row.toKey())) {
                        next.merge(row.toKey(), here.behind(row), (a, b) -> a.compareTo(b) <= 0 ? a : b);
                    }
                }
            }
            toGo.putAll(next);
            level = new ArrayDeque<>(next.keySet());
        }
        return toGo;
    }

    private static double doubtOf(Derivation row) {
        return -Math.log(Math.max(row.certainty(), 1e-9));
    }
}
