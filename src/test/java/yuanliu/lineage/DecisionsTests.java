package yuanliu.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.Entity;
import yuanliu.catalog.EntityRef;
import yuanliu.catalog.Kind;

class DecisionsTests extends GivenGraph {

    private static final String EDGE = "A#甲|B#乙|归集|2025-01-01";

    @Autowired
    private Decisions decisions;

    @Autowired
    private Derivations derivations;

    @Autowired
    private Catalog catalog;

    @BeforeEach
    void twoFieldsAndAParsedRow() {
        given("""
                UNWIND [['A', '甲'], ['B', '乙'], ['C', '丙']] AS one
                CREATE (:DataResource {code: one[0], key: one[0], name: '资源' + one[0]})
                  -[:HAS_FIELD]->(:DataField {code: one[0] + '#' + one[1], key: one[0] + '#' + one[1], name: one[1]})
                """);
        given("CREATE (:Form {code: 'F', key: 'F', name: '表单'})");
        given("""
                MATCH (a:DataField {key: 'A#甲'}), (b:DataField {key: 'B#乙'})
                CREATE (a)-[:DERIVED_FROM {edge: 'A#甲|B#乙|归集|2025-01-01', activity: '归集', assertedBy: '解析', confidence: 0.8,
                  validFrom: date('2025-01-01'), batch: 'F20250101-0001', row: 7, filedOn: date('2025-01-01')}]->(b)
                """);
    }

    @Test
    void aFiledRowTellsItsFilingAndRow() {
        var said = Objects.requireNonNull(decisions.find(EDGE).orElseThrow().provenance());

        assertThat(said.act()).isEqualTo(Act.FILED);
        assertThat(said.assertedBy()).isEqualTo(Assertion.PARSED);
        assertThat(said.filing()).isEqualTo("F20250101-0001");
        assertThat(said.row()).isEqualTo(7);
        assertThat(said.version()).isEqualTo(1);
        assertThat(said.person()).isNull();
    }

    @Test
    void whatIsAssertedIsWalkedAndKnowsWhoSaidSo() {
        var outcome = decisions.assertDerivation(assertion("B#乙", "C#丙", null));

        assertThat(outcome).isInstanceOfSatisfying(DerivationRecorded.class, recorded -> {
            assertThat(recorded.derivation().code()).isEqualTo("B#乙|C#丙|加工|2025-02-01");
            assertThat(recorded.derivation().provenance()).satisfies(said -> {
                assertThat(said.act()).isEqualTo(Act.ASSERTED);
                assertThat(said.assertedBy()).isEqualTo(Assertion.PERSON);
                assertThat(said.person()).isEqualTo("李四");
                assertThat(said.reason()).isEqualTo("查阅脚本");
                assertThat(said.evidence()).isEqualTo("etl.sql");
                assertThat(said.filing()).isNull();
                assertThat(said.at()).isNotNull();
            });
        });
        assertThat(upstream("A#甲")).containsExactly("B#乙", "C#丙");
        assertThat(decisions.assertDerivation(assertion("B#乙", "C#丙", null)))
                .isInstanceOfSatisfying(DerivationTaken.class, taken -> {
                    assertThat(taken.code()).isEqualTo("ALREADY_THERE");
                    assertThat(taken.message()).contains("已登记");
                });
    }

