package yuanliu.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.cypher.CypherLibrary;
import yuanliu.ownership.SourceCaseChange.IllegalSourceStep;
import yuanliu.ownership.SourceCaseChange.SourceCaseChanged;
import yuanliu.ownership.SourceCaseChange.SourceCaseRefused;
import yuanliu.web.BadRequest;
import yuanliu.web.NotThere;
import yuanliu.web.Today;
import yuanliu.web.Window;

class SourceCasesTests extends GivenGraph {

    private static final String UNIT = "E1/自然人";

    @Autowired
    private SourceCases cases;

    @Autowired
    private Ledger ledger;

    @Autowired
    private StaleUnits staleUnits;

    @Autowired
    private Today today;

    @Autowired
    private CypherLibrary cypher;

    @BeforeEach
    void aUnitThatTwoDepartmentsCollect() {
        given("""
                CREATE (e:DataElement {code: 'E1', key: 'E1', name: '联系电话', subject: '自然人'}),
                  (a:Department {code: 'A', key: 'A', name: '甲局'}), (b:Department {code: 'B', key: 'B', name: '乙局'}),
                  (c:Department {code: 'C', key: 'C', name: '丙局'}),
                  (ra:DataResource {code: 'RA', key: 'RA', name: '甲表', sharing: '无条件共享', cycle: '每日'})-[:PROVIDED_BY]->(a),
                  (rb:DataResource {code: 'RB', key: 'RB', name: '乙表', sharing: '不予共享', cycle: '每年'})-[:PROVIDED_BY]->(b),
                  (ra)-[:HAS_FIELD]->(:DataField {code: 'RA#电话', key: 'RA#电话', name: '电话', ownerKey: 'RA', acquisition: '产生', stale: true})-[:REPRESENTS]->(e),
                  (rb)-[:HAS_FIELD]->(:DataField {code: 'RB#手机', key: 'RB#手机', name: '手机', ownerKey: 'RB', acquisition: '采集', stale: true})-[:REPRESENTS]->(e),
                  (:DataElement {code: 'E2', key: 'E2', name: '住址', subject: '自然人'})<-[:REPRESENTS]-(:DataField {code: 'RB#住址', key: 'RB#住址', name: '住址', ownerKey: 'RB', acquisition: '采集', stale: true})<-[:HAS_FIELD]-(rb)
                """);
        staleUnits.refresh();
    }

    @Test
    void aUnitGoesFromUndesignatedToDesignatedAndEveryStepIsKept() {
        assertThat(now().state()).isEqualTo(CaseState.TO_SORT);

        take(CaseAction.SUGGEST, step());
        assertThat(some(now().steps().getLast().department()).name()).isEqualTo("甲局");
        assertThat(now().steps().getLast().reason()).contains("产生");
        take(CaseAction.ASSIGN, step().of("A"));
        take(CaseAction.CLAIM, step().of(" A "));
        take(CaseAction.CONFIRM, step().of("A").at("RA#电话").on(Ground.APPOINTED));
        assertThat(state()).isEqualTo(SourceState.UNDESIGNATED);
        take(CaseAction.PUBLISH, step());

        assertThat(state()).isEqualTo(SourceState.DESIGNATED);
        var designation = some(standing().designation());
        assertThat(some(designation.department()).name()).isEqualTo("甲局");
        assertThat(some(designation.field()).code()).isEqualTo("RA#电话");
        assertThat(designation.ground()).isEqualTo(Ground.APPOINTED);
        assertThat(designation.document()).isEqualTo("示数〔2026〕1号");
        assertThat(designation.validFrom()).isEqualTo(today.date());
        assertThat(now().steps())
                .extracting(step -> step.number()
                        + step.action().word()
                        + step.from().word()
                        + step.to().word())
                .containsExactly("1系统建议待梳理系统建议", "2派发系统建议已派发", "3认领已派发已认领", "4主管部门确认已认领已确认", "5公示生效已确认已生效");
        assertThat(now().steps().getFirst().by()).isNull();
        assertThat(now().steps().get(1).by()).isEqualTo("数据局");
    }

    @Test
    void theRefreshAfterAFilingLeavesADecidedDesignationWhereItIs() {
        publish("A");

        staleUnits.refresh();

        assertThat(state()).isEqualTo(SourceState.DESIGNATED);
        assertThat(graph.query("MATCH (u:SourceUnit {key: $key})<-[:OF]-(d:Designation) RETURN count(d) AS count")
                        .bind(UNIT)
                        .to("key")
                        .fetchAs(Long.class)
                        .one())
                .contains(1L);
    }

