package yuanliu.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Kind;
import yuanliu.web.BadRequest;
import yuanliu.web.Today;
import yuanliu.web.Window;

class LineageTests extends GivenGraph {

    @Autowired
    private Catalog catalog;

    @Autowired
    private Derivations derivations;

    @Test
    void aChainOfFortyHopsIsWhole() {
        given("UNWIND range(0, 40) AS i CREATE (:DataField {code: 'C' + i, key: 'C' + i, name: '字段' + i})");
        given("""
                UNWIND range(1, 40) AS i
                MATCH (user:DataField {key: 'C' + i}), (source:DataField {key: 'C' + (i - 1)})
                CREATE (user)-[:DERIVED_FROM {edge: 'e' + i, activity: '归集'}]->(source)
                """);

        var upstream = walk("C40", LineageDirection.UPSTREAM, null);

        assertThat(upstream.reached()).hasSize(40);
        assertThat(upstream.ends()).extracting(Reach.Reached::code).containsExactly("C0");
        var limited = walk("C40", LineageDirection.UPSTREAM, 3);
        assertThat(limited.reached()).hasSize(3);
        assertThat(limited.omitted()).isEqualTo(37);
        assertThat(limited.ends()).isEmpty();
        assertThat(limited.rows()).hasSize(3);
        var path = derivations.paths(field("C0"), field("C40"), 3);
        assertThat(path.verdict()).isEqualTo(LineagePaths.Verdict.CONNECTED);
        assertThat(path.paths()).singleElement().satisfies(only -> {
            assertThat(only.length()).isEqualTo(40);
            assertThat(only.weakest()).isNull();
            assertThat(only.sentence()).startsWith("字段40 ← 归集自 字段39");
        });
    }

