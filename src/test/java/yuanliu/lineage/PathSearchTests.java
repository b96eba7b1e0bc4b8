package yuanliu.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PathSearchTests {

    /// user ← gate ← source, and behind the gate a cluster in which everything comes from everything, the gate too:
    /// there is one way only, and whoever looks for a second one must not try every tour of the cluster.
    @Test
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aClusterThatLeadsNowhereIsNotToured() {
        var rows = new ArrayList<Derivation>();
        rows.add(row("user", "gate"));
        rows.add(row("gate", "source"));
        for (int i = 0; i < 14; i++) {
            rows.add(row("gate", "c" + i));
            rows.add(row("c" + i, "gate"));
            for (int j = 0; j < 14; j++) {
                if (i != j) {
                    rows.add(row("c" + i, "c" + j));
                }
            }
        }

        var ways = PathSearch.best(walk(rows, "user"), Set.of("source"), 3);

        assertThat(ways).singleElement().satisfies(way -> assertThat(way).hasSize(2));
    }

    /// Against all simple ways, enumerated.
    @Test
    void theBestWaysAreTheFirstOfAllWaysInOrder() {
        for (long seed = 1; seed <= Long.getLong("yuanliu.test.graphs", 300); seed++) {
            var random = new Random(seed);
            int size = 2 + random.nextInt(5);
            var rows = new ArrayList<Derivation>();
            for (int i = random.nextInt(size * 3) + 1; i > 0; i--) {
                rows.add(row(
                        "f" + random.nextInt(size),
                        "f" + random.nextInt(size),
                        "e" + rows.size(),
                        random.nextBoolean() ? null : 0.1 * (1 + random.nextInt(9))));
            }
            var all = new ArrayList<List<Derivation>>();
            collect("f0", "f1", rows, List.of(), all);
            all.sort(Comparator.<List<Derivation>>comparingInt(List::size)
                    .thenComparing(PathSearchTests::product, Comparator.reverseOrder())
                    .thenComparing(PathSearchTests::codes));

            for (int limit : List.of(1, 3, 20)) {
                var ways = PathSearch.best(walk(rows, "f0"), Set.of("f1"), limit);

                assertThat(ways)
                        .as("seed %d, limit %d", seed, limit)
                        .isEqualTo(all.subList(0, Math.min(limit, all.size())));
            }
        }
    }

    private static void collect(
            String at, String source, List<Derivation> rows, List<Derivation> way, List<List<Derivation>> all) {
        for (var row : rows) {
            var back = row.fromKey().equals(at)
                    || way.stream().anyMatch(step -> step.toKey().equals(row.fromKey()));
            if (row.toKey().equals(at) && !back) {
                var longer = new ArrayList<Derivation>();
                longer.add(row);
                longer.addAll(way);
                if (row.fromKey().equals(source)) {
                    all.add(longer);
                } else {
                    collect(row.fromKey(), source, rows, longer, all);
                }
            }
        }
    }

    /// The product of the confidences, rounded so that the order of multiplying does not tell.
    private static double product(List<Derivation> way) {
        return Math.round(way.stream().mapToDouble(Derivation::certainty).reduce(1, (a, b) -> a * b) * 1e10) / 1e10;
    }

    private static String codes(List<Derivation> way) {
        return way.reversed().stream()
                .map(row -> "\n" + row.fromCode() + "\n" + row.edge())
                .collect(Collectors.joining());
    }

    private static Walk walk(List<Derivation> rows, String user) {
        return new Walk(Walk.Start.ofFields(List.of(user)), LineageDirection.UPSTREAM, new Walk.Rows() {

            @Override
            public List<Walk.FieldRow> ofFields(Collection<String> keys) {
                return rows.stream()
                        .filter(row -> keys.contains(row.toKey()))
                        .map(row -> new Walk.FieldRow(row, new Walk.Field(row.fromKey(), row.fromCode(), null, null)))
                        .toList();
            }

            @Override
            public List<Walk.WholeRow> ofWholes(Collection<Owner> owners) {
                return List.of();
            }
        });
    }

    private static Derivation row(String user, String source) {
        return row(user, source, user + "|" + source, null);
    }

    private static Derivation row(String user, String source, String edge, @Nullable Double confidence) {
        return new Derivation(
                End.field(source, source),
                End.field(user, user),
                edge,
                null,
                null,
                Assertion.PERSON,
                confidence,
                null,
                null,
                null,
                List.of());
    }
}
