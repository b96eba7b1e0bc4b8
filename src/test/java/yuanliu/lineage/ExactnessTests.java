package yuanliu.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Kind;
import yuanliu.web.Window;

/// Thousands of random graphs in one database, against a naive reference. They have nothing in common, so a walk that
/// begins in all of them at once is as many walks.
class ExactnessTests extends RandomGraphs {

    private static final List<LocalDate> DAYS = List.of(
            RandomLineage.FIRST.plusDays(60),
            RandomLineage.FIRST.plusDays(200),
            RandomLineage.FIRST.plusDays(390),
            RandomLineage.FIRST.plusDays(3000));

    @Autowired
    private Derivations derivations;

    @Autowired
    private Catalog catalog;

    private Reach reach(
            List<Map<String, RandomLineage.Start>> starts,
            String sort,
            Grain grain,
            LineageDirection direction,
            @Nullable Integer maxHops,
            LocalDate day) {
        var begun = begun(starts, sort, grain);
        return derivations.reach(begun.from(), begun.asked(), direction, grain, maxHops, day);
    }

    @Test
    void everyGrainOfEveryStartIsToldAsANaiveReferenceTellsIt() {
        var compared = 0;
        var nothing = 0;
        var starts = new ArrayList<Map<String, RandomLineage.Start>>();
        graphs.forEach(one -> starts.add(one.starts()));
        var shape = 0;
        for (var sort : List.of("field", "element", "resource", "form", "system", "department")) {
            for (var grain : Grain.values()) {
                for (var direction : LineageDirection.values()) {
                    var day = DAYS.get(shape % DAYS.size());
                    var maxHops = shape % 3 == 2 ? Integer.valueOf(1 + shape % 4) : null;
                    shape++;
                    var told = told(starts, sort, grain, direction, maxHops, day);
                    for (int i = 0; i < graphs.size(); i++) {
                        var start = starts.get(i).get(sort);
                        if (start == null) {
                            continue;
                        }
                        var one = graphs.get(i);
                        var naive = one.answer(start, direction, grain, maxHops, day);
                        assertThat(told.getOrDefault(one.prefix, Told.nothing()).answer())
                                .as("graph %s, %s of %s %s by %s on %s", one.prefix, direction, sort, start, grain, day)
                                .isEqualTo(naive);
                        compared++;
                        nothing += naive.hops().isEmpty() ? 1 : 0;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(GRAPHS * 24);
        assertThat(nothing).isLessThan(compared * 3 / 4);
    }

    @Test
    void whatCameAndWentAndWentOnByAnotherRuleIsToldAsTheReferenceTellsIt() {
        var starts = new ArrayList<Map<String, RandomLineage.Start>>();
        graphs.forEach(one -> starts.add(one.starts()));
        var changes = new int[3];
        for (var sort : List.of("field", "form", "department")) {
            for (var grain : List.of(Grain.FIELD, Grain.SYSTEM)) {
                var direction = grain == Grain.FIELD ? LineageDirection.DOWNSTREAM : LineageDirection.UPSTREAM;
                for (int day = 1; day < DAYS.size(); day++) {
                    var earlier = DAYS.get(day - 1);
                    var later = DAYS.get(day);
                    var compared = new LineageDiff.Compared(
                            reach(starts, sort, grain, direction, null, earlier),
                            reach(starts, sort, grain, direction, null, later));
                    var told = new TreeMap<String, Integer[]>();
                    compared.came().forEach(row -> count(told, row, 0));
                    compared.went().forEach(row -> count(told, row, 1));
                    compared.changed().forEach(one -> {
                        assertThat(one.before().rule()).isNotEqualTo(one.after().rule());
                        count(told, one.before(), 2);
                    });
                    var naive = new TreeMap<String, Integer[]>();
                    for (int i = 0; i < graphs.size(); i++) {
                        var start = starts.get(i).get(sort);
                        if (start != null) {
                            graphs.get(i)
                                    .diff(start, direction, grain, earlier, later)
                                    .forEach((ends, counts) -> naive.put(ends, counts.toArray(Integer[]::new)));
                        }
                    }
                    assertThat(told.keySet()).isEqualTo(naive.keySet());
                    naive.forEach((ends, counts) -> {
                        assertThat(told.get(ends))
                                .as("%s, %s by %s", ends, sort, grain)
                                .isEqualTo(counts);
                        for (int i = 0; i < 3; i++) {
                            changes[i] += counts[i];
                        }
                    });
                }
            }
        }
        assertThat(changes).doesNotContain(0);
    }

    private static void count(Map<String, Integer[]> counts, Derivation row, int which) {
        counts.computeIfAbsent(row.fromCode() + " > " + row.toCode(), ends -> new Integer[] {0, 0, 0})[which]++;
    }

    private Map<String, Told> told(
            List<Map<String, RandomLineage.Start>> starts,
            String sort,
            Grain grain,
            LineageDirection direction,
            @Nullable Integer maxHops,
            LocalDate day) {
        var reach = reach(starts, sort, grain, direction, maxHops, day);
        var told = new HashMap<String, Told>();
        reach.reached().forEach(one -> of(told, one.code()).hops.put(one.code(), one.hop()));
        reach.ends().forEach(one -> of(told, one.code()).ends.add(one.code()));
        reach.rows().forEach(row -> of(told, row.edge()).edges.add(row.edge()));
        return told;
    }

    /// One walk that begins in all graphs.

    private static Told of(Map<String, Told> told, String code) {
        return told.computeIfAbsent(code.substring(0, code.indexOf('-') + 1), prefix -> Told.nothing());
    }

    private record Told(Map<String, Integer> hops, Set<String> ends, Set<String> edges) {

        static Told nothing() {
            return new Told(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
        }

        RandomLineage.Answer answer() {
            return new RandomLineage.Answer(hops, ends, edges);
        }
    }

    /// The same by the door, where the starts are found in the graph, with every page of every list.
    @Test
    void whatIsAskedByNameIsToldAsTheReferenceTellsIt() {
        for (var one : graphs.subList(0, Math.min(graphs.size(), 20))) {
            var start = one.starts();
            for (var sort : start.keySet()) {
                if (sort.equals("element")) {
                    continue;
                }
                var asked = start.get(sort);
                var of = entity(sort, asked);
                for (var grain : Grain.values()) {
                    var day = DAYS.get(grain.ordinal());
                    var lineage = derivations.lineage(of, LineageDirection.UPSTREAM, grain, null, day);
                    var naive = one.answer(asked, LineageDirection.UPSTREAM, grain, null, day);
                    var hops = new TreeMap<String, Integer>();
                    derivations
                            .nodes(lineage, Window.of("nodes", 500, null), false)
                            .getNodes()
                            .forEach(node -> hops.put(node.asset().code(), node.hop()));
                    var ends = new TreeSet<String>();
                    derivations
                            .ends(lineage, Window.of("ends", 500, null), false)
                            .getNodes()
                            .forEach(end -> ends.add(end.code()));
                    assertThat(hops).as("%s %s by %s", sort, of.code(), grain).isEqualTo(naive.hops());
                    assertThat(ends).as("%s %s by %s", sort, of.code(), grain).isEqualTo(naive.ends());
                    assertThat(derivations
                                    .edges(lineage, Window.of("edges", 500, null))
                                    .getTotalCount())
                            .isEqualTo(naive.edges().size());
                }
            }
        }
    }

    private Entity entity(String sort, RandomLineage.Start start) {
        return switch (sort) {
            case "field" ->
                catalog.find(Kind.DATA_FIELD, start.fields().iterator().next()).orElseThrow();
            case "resource" ->
                catalog.find(Kind.DATA_RESOURCE, start.owners().iterator().next())
                        .orElseThrow();
            case "form" ->
                catalog.find(Kind.FORM, start.owners().iterator().next()).orElseThrow();
            case "system" ->
                catalog.find(Kind.INFORMATION_SYSTEM, String.valueOf(start.asked()))
                        .orElseThrow();
            default ->
                catalog.find(Kind.DEPARTMENT, String.valueOf(start.asked())).orElseThrow();
        };
    }

    /// All simple ways, enumerated, on a day.
    @Test
    void theWaysOfADayAreAllSimpleWaysInOrder() {
        var connected = 0;
        for (var one : graphs.subList(0, Math.min(graphs.size(), 150))) {
            var fields = one.fields();
            if (fields.size() < 2) {
                continue;
            }
            var source = fields.getFirst();
            var user = fields.getLast();
            var day = DAYS.get(one.rows.size() % DAYS.size());
            var lengths = new ArrayList<Integer>();
            ways(one, user, source, day, List.of(user), lengths);
            lengths.sort(null);

            var paths = derivations.paths(field(source), field(user), 20, day);

            assertThat(paths.paths())
                    .as("graph %s", one.prefix)
                    .extracting(LineagePath::length)
                    .isEqualTo(lengths.subList(0, Math.min(20, lengths.size())));
            assertThat(paths.verdict() == LineagePaths.Verdict.CONNECTED).isEqualTo(!lengths.isEmpty());
            connected += lengths.isEmpty() ? 0 : 1;
        }
        assertThat(connected).isPositive();
    }

    private static void ways(
            RandomLineage graph, String at, String source, LocalDate day, List<String> passed, List<Integer> lengths) {
        for (var row : graph.rows) {
            if (!row.whole() && row.holds(day) && row.user().equals(at) && !passed.contains(row.source())) {
                if (row.source().equals(source)) {
                    lengths.add(passed.size());
                } else {
                    var further = new ArrayList<>(passed);
                    further.add(row.source());
                    ways(graph, row.source(), source, day, further, lengths);
                }
            }
        }
    }

    private Entity field(String code) {
        return catalog.find(Kind.DATA_FIELD, code).orElseThrow();
    }
}