    @Test
    void twoClaimsAreInDisputeUntilOneIsTakenBackOrTheAuthoritySettlesIt() {
        take(CaseAction.ASSIGN, step().of("A"));
        take(CaseAction.ASSIGN, step().of("B"));
        take(CaseAction.CLAIM, step().of("A"));
        assertThat(now().state()).isEqualTo(CaseState.CLAIMED);
        take(CaseAction.CLAIM, step().of("B"));
        assertThat(now().state()).isEqualTo(CaseState.IN_COORDINATION);

        take(CaseAction.DENY, step().of("B").because(DenialReason.HANDED_OVER));
        assertThat(now().state()).isEqualTo(CaseState.CLAIMED);
        assertThat(now().asked())
                .extracting(one -> one.department().code() + one.answer() + one.denial())
                .containsExactly("ACLAIMEDnull", "BDENIEDHANDED_OVER");

        take(CaseAction.CLAIM, step().of("B"));
        take(CaseAction.CONFIRM, step().of("B").on(Ground.AGREED));
        assertThat(now().state()).isEqualTo(CaseState.CONFIRMED);
    }

    @Test
    void whenAllHaveDeniedNobodyIsItAndTheAuthorityMayAppointWhoHasNotClaimed() {
        take(CaseAction.ASSIGN, step().of("A"));
        take(CaseAction.ASSIGN, step().of("B"));
        take(CaseAction.DENY, step().of("A").because(DenialReason.NOT_HERE));
        assertThat(now().state()).isEqualTo(CaseState.ASSIGNED);
        take(CaseAction.DENY, step().of("B").because(DenialReason.NOT_STATUTORY));
        assertThat(now().state()).isEqualTo(CaseState.DENIED);

        refused(CaseAction.CONFIRM, step().of("B").on(Ground.APPOINTED).leading(), "NOT_CLAIMED");
        take(CaseAction.CONFIRM, step().of("B").on(Ground.APPOINTED).leading().saying("由乙局牵头"));
        take(CaseAction.PUBLISH, step());

        assertThat(state()).isEqualTo(SourceState.LEAD_COLLECTOR);
    }

    @Test
    void onlyWhoWasAskedCanAnswer() {
        take(CaseAction.ASSIGN, step().of("A"));

        assertThat(refused(CaseAction.CLAIM, step().of("B"), "NOT_ASKED").message())
                .contains("乙局");
        refused(CaseAction.DENY, step().of("B").because(DenialReason.NOT_HERE), "NOT_ASKED");
    }

    @Test
    void whatIsChangedHoldsUntilTheNewOneIsPublishedAndThenEnds() {
        publish("A");

        take(CaseAction.CHANGE, step().of("B").saying("职责调整"));
        assertThat(now().asked()).extracting(one -> one.department().code()).containsExactly("B");
        assertThat(some(standing().department()).code()).isEqualTo("A");

        take(CaseAction.CLAIM, step().of("B"));
        take(CaseAction.CONFIRM, step().of("B").on(Ground.STATUTORY));
        take(CaseAction.PUBLISH, step());

        assertThat(some(standing().department()).code()).isEqualTo("B");
        assertThat(standing().history())
                .extracting(one -> some(one.department()).code() + " " + one.validTo())
                .containsExactlyInAnyOrder("B null", "A " + today.date());
    }

    @Test
    void whatIsConfirmedForAWholeLineIsPublishedForIt() {
        take(CaseAction.ASSIGN, step().of("A"));
        take(CaseAction.CLAIM, step().of("A"));
        take(CaseAction.CONFIRM, step().of("A").on(Ground.APPOINTED).forTheLine());
        take(CaseAction.PUBLISH, step());

        assertThat(some(standing().designation()).line()).isTrue();
        assertThat(now().steps()).extracting(CaseStep::line).containsExactly(false, false, true, false);

        take(CaseAction.CHANGE, step().of("A").saying("只认定本级"));
        take(CaseAction.CLAIM, step().of("A"));
        take(CaseAction.CONFIRM, step().of("A").on(Ground.APPOINTED));
        take(CaseAction.PUBLISH, step());

        assertThat(some(standing().designation()).line()).isFalse();
    }

