package yuanliu.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// What is reached from some fields, level by level: each field once, at its least number of hops, and every row that
/// was walked. It has no upper bound of its own and ends in cycles, for a field is expanded once.
final class Walk {

    /// @param code what it is called
    /// @param hop  how far from the nearest start
    record Reached(String key, String code, int hop) {

        static final Comparator<Reached> NEAREST_FIRST =
                Comparator.comparingInt(Reached::hop).thenComparing(Reached::code, Codes.ORDER);
    }

    private final LineageDirection direction;
    private final Set<String> starts;
    private final Map<String, Reached> reached = new LinkedHashMap<>();
    private final List<Derivation> rows = new ArrayList<>();
    private final Set<String> leadingOn = new HashSet<>();
    private final @Nullable Integer maxHops;

    /// @param rowsFrom the rows that leave the fields of these keys, in the walk's direction
    Walk(
            Collection<String> starts,
            LineageDirection direction,
            @Nullable Integer maxHops,
            Function<Collection<String>, List<Derivation>> rowsFrom) {
        this.direction = direction;
        this.maxHops = maxHops;
        this.starts = Set.copyOf(starts);
        Collection<String> frontier = this.starts;
        for (int hop = 1; !frontier.isEmpty(); hop++) {
            var next = new LinkedHashMap<String, Reached>();
            for (var row : rowsFrom.apply(frontier)) {
                rows.add(row);
                leadingOn.add(row.nearKey(direction));
                var far = row.farKey(direction);
                if (!this.starts.contains(far) && !reached.containsKey(far)) {
                    next.putIfAbsent(far, new Reached(far, row.farCode(direction), hop));
                }
            }
            reached.putAll(next);
            frontier = next.keySet();
        }
    }

    private boolean within(Reached one) {
        return maxHops == null || one.hop() <= maxHops;
    }

    /// Nearest first, then by code.
    List<Reached> reached() {
        return reached.values().stream()
                .filter(this::within)
                .sorted(Reached.NEAREST_FIRST)
                .toList();
    }

    /// How many lie beyond the hops that were asked for.
    long omitted() {
        return reached.values().stream().filter(one -> !within(one)).count();
    }

    Map<Integer, Integer> countsByHop() {
        var counts = new TreeMap<Integer, Integer>();
        reached().forEach(one -> counts.merge(one.hop(), 1, Integer::sum));
        return counts;
    }

    /// Those from which no row leads on, not even into a cycle.
    List<Reached> ends() {
        return reached().stream()
                .filter(one -> !leadingOn.contains(one.key()))
                .sorted(Comparator.comparing(Reached::code, Codes.ORDER))
                .toList();
    }

    /// Every row walked within the hops that were asked for: from a start, or from what lies nearer than the last hop.
    List<Derivation> rows() {
        return rows.stream()
                .filter(row -> maxHops == null || hopOf(row.nearKey(direction)) < maxHops)
                .sorted(Derivation.ORDER)
                .toList();
    }

    /// The rows by which each field was come to.
    Map<String, List<Derivation>> rowsByArrival() {
        var arrivals = new HashMap<String, List<Derivation>>();
        rows().forEach(row -> arrivals.computeIfAbsent(row.farKey(direction), key -> new ArrayList<>())
                .add(row));
        return arrivals;
    }

    private int hopOf(String key) {
        var one = reached.get(key);
        return one == null ? 0 : one.hop();
    }

    Set<String> starts() {
        return starts;
    }

    LineageDirection direction() {
        return direction;
    }

    boolean reaches(String key) {
        return reached.containsKey(key);
    }
}
