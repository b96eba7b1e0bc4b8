package yuanliu.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Kind;
import yuanliu.web.BadRequest;
import yuanliu.web.Window;

/// True sources, gaps, rings, broken lineage, grades that drop, and what is folded.
class OriginsTests extends GivenGraph {

    private static final Window ALL = Window.of("all", 100, null);

    @Autowired
    private Catalog catalog;

    @Autowired
    private Derivations derivations;

    @Autowired
    private OriginSearch search;

    @Autowired
    private EveryRow everyRow;

    @Test
    void sourcesAreCollectedAndEverythingElseIsAGap() {
        graph("a b", "a c", "c d", "a e", "e f", "f e");
        given("MATCH (f:DataField) WHERE f.key IN ['b', 'c'] SET f.acquisition = '采集'");

        var origins = search.origins(field("a"), null);

        assertThat(search.sources(origins, ALL).getNodes())
                .extracting(one -> one.field().code())
                .containsExactly("b");
        assertThat(search.gaps(origins, ALL).getNodes())
                .extracting(one -> one.field().code() + one.kind())
                .containsExactly("dNOT_RECORDED", "eRING");
    }

    @Test
    void aRingThatACollectedFieldIsPartOfComesFromThatField() {
        graph("a b", "b c", "c b");
        given("MATCH (f:DataField {key: 'c'}) SET f.acquisition = '产生'");

        var origins = search.origins(field("a"), null);

        assertThat(search.sources(origins, ALL).getNodes()).singleElement().satisfies(one -> {
            assertThat(one.field().code()).isEqualTo("c");
            assertThat(one.path()).isNotNull();
        });
        assertThat(origins.gaps()).isEmpty();
    }

    @Test
    void whatIsItsOwnSourceHasNoPath() {
        given("CREATE (:DataField {code: 'a', key: 'a', name: 'a', acquisition: '采集'})");

        assertThat(search.sources(search.origins(field("a"), null), ALL).getNodes())
                .singleElement()
                .satisfies(one -> assertThat(one.path()).isNull());
    }

    @Test
    void theCyclesOnTheWayAreAddedAndTheSlowestIsTold() {
        graph("a b", "b c");
        given("MATCH (f:DataField {key: 'c'}) SET f.acquisition = '采集'");
        given("""
                UNWIND [['a', '每日'], ['b', '每月'], ['c', '实时']] AS one
                MATCH (f:DataField {key: one[0]})
                CREATE (:DataResource {code: 'R' + one[0], key: 'R' + one[0], name: one[0], cycle: one[1]})-[:HAS_FIELD]->(f)
                """);

        var only =
                search.sources(search.origins(field("a"), null), ALL).getNodes().getFirst();

        assertThat(only.chain()).extracting(one -> one.asset().code()).containsExactly("Rc", "Rb", "Ra");
        assertThat(only.days()).isEqualTo(32);
        assertThat(only.slowest()).extracting(Origins.UpdateCycle::cycle).isEqualTo("每月");

        given("MATCH (r:DataResource {key: 'Rb'}) SET r.cycle = '不定期'");
        assertThat(search.sources(search.origins(field("a"), null), ALL)
                        .getNodes()
                        .getFirst()
                        .days())
                .isNull();
    }

    @Test
    void aGapWhoseResourceComesFromAnotherAsAWholeSaysSo() {
        graph("a b");
        given("""
                MATCH (f:DataField {key: 'b'})
                CREATE (r:DataResource {code: 'R', key: 'R', name: 'R'})-[:HAS_FIELD]->(f)
                CREATE (r)-[:DERIVED_FROM {edge: 'w'}]->(:DataResource {code: 'S', key: 'S', name: 'S'})
                """);

        assertThat(search.origins(field("a"), null).gaps())
                .extracting(Origins.Gap::kind)
                .containsExactly(Origins.GapKind.BY_THE_WHOLE);
    }

    @Test
    void twoFieldsPartWhereNothingNearerIsCommon() {
        graph("a x", "b x", "x y", "y z", "a z", "b w");

        var same = search.sameOrigin(field("a"), field("b"), null);

        assertThat(same.verdict()).isEqualTo(SameOrigin.Verdict.COMMON);
        assertThat(same.common()).extracting(End::code).containsExactly("x", "y", "z");
        assertThat(same.parts()).extracting(one -> one.field().code()).containsExactly("x");
    }