    @Test
    void whatIsPublishedFromALaterDayTakesOverOnThatDay() {
        publish("A");
        take(CaseAction.CHANGE, step().of("B").saying("职责调整"));
        take(CaseAction.CLAIM, step().of("B"));
        take(CaseAction.CONFIRM, step().of("B").on(Ground.AGREED));
        var day = today.date().plusDays(10);

        take(CaseAction.PUBLISH, step().from(day));

        assertThat(some(standing().department()).code()).isEqualTo("A");
        assertThat(some(standing().designation()).validTo()).isEqualTo(day);
    }

    @Test
    void whatWasRevokedIsInForceNoMoreThoughItIsFiledAgain() {
        given("""
                MATCH (u:SourceUnit {key: 'E1/自然人'}), (a:Department {key: 'A'})
                CREATE (d:Designation {code: 'D1', key: 'D1', elementKey: 'E1', state: '已认定', departmentKey: 'A'})-[:OF]->(u), (d)-[:NAMES]->(a)
                """);
        assertThat(now().state()).isEqualTo(CaseState.IN_FORCE);
        assertThat(state()).isEqualTo(SourceState.DESIGNATED);

        take(CaseAction.REVOKE, step().saying("依据废止"));
        var filed = new HashMap<String, @Nullable Object>();
        filed.put("state", "已认定");
        filed.put("validTo", null);
        given(
                cypher.get("filing/written-designations").text(),
                Map.of("rows", List.of(Map.of("key", "D1", "properties", filed))));

        assertThat(now().state()).isEqualTo(CaseState.REVOKED);
        assertThat(state()).isEqualTo(SourceState.UNDESIGNATED);
    }

    @Test
    void whatCannotBeDoneInAStateIsRefusedAndTellsWhatCan() {
        for (var action : CaseAction.values()) {
            if (now().possible().contains(action)) {
                continue;
            }
            var change = cases.move(
                    action,
                    step().of("A")
                            .because(DenialReason.NOT_HERE)
                            .on(Ground.AGREED)
                            .saying("x")
                            .move(now().version()));

            assertThat(change).isInstanceOf(IllegalSourceStep.class);
            assertThat(((IllegalSourceStep) change).possible()).containsExactly(CaseAction.SUGGEST, CaseAction.ASSIGN);
            assertThat(((IllegalSourceStep) change).message()).contains("待梳理", action.word(), "派发");
        }
        assertThat(now().steps()).isEmpty();
    }

    @Test
    void stepsInOneMutationTellEachItsOwnState() {
        api.document("""
                mutation {
                  a: suggestSource(input: {unit: "E1/自然人", version: 0}) { ...outcome }
                  b: assignSource(input: {unit: "E1/自然人", version: 1, by: "数据局", department: "A"}) { ...outcome }
                  c: claimSource(input: {unit: "E1/自然人", version: 9, by: "甲局", department: "A"}) { ...outcome }
                }
                fragment outcome on SourceCaseChange {
                  ... on SourceCaseChanged { sourceCase { state version } }
                  ... on SourceCaseRefused { code message sourceCase { version } }
                }
                """)
                .execute()
                .path("a.sourceCase.state")
                .entity(String.class)
                .isEqualTo("SUGGESTED")
                .path("b.sourceCase.state")
                .entity(String.class)
                .isEqualTo("ASSIGNED")
                .path("c.code")
                .entity(String.class)
                .isEqualTo("STALE_VERSION")
                .path("c.sourceCase.version")
                .entity(Long.class)
                .isEqualTo(2L);
    }

    @Test
    void ofTwoWhoTakeAStepAtOnceOneIsRefused() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            var once = List.<Callable<SourceCaseChange>>of(
                    () -> cases.move(CaseAction.ASSIGN, step().of("A").move(0)),
                    () -> cases.move(CaseAction.ASSIGN, step().of("B").move(0)));
            var changes = new ArrayList<SourceCaseChange>();
            for (var one : both.invokeAll(once)) {
                changes.add(one.get());
            }

