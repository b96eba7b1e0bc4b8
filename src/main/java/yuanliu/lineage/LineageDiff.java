package yuanliu.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Entity;
import yuanliu.web.Codes;

/// How the lineage of something changed from one day to another.
///
/// @param recorded whether anything was recorded of both days
public record LineageDiff(
        Entity of,
        LineageDirection direction,
        Grain grain,
        LocalDate from,
        LocalDate to,
        boolean recorded,
        Compared compared) {

    /// Rows of the same flow on the two days, with another rule.
    record Changed(Derivation before, Derivation after) {}

    /// What makes two rows the same flow: the rule is what may change.
    private record Flow(End from, End to, @Nullable Activity activity) {

        static Flow of(Derivation row) {
            return new Flow(row.from(), row.to(), row.activity());
        }
    }

    /// The two days' rows compared, which only this capability looks into.
    public static final class Compared {

        /// The order in which rows of one flow are paired.
        private static final Comparator<Derivation> OLDEST_FIRST = Comparator.comparing(
                        Derivation::validFrom, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(Derivation::edge, Codes.ORDER);

        private final Reach before;
        private final Reach after;
        private final List<Derivation> went = new ArrayList<>();
        private final List<Derivation> came = new ArrayList<>();
        private final List<Changed> changed = new ArrayList<>();

        Compared(Reach before, Reach after) {
            this.before = before;
            this.after = after;
            var gone = outside(before.rows(), after.rows());
            var come = outside(after.rows(), before.rows());
            var byFlow = come.stream()
                    .sorted(OLDEST_FIRST)
                    .collect(Collectors.groupingBy(Flow::of, HashMap::new, Collectors.toCollection(ArrayList::new)));
            var unpaired = new ArrayList<Derivation>();
            for (var row : gone.stream().sorted(OLDEST_FIRST).toList()) {
                if (!renewed(row, byFlow.getOrDefault(Flow.of(row), new ArrayList<>()))) {
                    unpaired.add(row);
                }
            }
            for (var row : unpaired) {
                var later = byFlow.getOrDefault(Flow.of(row), new ArrayList<>());
                if (later.isEmpty()) {
                    went.add(row);
                } else {
                    changed.add(new Changed(row, later.removeFirst()));
                }
            }
            byFlow.values().forEach(came::addAll);
            came.sort(Derivation.ORDER);
            went.sort(Derivation.ORDER);
            changed.sort(Comparator.comparing(Changed::after, Derivation.ORDER));
        }

        private static List<Derivation> outside(List<Derivation> rows, List<Derivation> others) {
            Set<String> edges = new HashSet<>();
            others.forEach(row -> edges.add(row.edge()));
            return rows.stream().filter(row -> !edges.contains(row.edge())).toList();
        }

        /// Takes out of the later rows the first that goes on as this one did.
        private static boolean renewed(Derivation row, List<Derivation> later) {
            for (int i = 0; i < later.size(); i++) {
                if (Objects.equals(later.get(i).rule(), row.rule())) {
                    later.remove(i);
                    return true;
                }
            }
            return false;
        }

        Reach before() {
            return before;
        }

        Reach after() {
            return after;
        }

        List<Derivation> went() {
            return went;
        }

        List<Derivation> came() {
            return came;
        }

        List<Changed> changed() {
            return changed;
        }
    }
}