    @Test
    void aLadderOfTwentyDiamondsHasItsNodesOnceAndItsBestPathsFirst() {
        given("""
                UNWIND range(0, 20) AS i UNWIND ['A', 'B'] AS side
                CREATE (:DataField {code: side + i, key: side + i, name: side + i})
                """);
        given("""
                UNWIND range(1, 20) AS i UNWIND ['A', 'B'] AS side UNWIND ['A', 'B'] AS other
                MATCH (user:DataField {key: side + i}), (source:DataField {key: other + (i - 1)})
                CREATE (user)-[:DERIVED_FROM {edge: side + other + i, confidence: CASE other WHEN 'A' THEN 0.9 ELSE 0.5 END}]->(source)
                """);

        var upstream = walk("A20", LineageDirection.UPSTREAM, null);

        assertThat(upstream.reached()).hasSize(40);
        assertThat(upstream.rows()).hasSize(2 + 19 * 4);
        var quickest = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            var before = System.nanoTime();
            walk("A20", LineageDirection.UPSTREAM, null).reached();
            derivations.paths(field("A0"), field("A20"), 3);
            quickest = Math.min(quickest, System.nanoTime() - before);
        }
        assertThat(Duration.ofNanos(quickest)).isLessThan(Duration.ofMillis(500));
        var best = derivations.paths(field("A0"), field("A20"), 3);
        assertThat(best.paths()).hasSize(3);
        assertThat(best.paths().getFirst().steps())
                .allSatisfy(step -> assertThat(step.from().code()).startsWith("A"));
    }

    @Test
    void aCycleEndsAndNeverCountsItsStart() {
        graph("a b", "b c", "c a", "c c");

        var upstream = walk("a", LineageDirection.UPSTREAM, null);

        assertThat(upstream.reached()).extracting(Reach.Reached::code).containsExactly("b", "c");
        assertThat(upstream.ends()).isEmpty();
        assertThat(upstream.rows()).hasSize(4);
    }

    @Test
    void twoActivitiesBetweenAPairAreTwoStepsAndOneNode() {
        graph("a b", "a b");

        var upstream = walk("a", LineageDirection.UPSTREAM, null);

        assertThat(upstream.reached()).hasSize(1);
        assertThat(upstream.arrivals().get(new Place(Kind.DATA_FIELD, "b", "b")))
                .hasSize(2);
    }

    @Test
    void onlyRowsInForceTodayAreWalked() {
        graph("a b");
        given("MATCH ()-[d:DERIVED_FROM]->() SET d.validTo = date()");
        assertThat(walk("a", LineageDirection.UPSTREAM, null).reached()).isEmpty();

        given(
                "MATCH ()-[d:DERIVED_FROM]->() SET d.validTo = date() + duration('P2D'), d.validFrom = date() + duration('P2D')");
        assertThat(walk("a", LineageDirection.UPSTREAM, null).reached()).isEmpty();

        given("MATCH ()-[d:DERIVED_FROM]->() SET d.validFrom = date() - duration('P2D')");
        assertThat(walk("a", LineageDirection.UPSTREAM, null).reached()).hasSize(1);
    }

    @Test
    void allFieldsOfAResourceAreStartsAndNoneIsCounted() {
        graph("r1 r2", "r2 s");
        given("""
                CREATE (r:DataResource {code: 'R', key: 'R', name: '资源'})
                WITH r MATCH (f:DataField) WHERE f.key STARTS WITH 'r' CREATE (r)-[:HAS_FIELD]->(f)
                """);

        var of = catalog.find(Kind.DATA_RESOURCE, "R").orElseThrow();
        var lineage = derivations.lineage(of, LineageDirection.UPSTREAM, Grain.FIELD, null);

        assertThat(lineage.reach().reached()).extracting(Reach.Reached::code).containsExactly("s");
    }

    @Test
    void aDayBeforeTheFirstRowHoldsOrWasFiledIsNotRecorded() {
        graph("a b", "b c");
        given(
                "MATCH ({key: 'a'})-[d:DERIVED_FROM]->() SET d.validFrom = date('2024-03-01'), d.filedOn = date('2025-01-01')");
        given("MATCH ({key: 'b'})-[d:DERIVED_FROM]->() SET d.filedOn = date('2025-01-01')");

        assertThat(derivations.isRecorded(LocalDate.of(2024, 2, 29))).isFalse();
        assertThat(derivations.isRecorded(LocalDate.of(2024, 3, 1))).isTrue();
        var before = derivations.lineage(
                field("a"), LineageDirection.UPSTREAM, Grain.FIELD, null, LocalDate.of(2024, 2, 29));
        assertThat(before.recorded()).isFalse();
        assertThat(derivations
                        .paths(field("c"), field("b"), 3, LocalDate.of(2024, 2, 29))
                        .verdict())
                .isEqualTo(LineagePaths.Verdict.UNKNOWN);
        assertThat(derivations
                        .paths(field("c"), field("a"), 3, LocalDate.of(2024, 3, 1))
                        .verdict())
                .isEqualTo(LineagePaths.Verdict.CONNECTED);

        given("MATCH ({key: 'a'})-[d:DERIVED_FROM]->() REMOVE d.validFrom");
        assertThat(derivations.isRecorded(LocalDate.of(2024, 12, 31))).isFalse();
        assertThat(derivations.isRecorded(LocalDate.of(2025, 1, 1))).isTrue();
    }

    @Test
    void whereNothingWasEverRecordedNoEarlierDayIsKnown() {
        given("CREATE (:DataField {code: 'a', key: 'a', name: 'a'})");

        assertThat(derivations.isRecorded(LocalDate.of(2024, 1, 1))).isFalse();
        assertThat(derivations.isRecorded(LocalDate.now(Today.ZONE))).isTrue();
    }

    @Test
    void aResourceWithoutASystemLeadsOnAndIsShownAsItself() {
        graph("r1 r2", "r2 r3");
        given("""
                UNWIND ['1', '2', '3'] AS i MATCH (f:DataField {key: 'r' + i})
                CREATE (r:DataResource {code: 'R' + i, key: 'R' + i, name: 'R' + i})-[:HAS_FIELD]->(f)
                """);
        given("""
                UNWIND ['1', '3'] AS i MATCH (r:DataResource {key: 'R' + i})
                CREATE (r)-[:HOSTED_IN]->(:InformationSystem {code: 'S' + i, key: 'S' + i, name: 'S' + i})
                """);

        var lineage = derivations.lineage(field("r1"), LineageDirection.UPSTREAM, Grain.SYSTEM, null);

        assertThat(lineage.reach().reached())
                .extracting(one -> one.code() + one.hop())
                .containsExactly("S32");
        assertThat(derivations.edges(lineage, Window.of("edges", 9, null)).getNodes())
                .extracting(step -> step.from().code() + " > " + step.to().code())
                .containsExactly("R2 > S1", "S3 > R2");
    }

    @Test
    void theOwnSystemCountsOnlyWhenTheWalkLeavesItAndComesBack() {
        graph("a1 a2", "b1 c1", "c1 b1");
        given("""
                UNWIND [['A', 'a1', 'S'], ['B', 'a2', 'S'], ['C', 'b1', 'T'], ['D', 'c1', 'S']] AS one
                MATCH (f:DataField {key: one[1]})
                MERGE (s:InformationSystem {code: one[2], key: one[2], name: one[2]})
                CREATE (:DataResource {code: one[0], key: one[0], name: one[0]})-[:HOSTED_IN]->(s)
                WITH one, f MATCH (r:DataResource {key: one[0]}) CREATE (r)-[:HAS_FIELD]->(f)
                """);

        assertThat(codes("a1", Grain.SYSTEM)).isEmpty();
        assertThat(codes("a1", Grain.RESOURCE)).containsExactly("B");
        assertThat(codes("b1", Grain.SYSTEM)).containsExactly("S", "T");
        assertThat(codes("b1", Grain.FIELD)).containsExactly("c1");
    }

    private List<String> codes(String field, Grain grain) {
        return derivations.lineage(field(field), LineageDirection.UPSTREAM, grain, null).reach().reached().stream()
                .map(Reach.Reached::code)
                .toList();
    }

    @Test
    void aRuleThatChangedIsOneChangeAndARenewalNone() {
        graph("a b", "a b", "a c", "a c", "a d", "a e");
        given("""
                MATCH (u)-[d:DERIVED_FROM]->(s)
                SET d.activity = '归集', d.rule = CASE d.edge WHEN 'e1' THEN '实时' ELSE '每日' END,
                  d.validFrom = CASE WHEN d.edge IN ['e1', 'e3', 'e5'] THEN date('2025-01-01') ELSE date('2024-01-01') END,
                  d.validTo = CASE WHEN d.edge IN ['e0', 'e2', 'e4'] THEN date('2025-01-01') END
                """);

        var diff = derivations.diff(
                field("a"), LineageDirection.UPSTREAM, Grain.FIELD, LocalDate.of(2024, 6, 1), LocalDate.of(2025, 6, 1));

        assertThat(diff.compared().came()).extracting(Derivation::fromCode).containsExactly("e");
        assertThat(diff.compared().went()).extracting(Derivation::fromCode).containsExactly("d");
        assertThat(diff.compared().changed())
                .extracting(one -> one.before().rule() + one.after().rule())
                .containsExactly("每日实时");
        assertThat(diff.recorded()).isTrue();
        assertThatThrownBy(() -> derivations.diff(
                        field("a"),
                        LineageDirection.UPSTREAM,
                        Grain.FIELD,
                        LocalDate.of(2025, 6, 1),
                        LocalDate.of(2024, 6, 1)))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void noPathAndUnknownAreTwoAnswers() {
        graph("user source");
        given("CREATE (:DataField {code: 'other', key: 'other', name: 'other'})");

        given("MATCH (f:DataField {key: 'source'}) SET f.acquisition = '采集'");
        assertThat(derivations.paths(field("other"), field("user"), 3).verdict())
                .isEqualTo(LineagePaths.Verdict.NO_PATH);

        given("MATCH (f:DataField {key: 'source'}) SET f.acquisition = '共享获取'");
        assertThat(derivations.paths(field("other"), field("user"), 3).verdict())
                .isEqualTo(LineagePaths.Verdict.UNKNOWN);
    }

    @Test
    void nonsenseIsRefusedWithASentence() {
        graph("a b");
        assertThatThrownBy(() -> walk("a", LineageDirection.UPSTREAM, 0)).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> derivations.paths(field("a"), field("b"), 21)).isInstanceOf(BadRequest.class);
        api.document("{ lineage(of: {dataField: \"nowhere\"}, direction: UPSTREAM) { count } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getErrorType()).hasToString("NOT_FOUND");
                    assertThat(error.getMessage()).contains("of", "nowhere");
                }));
    }

    @Test
    void thePagesOfAnAnswerJoinToTheWhole() {
        graph("a b1", "a b2", "a b3", "b1 c1", "b2 c1", "b3 c2");
        var whole = new ArrayList<String>();
        String after = null;
        do {
            var page = derivations.nodes(
                    derivations.lineage(field("a"), LineageDirection.UPSTREAM, Grain.FIELD, null),
                    Window.of("test", 2, after),
                    false);
            page.getNodes().forEach(node -> whole.add(node.hop() + node.asset().code()));
            assertThat(page.getTotalCount()).isEqualTo(5);
            after = page.getPageInfo().isHasNextPage()
                    ? page.getPageInfo().getEndCursor().getValue()
                    : null;
        } while (after != null);
        assertThat(whole).containsExactly("1b1", "1b2", "1b3", "2c1", "2c2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25})
    void randomGraphsAreWalkedAsANaiveReferenceWalksThem(long seed) {
        var random = new Random(seed);
        int size = 3 + random.nextInt(12);
        var rows = new ArrayList<String>();
        for (int i = random.nextInt(size * 3) + 1; i > 0; i--) {
            rows.add("f" + random.nextInt(size) + " f" + random.nextInt(size));
        }
        graph(rows.toArray(String[]::new));

        for (var start : names(rows)) {
            for (var direction : LineageDirection.values()) {
                var walk = walk(start, direction, null);
                var naive = naive(start, direction, rows);
                var walked = new TreeMap<String, Integer>();
                walk.reached().forEach(one -> walked.put(one.code(), one.hop()));
                assertThat(walked)
                        .as("seed %d, %s of %s", seed, direction, start)
                        .isEqualTo(naive);
                var leading = new HashSet<String>();
                rows.forEach(row -> leading.add(row.split(" ")[direction == LineageDirection.UPSTREAM ? 0 : 1]));
                var ends = new TreeSet<>(naive.keySet());
                ends.removeAll(leading);
                assertThat(walk.ends()).extracting(Reach.Reached::code).containsExactlyElementsOf(ends);
            }
            for (var source : names(rows)) {
                var reached = naive(start, LineageDirection.UPSTREAM, rows);
                var paths = derivations.paths(field(source), field(start), 2);
                if (!source.equals(start)) {
                    assertThat(paths.verdict() == LineagePaths.Verdict.CONNECTED)
                            .isEqualTo(reached.containsKey(source));
                    if (reached.containsKey(source)) {
                        assertThat(paths.paths().getFirst().length()).isEqualTo(reached.get(source));
                    }
                }
            }
        }
    }

    private static Map<String, Integer> naive(String start, LineageDirection direction, List<String> rows) {
        var hops = new HashMap<String, Integer>();
        hops.put(start, 0);
        for (int hop = 1; hop <= rows.size() + 1; hop++) {
            for (var row : rows) {
                var ends = row.split(" ");
                var near = direction == LineageDirection.UPSTREAM ? ends[0] : ends[1];
                var far = direction == LineageDirection.UPSTREAM ? ends[1] : ends[0];
                if (Integer.valueOf(hop - 1).equals(hops.get(near))) {
                    hops.putIfAbsent(far, hop);
                }
            }
        }
        hops.remove(start);
        return new TreeMap<>(hops);
    }

    private static Set<String> names(List<String> rows) {
        var names = new TreeSet<String>();
        rows.forEach(row -> names.addAll(List.of(row.split(" "))));
        return names;
    }

    /// Each row is `user source`.
    private void graph(String... rows) {
        given(
                "UNWIND $names AS name MERGE (:DataField {code: name, key: name, name: name})",
                Map.of("names", names(List.of(rows))));
        var numbered = new ArrayList<Map<String, String>>();
        for (var row : rows) {
            numbered.add(Map.of("user", row.split(" ")[0], "source", row.split(" ")[1], "edge", "e" + numbered.size()));
        }
        given("""
                UNWIND $rows AS row MATCH (user:DataField {key: row.user}), (source:DataField {key: row.source})
                CREATE (user)-[:DERIVED_FROM {edge: row.edge}]->(source)
                """, Map.of("rows", numbered));
    }

    private Entity field(String code) {
        return catalog.find(Kind.DATA_FIELD, code).orElseThrow();
    }

    private Reach walk(String of, LineageDirection direction, @Nullable Integer maxHops) {
        return derivations.lineage(field(of), direction, Grain.FIELD, maxHops).reach();
    }
}