    @Test
    void wholeResourcesLeadToResourcesAndForms() {
        assertThat(decisions.assertDerivation(whole(resource("A"), resource("B"))))
                .isInstanceOf(DerivationRecorded.class);
        assertThat(decisions.assertDerivation(whole(resource("A"), form("F")))).isInstanceOf(DerivationRecorded.class);
        assertThat(decisions.assertDerivation(whole(form("F"), resource("A"))))
                .isInstanceOfSatisfying(
                        DerivationRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("UNLIKE_ENDS"));
        assertThat(decisions.assertDerivation(whole(resource("A"), field("A#甲"))))
                .isInstanceOf(DerivationRefused.class);
        assertThat(decisions.assertDerivation(whole(resource("没有"), resource("A"))))
                .isInstanceOfSatisfying(DerivationRefused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("UNKNOWN_END");
                    assertThat(refused.message()).contains("from", "没有");
                });
    }

    @Test
    void aRejectedRowCountsNowhereAndItsHistoryStays() {
        var rejected = decisions.rejectDerivation(reject(1));

        assertThat(rejected).isInstanceOf(DerivationRecorded.class);
        assertThat(upstream("A#甲")).isEmpty();
        assertThat(derivations.reachedDownstream("B#乙")).isEmpty();
        assertThat(decisions.find(EDGE).orElseThrow().provenance()).satisfies(said -> {
            assertThat(said.act()).isEqualTo(Act.REJECTED);
            assertThat(said.version()).isEqualTo(2);
            assertThat(said.assertedBy()).isEqualTo(Assertion.PARSED);
        });
        assertThat(decisions.former(List.of(EDGE)).get(EDGE)).singleElement().satisfies(said -> {
            assertThat(said.act()).isEqualTo(Act.FILED);
            assertThat(said.version()).isEqualTo(1);
            assertThat(said.row()).isEqualTo(7);
        });
        assertThat(decisions.rejectDerivation(reject(2)))
                .isInstanceOfSatisfying(
                        DerivationRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("ALREADY_REJECTED"));
        assertThat(decisions.endDerivation(end(2, LocalDate.of(2025, 6, 1)))).isInstanceOf(DerivationRefused.class);
        assertThat(decisions.assertDerivation(new Decided.AssertDerivationInput(
                        field("B#乙"),
                        field("A#甲"),
                        Activity.AGGREGATION,
                        null,
                        null,
                        LocalDate.of(2025, 1, 1),
                        null,
                        null,
                        "理由",
                        "李四")))
                .isInstanceOfSatisfying(
                        DerivationTaken.class,
                        taken -> assertThat(taken.message()).contains("否决"));
    }

    @Test
    void aRejectedRowThatIsConfirmedCountsAgain() {
        decisions.rejectDerivation(reject(1));

        var confirmed =
                decisions.confirmDerivation(new Decided.ConfirmDerivationInput(EDGE, 2, 1.0, null, "又查到了", "王五"));

        assertThat(confirmed).isInstanceOfSatisfying(DerivationRecorded.class, recorded -> {
            assertThat(recorded.derivation().confidence()).isEqualTo(1.0);
            assertThat(recorded.derivation().provenance())
                    .extracting(Provenance::evidence)
                    .isNull();
        });
        assertThat(upstream("A#甲")).containsExactly("B#乙");
        assertThat(decisions.former(List.of(EDGE)).get(EDGE))
                .extracting(Provenance::act)
                .containsExactly(Act.REJECTED, Act.FILED);
    }

    @Test
    void whatEndsHeldBefore() {
        var ended = decisions.endDerivation(end(1, LocalDate.of(2025, 6, 1)));

        assertThat(ended).isInstanceOf(DerivationRecorded.class);
        assertThat(upstream("A#甲")).isEmpty();
        assertThat(derivations
                        .lineage(entity("A#甲"), LineageDirection.UPSTREAM, Grain.FIELD, null, LocalDate.of(2025, 5, 31))
                        .reach()
                        .count())
                .isEqualTo(1);
        assertThat(decisions.endDerivation(end(2, LocalDate.of(2024, 12, 31))))
                .isInstanceOfSatisfying(
                        DerivationRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("ENDS_BEFORE_IT_BEGINS"));
    }

    @Test
    void theSlowerOfTwoWhoDecideIsRefused() throws Exception {
        decisions.endDerivation(end(1, LocalDate.of(2025, 6, 1)));
        assertThat(decisions.rejectDerivation(reject(1))).isInstanceOfSatisfying(DerivationChanged.class, changed -> {
            assertThat(changed.code()).isEqualTo("VERSION_CHANGED");
            assertThat(changed.message()).contains("第 2 版", "第 1 版");
            assertThat(changed.derivation().validTo()).isEqualTo(LocalDate.of(2025, 6, 1));
        });

        var outcomes = new ArrayList<Future<DerivationOutcome>>();
        try (var people = Executors.newFixedThreadPool(6)) {
            var work = new ArrayList<Callable<DerivationOutcome>>();
            for (int i = 0; i < 3; i++) {
                work.add(() -> decisions.rejectDerivation(reject(2)));
                work.add(() -> decisions.endDerivation(end(2, LocalDate.of(2025, 7, 1))));
            }
            outcomes.addAll(people.invokeAll(work));
        }
        var kinds = new ArrayList<Class<?>>();
        for (var outcome : outcomes) {
            kinds.add(outcome.get().getClass());
        }
        assertThat(kinds).filteredOn(DerivationRecorded.class::equals).hasSize(1);
        assertThat(kinds).filteredOn(DerivationChanged.class::equals).hasSize(5);
    }

    @Test
    void ofManyWhoAssertTheSameOneIsFirst() throws Exception {
        var outcomes = new ArrayList<Class<?>>();
        try (var people = Executors.newFixedThreadPool(6)) {
            var work = new ArrayList<Callable<DerivationOutcome>>();
            for (int i = 0; i < 6; i++) {
                work.add(() -> decisions.assertDerivation(assertion("B#乙", "C#丙", null)));
            }
            for (var outcome : people.invokeAll(work)) {
                outcomes.add(outcome.get().getClass());
            }
        }
        assertThat(outcomes).filteredOn(DerivationRecorded.class::equals).hasSize(1);
        assertThat(outcomes).filteredOn(DerivationTaken.class::equals).hasSize(5);
    }

    @Test
    void nonsenseIsRefusedWithItsCode() {
        assertThat(decisions.rejectDerivation(new Decided.RejectDerivationInput(EDGE, 1, null, " ", "李四")))
                .isInstanceOfSatisfying(
                        DerivationRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("BLANK_REASON"));
        assertThat(decisions.rejectDerivation(new Decided.RejectDerivationInput(EDGE, 1, null, "错", "")))
                .isInstanceOfSatisfying(
                        DerivationRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("BLANK_PERSON"));
        assertThat(decisions.rejectDerivation(new Decided.RejectDerivationInput("没有", 1, null, "错", "李四")))
                .isInstanceOf(DerivationUnknown.class);
        assertThat(decisions.assertDerivation(assertion("B#乙", "C#丙", 1.7)))
                .isInstanceOfSatisfying(
                        DerivationRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("CONFIDENCE_OUT_OF_RANGE"));
        assertThat(decisions.rejectDerivation(
                        new Decided.RejectDerivationInput(EDGE, 1, "据".repeat(10_001), "错", "李四")))
                .isInstanceOf(DerivationRefused.class);
    }

    @Test
    void aDecisionIsMadeAndToldByTheApi() {
        given(
                "CREATE (:Filing {code: 'F20250101-0001', key: 'F20250101-0001', startedAt: '2025-01-01T09:00:00+08:00'})");
        api.document("""
                mutation {
                  rejectDerivation(input: {derivation: "%s", expectedVersion: 1, reason: "对不上", person: "李四"}) {
                    __typename
                    ... on DerivationRecorded { derivation { code history { version act person filing row at } } }
                  }
                }
                """.formatted(EDGE))
                .execute()
                .path("rejectDerivation.derivation.history[*].act")
                .entityList(String.class)
                .containsExactly("REJECTED", "FILED")
                .path("rejectDerivation.derivation.history[1].at")
                .entity(String.class)
                .isEqualTo("2025-01-01T09:00:00.000+08:00")
                .path("rejectDerivation.derivation.history[1].filing")
                .entity(String.class)
                .isEqualTo("F20250101-0001");
        api.document("{ derivation(code: \"%s\") { provenance { act person reason } } }".formatted(EDGE))
                .execute()
                .path("derivation.provenance.person")
                .entity(String.class)
                .isEqualTo("李四");
    }

    private static Decided.AssertDerivationInput assertion(String user, String source, @Nullable Double confidence) {
        return new Decided.AssertDerivationInput(
                field(source),
                field(user),
                Activity.PROCESSING,
                "去重",
                confidence,
                LocalDate.of(2025, 2, 1),
                null,
                "etl.sql",
                " 查阅脚本 ",
                "李四");
    }

    private static Decided.AssertDerivationInput whole(EntityRef from, EntityRef to) {
        return new Decided.AssertDerivationInput(from, to, null, null, null, null, null, null, "理由", "李四");
    }

    private static Decided.RejectDerivationInput reject(long version) {
        return new Decided.RejectDerivationInput(EDGE, version, "比对单", "对不上", "李四");
    }

    private static Decided.EndDerivationInput end(long version, LocalDate day) {
        return new Decided.EndDerivationInput(EDGE, version, day, null, "停了", "李四");
    }

    private static EntityRef field(String code) {
        return new EntityRef(null, null, null, null, code, null, null);
    }

    private static EntityRef resource(String code) {
        return new EntityRef(null, null, null, code, null, null, null);
    }

    private static EntityRef form(String code) {
        return new EntityRef(null, null, null, null, null, null, code);
    }

    private Entity entity(String field) {
        return catalog.find(Kind.DATA_FIELD, field).orElseThrow();
    }

    private List<String> upstream(String field) {
        return derivations
                .lineage(entity(field), LineageDirection.UPSTREAM, Grain.FIELD, null)
                .reach()
                .reached()
                .stream()
                .map(Reach.Reached::code)
                .toList();
    }
}