    @Test
    void oneThatComesFromTheOtherPartsThere() {
        graph("a b", "b c");

        assertThat(search.sameOrigin(field("a"), field("b"), null).parts())
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.field().code()).isEqualTo("b");
                    assertThat(part.toOther()).isNull();
                    assertThat(part.toOne()).isNotNull();
                });
        assertThat(search.sameOrigin(field("b"), field("b"), null).verdict()).isEqualTo(SameOrigin.Verdict.COMMON);
    }

    @Test
    void apartAndUnknownAreTwoAnswers() {
        graph("a x", "b y");
        given("MATCH (f:DataField) WHERE f.key IN ['x', 'y'] SET f.acquisition = '采集'");
        assertThat(search.sameOrigin(field("a"), field("b"), null).verdict()).isEqualTo(SameOrigin.Verdict.APART);

        given("MATCH (f:DataField {key: 'y'}) SET f.acquisition = '共享获取'");
        assertThat(search.sameOrigin(field("a"), field("b"), null).verdict()).isEqualTo(SameOrigin.Verdict.UNKNOWN);

        given("CREATE (:DataResource {code: 'R', key: 'R', name: 'R'})");
        var resource = catalog.find(Kind.DATA_RESOURCE, "R").orElseThrow();
        assertThatThrownBy(() -> search.sameOrigin(resource, field("b"), null)).isInstanceOf(BadRequest.class);
    }

    @Test
    void aRingIsBackflowWhenEveryWayRoundReturnsTheSameDatum() {
        graph("a b", "b a", "c d", "d c", "e f", "f e", "f g", "g f", "h h");
        given("MATCH ()-[d:DERIVED_FROM]->() WHERE d.edge IN ['e1', 'e3', 'e5'] SET d.activity = '回流'");
        given("""
                UNWIND [['a', 'U'], ['b', 'U'], ['c', 'U'], ['d', 'V']] AS one
                MATCH (f:DataField {key: one[0]})
                MERGE (u:SourceUnit {key: one[1]})
                CREATE (f)-[:HELD_AS]->(u)
                """);

        var cycles = everyRow.cycles(null);

        assertThat(cycles)
                .extracting(cycle -> cycle.code() + cycle.things().size() + cycle.kind())
                .containsExactly("c2MISTAKE", "e3MISTAKE", "h1MISTAKE", "a2BACKFLOW");
        assertThat(cycles.get(1).ring()).extracting(Derivation::fromCode).containsExactly("f", "g");
        assertThat(cycles.get(2).ring()).hasSize(1);
    }

    @Test
    void ringsOfEndedRowsAreNone() {
        graph("a b", "b a");
        given("MATCH ()-[d:DERIVED_FROM {edge: 'e0'}]->() SET d.validTo = date('2020-01-01')");

        assertThat(everyRow.cycles(null)).isEmpty();
    }

    @Test
    void brokenIsWhatShouldHaveComeFromSomewhere() {
        graph("a b");
        given("""
                UNWIND [['a', '共享获取'], ['b', '共享获取'], ['c', '采集'], ['d', null], ['e', '加工派生']] AS one
                MERGE (f:DataField {key: one[0]}) SET f.code = one[0], f.name = one[0], f.acquisition = one[1]
                MERGE (p:Department {code: 'P', key: 'P', name: 'P'})
                MERGE (r:DataResource {code: 'R', key: 'R', name: 'R'})
                MERGE (r)-[:PROVIDED_BY]->(p)
                CREATE (r)-[:HAS_FIELD]->(f)
                """);
        given("""
                MATCH (e:DataField {key: 'e'}), (c:DataField {key: 'c'})
                CREATE (e)-[:DERIVED_FROM {edge: 'old', validTo: date('2024-05-01')}]->(c)
                """);

        var broken = everyRow.broken(BrokenLineage.BrokenLineageFilter.ALL, null);

        assertThat(broken.count()).isEqualTo(3);
        assertThat(broken.byDepartment())
                .singleElement()
                .satisfies(one -> assertThat(one.fields()).isEqualTo(3));
        assertThat(everyRow.fields(broken, ALL).getNodes())
                .extracting(one -> one.field().code() + one.endedOn())
                .containsExactly("bnull", "dnull", "e2024-05-01");
        assertThat(everyRow.broken(new BrokenLineage.BrokenLineageFilter("别的", null, null), null)
                        .count())
                .isZero();
        assertThat(everyRow.broken(new BrokenLineage.BrokenLineageFilter(null, "别的", null), null)
                        .count())
                .isZero();
    }

    @Test
    void aGradeFlowsUntilItIsMaskedOrAggregated() {
        graph("b a", "c b", "d a", "e d", "f a", "g a");
        given("""
                UNWIND [['a', '3'], ['b', null], ['c', '1'], ['d', '1'], ['e', '2'], ['f', '1'], ['g', '3']] AS one
                MATCH (f:DataField {key: one[0]}) SET f.sensitivity = one[1]
                """);
        given("MATCH ({key: 'f'})-[d:DERIVED_FROM]->() SET d.rule = '脱敏后提供'");
        given("MATCH ({key: 'd'})-[d:DERIVED_FROM]->() SET d.rule = '未脱敏'");

        var drops = everyRow.gradeDrops(null);

        assertThat(drops)
                .extracting(drop -> drop.row().fromCode()
                        + drop.row().toCode()
                        + drop.carried()
                        + drop.filed()
                        + drop.inherited()
                        + drop.way().size())
                .containsExactly("bc31true2", "ad31false1", "de32true2");
    }

    @ParameterizedTest
    @CsvSource({"一般数据3级, 3", "3级, 3", "L4, 4", "3, 3", "第二级, 2", "一般数据, 1", "重要数据, 10", "核心数据, 20", "公开, -1"})
    void gradesAreRankedInWhateverNotation(String word, int rank) {
        assertThat(Grades.rank(word).orElse(-1)).isEqualTo(rank);
    }

    @Test
    void whatIsFoldedSpendsNoHopAndLosesNoWay() {
        graph("a s", "s t", "t b", "s c", "a c", "b d");

        var reach = folded("a", "s", "t");

        var hops = new TreeMap<String, Integer>();
        reach.reached().forEach(one -> hops.put(one.code(), one.hop()));
        assertThat(hops).isEqualTo(Map.of("b", 1, "c", 1, "d", 2));
        assertThat(reach.ends()).extracting(Reach.Reached::code).containsExactly("c", "d");
        assertThat(reach.rows())
                .extracting(row -> row.fromCode() + row.toCode() + row.through().size())
                .containsExactlyInAnyOrder("ba3", "ca0", "ca2", "db0");
    }

    @Test
    void anEndAndWhatWasAskedOfAreNeverFolded() {
        graph("a s", "s t");

        assertThat(folded("a", "a", "s", "t").reached())
                .extracting(Reach.Reached::code)
                .containsExactly("t");
        assertThat(folded("a", "a", "s", "t").ends())
                .extracting(Reach.Reached::code)
                .containsExactly("t");
    }

    @Test
    void pathsThroughWhatIsFoldedAreShorterByIt() {
        graph("a s", "s b", "a c", "c b");

        var paths =
                derivations.paths(field("b"), field("a"), 3, null, Through.of(List.of(field("s"), field("b")), false));

        assertThat(paths.paths()).extracting(LineagePath::length).containsExactly(1, 2);
        assertThat(paths.paths().getFirst().sentence()).isEqualTo("a ← 经 1 个中间环节派生自 b");
        assertThat(paths.paths().getFirst().steps().getFirst().through()).hasSize(2);
    }

    @Test
    void systemsThatAreCalledTechnicalAreFoldedAtEveryGrain() {
        graph("a s", "s b");
        given("""
                UNWIND [['a', '企业库'], ['s', '共享前置库'], ['b', '登记系统']] AS one
                MATCH (f:DataField {key: one[0]})
                CREATE (:DataResource {code: 'R' + one[0], key: 'R' + one[0], name: '表'})-[:HAS_FIELD]->(f)
                WITH one MATCH (r:DataResource {key: 'R' + one[0]})
                CREATE (r)-[:HOSTED_IN]->(:InformationSystem {code: 'X' + one[0], key: 'X' + one[0], name: one[1]})
                """);

        for (var grain : List.of(Grain.FIELD, Grain.RESOURCE, Grain.SYSTEM)) {
            var reach = derivations
                    .lineage(field("a"), LineageDirection.UPSTREAM, grain, 1, null, Through.of(List.of(), true))
                    .reach();
            assertThat(reach.reached())
                    .extracting(one -> one.code().toLowerCase().endsWith("b"))
                    .containsExactly(true);
            assertThat(reach.omitted()).isZero();
        }
    }

    @Test
    void whatIsToBeFoldedAndIsNotThereIsAnError() {
        graph("a b");

        api.document(
                        "{ lineage(of: {dataField: \"a\"}, direction: UPSTREAM, through: [{dataResource: \"没有\"}]) { count } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage()).contains("through", "没有")));
    }

    private Reach folded(String of, String... through) {
        var named = new ArrayList<Entity>();
        for (var one : through) {
            named.add(field(one));
        }
        return derivations
                .lineage(field(of), LineageDirection.UPSTREAM, Grain.FIELD, null, null, Through.of(named, false))
                .reach();
    }

    /// Each row is `user source`.
    private void graph(String... rows) {
        var names = new TreeSet<String>();
        var numbered = new ArrayList<Map<String, String>>();
        for (var row : rows) {
            names.addAll(List.of(row.split(" ")));
            numbered.add(Map.of("user", row.split(" ")[0], "source", row.split(" ")[1], "edge", "e" + numbered.size()));
        }
        given("UNWIND $names AS name MERGE (:DataField {code: name, key: name, name: name})", Map.of("names", names));
        given("""
                UNWIND $rows AS row MATCH (user:DataField {key: row.user}), (source:DataField {key: row.source})
                CREATE (user)-[:DERIVED_FROM {edge: row.edge}]->(source)
                """, Map.of("rows", numbered));
    }

    private Entity field(String code) {
        return catalog.find(Kind.DATA_FIELD, code).orElseThrow();
    }
}