            assertThat(changes).filteredOn(SourceCaseChanged.class::isInstance).hasSize(1);
            assertThat(changes)
                    .filteredOn(SourceCaseRefused.class::isInstance)
                    .extracting(change -> ((SourceCaseRefused) change).code())
                    .containsExactly("STALE_VERSION");
        }
        assertThat(now().version()).isEqualTo(1);
    }

    @Test
    void whatIsLeftOutOrNotThereIsSaid() {
        assertThatThrownBy(() -> cases.move(CaseAction.ASSIGN, step().move(0)))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("department");
        assertThatThrownBy(() -> cases.move(CaseAction.ASSIGN, step().of("X").move(0)))
                .isInstanceOf(NotThere.class);
        take(CaseAction.ASSIGN, step().of("A"));
        assertThatThrownBy(() -> cases.move(CaseAction.DENY, step().of("A").move(1)))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("denial");
        take(CaseAction.CLAIM, step().of("A"));
        assertThatThrownBy(() -> cases.move(
                        CaseAction.CONFIRM,
                        step().of("A").at("RB#住址").on(Ground.AGREED).move(2)))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("RB#住址");
        assertThat(now().version()).isEqualTo(2);
    }

    @Test
    void nobodyIsSuggestedWhereNobodyCollects() {
        given("MATCH (f:DataField) WHERE f.key IN ['RA#电话', 'RB#手机'] SET f.acquisition = '共享获取'");

        refused(CaseAction.SUGGEST, step(), "NO_CANDIDATE");
    }

    @Test
    void aDepartmentSeesWhatItHasNotAnswered() {
        take(CaseAction.ASSIGN, step().of("A"));
        take(CaseAction.ASSIGN, step().of("B"));
        take(CaseAction.DENY, step().of("B").because(DenialReason.NOT_HERE));

        assertThat(listed(null, "B", false)).containsExactly(UNIT);
        assertThat(listed(null, "B", true)).isEmpty();
        assertThat(listed(null, "A", true)).containsExactly(UNIT);
        assertThat(listed(List.of(CaseState.ASSIGNED), null, false)).containsExactly(UNIT);
        assertThat(listed(List.of(CaseState.IN_FORCE), null, false)).isEmpty();
    }

    private List<String> listed(@Nullable List<CaseState> states, @Nullable String asked, boolean open) {
        return cases.page(states, asked, open, Window.of("test", null, null)).getNodes().stream()
                .map(SourceUnit::code)
                .toList();
    }

    private void publish(String department) {
        take(CaseAction.ASSIGN, step().of(department));
        take(CaseAction.CLAIM, step().of(department));
        take(CaseAction.CONFIRM, step().of(department).on(Ground.APPOINTED));
        take(CaseAction.PUBLISH, step());
    }

    private void take(CaseAction action, Step step) {
        var before = now().version();
        assertThat(cases.move(action, step.move(before))).isInstanceOf(SourceCaseChanged.class);
        assertThat(now().version()).isEqualTo(before + 1);
    }

    private SourceCaseRefused refused(CaseAction action, Step step, String code) {
        var before = now();
        var change = cases.move(action, step.move(before.version()));
        assertThat(change).isInstanceOf(SourceCaseRefused.class);
        assertThat(((SourceCaseRefused) change).code()).isEqualTo(code);
        assertThat(now()).isEqualTo(before);
        return (SourceCaseRefused) change;
    }

    private SourceCase now() {
        var unit = ledger.find(UNIT).orElseThrow();
        return some(cases.of(List.of(unit)).get(unit));
    }

    private Standing standing() {
        var unit = ledger.find(UNIT).orElseThrow();
        return some(ledger.standings(List.of(unit)).get(unit));
    }

    private SourceState state() {
        return standing().state();
    }

    private static <T> T some(@Nullable T it) {
        return Objects.requireNonNull(it);
    }

    private static Step step() {
        return new Step();
    }

    private static final class Step {

        private @Nullable String department;
        private @Nullable String field;
        private @Nullable DenialReason denial;
        private @Nullable Ground ground;
        private @Nullable Boolean lead;
        private @Nullable Boolean line;
        private @Nullable LocalDate from;
        private @Nullable String reason;

        Step of(String department) {
            this.department = department;
            return this;
        }

        Step at(String field) {
            this.field = field;
            return this;
        }

        Step because(DenialReason denial) {
            this.denial = denial;
            return this;
        }

        Step on(Ground ground) {
            this.ground = ground;
            return this;
        }

        Step leading() {
            lead = true;
            return this;
        }

        Step forTheLine() {
            line = true;
            return this;
        }

        Step from(LocalDate day) {
            from = day;
            return this;
        }

        Step saying(String reason) {
            this.reason = reason;
            return this;
        }

        SourceMove move(long version) {
            return new SourceMove(
                    UNIT,
                    version,
                    "数据局",
                    department,
                    field,
                    denial,
                    ground,
                    lead,
                    line,
                    null,
                    from,
                    null,
                    reason,
                    "示数〔2026〕1号");
        }
    }
}
