package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import yuanliu.GivenGraph;
import yuanliu.cypher.CypherLibrary;
import yuanliu.duplicates.FindingChange.FindingChanged;
import yuanliu.duplicates.FindingChange.IllegalTransition;
import yuanliu.duplicates.FindingChange.StaleVersion;
import yuanliu.duplicates.FindingMove.FindingAnswer;
import yuanliu.duplicates.FindingMove.FindingVerdict;
import yuanliu.web.Today;

class FindingWorkflowTests extends GivenGraph {

    private static final Map<FindingAction, String> MUTATIONS = Map.of(
            FindingAction.ASSIGN, "assignFinding",
            FindingAction.ANSWER, "answerFinding",
            FindingAction.DECIDE, "decideFinding",
            FindingAction.START_MENDING, "startMending",
            FindingAction.CLOSE, "closeFinding",
            FindingAction.REOPEN, "reopenFinding");

    @Autowired
    private FindingWorkflow workflow;

    @Autowired
    private Driver driver;

    @Autowired
    private CypherLibrary cypher;

    private void finding(FindingState state, boolean present) {
        graph.query("MATCH (n:DuplicateFinding) DETACH DELETE n").run();
        given("""
                CREATE (:DuplicateFinding {key: 'DC1-A', code: 'DC1-A', name: '户籍地址多头采集', kind: 'CROSS_DEPARTMENT',
                  score: 0.95, band: 'CONFIRMED', signals: '[]', suggestion: '停采改共享', rules: 'test', saved: 0,
                  state: $state, present: $present, version: 3,
                  firstSeen: datetime('2026-11-20T02:00:00+08:00'), lastSeen: datetime('2026-11-24T02:00:00+08:00')})
                """, Map.of("state", state.name(), "present", present));
    }

    /// All the ways in which something can be done, each with the state that it leads to.
    private static List<Map.Entry<FindingMove, FindingState>> ways(FindingAction action) {
        return switch (action) {
            case ANSWER ->
                List.of(
                        Map.entry(move(FindingAnswer.ACCEPT, null), FindingState.ACCEPTED),
                        Map.entry(move(FindingAnswer.CONTEST, null), FindingState.CONTESTED));
            case DECIDE ->
                List.of(
                        Map.entry(move(null, FindingVerdict.UPHELD), FindingState.UPHELD),
                        Map.entry(move(null, FindingVerdict.EXEMPT), FindingState.EXEMPT),
                        Map.entry(move(null, FindingVerdict.FALSE_ALARM), FindingState.FALSE_ALARM));
            case ASSIGN, REOPEN -> List.of(Map.entry(move(null, null), FindingState.ASSIGNED));
            case START_MENDING -> List.of(Map.entry(move(null, null), FindingState.MENDING));
            case CLOSE -> List.of(Map.entry(move(null, null), FindingState.CLOSED));
        };
    }

    private static FindingMove move(@Nullable FindingAnswer answer, @Nullable FindingVerdict verdict) {
        var exempt = verdict == FindingVerdict.EXEMPT;
        return new FindingMove(
                "DC1-A",
                3,
                "数据局治理处",
                "核实",
                "示数函〔2026〕7号",
                answer,
                verdict,
                exempt ? "《统计法》第九条" : null,
                exempt ? LocalDate.of(2099, 1, 1) : null);
    }

    @Test
    void everyLegalStepIsTakenAndKeptAndEveryOtherIsRefusedAndTellsWhatIsPossible() {
        for (var action : FindingAction.values()) {
            for (var way : ways(action)) {
                for (var state : FindingState.values()) {
                    finding(state, false);

                    var change = workflow.move(action, way.getKey());

                    if (FindingAction.possibleIn(state).contains(action)) {
                        assertThat(change).isInstanceOf(FindingChanged.class);
                        var finding = ((FindingChanged) change).finding();
                        assertThat(finding.state()).isEqualTo(way.getValue());
                        assertThat(finding.version()).isEqualTo(4);
                        assertThat(finding.exemptUntil()).isEqualTo(way.getKey().exemptUntil());
                        assertThat(steps()).containsExactly("4 %s %s 数据局治理处 核实".formatted(state, way.getValue()));
                    } else {
                        assertThat(change).isInstanceOf(IllegalTransition.class);
                        var refused = (IllegalTransition) change;
                        assertThat(refused.possible()).isEqualTo(FindingAction.possibleIn(state));
                        assertThat(refused.message())
                                .contains(state.word())
                                .contains(action.word())
                                .contains(refused.possible().getFirst().word());
                        assertThat(refused.finding().version()).isEqualTo(3);
                        assertThat(steps()).isEmpty();
                    }
                }
            }
        }
    }

    private List<String> steps() {
        return List.copyOf(graph.query("""
                        MATCH (:DuplicateFinding {key: 'DC1-A'})-[:HAS_STEP]->(step)
                        RETURN toString(step.number) + ' ' + step.from + ' ' + step.to + ' ' + step.by + ' ' + step.reason AS told
                        ORDER BY step.number""").fetchAs(String.class).all());
    }

    @Test
    void thePageOfTheStatesTellsTheTable() throws IOException {
        var told = new HashSet<String>();
        for (var line : Files.readAllLines(Path.of("src/docs/finding-states.md"))) {
            var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            if (cells.size() > 5 && cells.get(2).startsWith("`")) {
                for (var from : cells.get(3).split("、")) {
                    for (var to : cells.get(4).split("、")) {
                        told.add("%s %s %s→%s".formatted(cells.get(1), cells.get(2), from, to));
                    }
                }
            }
        }

        var legal = new HashSet<String>();
        for (var action : FindingAction.values()) {
            for (var from : FindingState.values()) {
                for (var to : FindingState.values()) {
                    if (action.leads(from, to)) {
                        legal.add("%s `%s` %s→%s"
                                .formatted(action.word(), MUTATIONS.get(action), from.word(), to.word()));
                    }
                }
            }
        }
        assertThat(told).isEqualTo(legal);
    }

    @Test
    void fromEveryStateThereIsAWayOn() {
        assertThat(FindingState.values())
                .allSatisfy(state -> assertThat(FindingAction.possibleIn(state)).isNotEmpty());
    }

    @Test
    void whatTheLastRunStillFoundIsNotClosed() {
        finding(FindingState.MENDING, true);

        mutate("closeFinding", Map.of())
                .path("closeFinding.__typename")
                .entity(String.class)
                .isEqualTo("StillDetected")
                .path("closeFinding.code")
                .entity(String.class)
                .isEqualTo("STILL_DETECTED")
                .path("closeFinding.message")
                .entity(String.class)
                .isEqualTo("2026-11-24的检测仍检出该疑点，不能销号；请完成整改并申报变更后的目录，检测不再检出后再销号")
                .path("closeFinding.finding.state")
                .entity(String.class)
                .isEqualTo("MENDING");
    }

    @Test
    void whatCannotBeDoneTellsWhatCan() {
        finding(FindingState.CONTESTED, true);

        mutate("startMending", Map.of())
                .path("startMending.code")
                .entity(String.class)
                .isEqualTo("ILLEGAL_TRANSITION")
                .path("startMending.message")
                .entity(String.class)
                .isEqualTo("疑点现为“部门不认可”，不能开始整改；现在可以：认定")
                .path("startMending.possible")
                .entityList(String.class)
                .containsExactly("DECIDE");
    }

    @Test
    void aFindingGoesAllTheWayAndItsHistoryIsTold() {
        finding(FindingState.SUSPECTED, true);

        changed("assignFinding", Map.of(), 3);
        changed("answerFinding", Map.of("answer", "CONTEST", "reason", "非法定职责"), 4);
        changed("decideFinding", Map.of("verdict", "UPHELD", "document", "示数函〔2026〕8号"), 5);
        changed("startMending", Map.of(), 6);
        graph.query("MATCH (n:DuplicateFinding) SET n.present = false").run();
        changed("closeFinding", Map.of(), 7);
        changed("reopenFinding", Map.of("reason", "现场核查未停采"), 8);
        changed("answerFinding", Map.of("answer", "ACCEPT"), 9);
        changed(
                "decideFinding",
                Map.of("verdict", "EXEMPT", "exemptBasis", "《统计法》第九条", "exemptUntil", "2099-01-01"),
                10);

        var told = api.document("""
                { duplicateFinding(code: "DC1-A") { state version exemptBasis exemptUntil possible
                    history { number from to by reason document exemptBasis exemptUntil } } }
                """).execute();
        told.path("duplicateFinding.state").entity(String.class).isEqualTo("EXEMPT");
        told.path("duplicateFinding.exemptUntil").entity(String.class).isEqualTo("2099-01-01");
        told.path("duplicateFinding.possible").entityList(String.class).containsExactly("REOPEN");
        told.path("duplicateFinding.history[*].to")
                .entityList(String.class)
                .containsExactly(
                        "ASSIGNED", "CONTESTED", "UPHELD", "MENDING", "CLOSED", "ASSIGNED", "ACCEPTED", "EXEMPT");
        told.path("duplicateFinding.history[2].document").entity(String.class).isEqualTo("示数函〔2026〕8号");
        told.path("duplicateFinding.history[7].exemptBasis")
                .entity(String.class)
                .isEqualTo("《统计法》第九条");

        changed("reopenFinding", Map.of("reason", "法律已修改"), 11);
        api.document("{ duplicateFinding(code: \"DC1-A\") { exemptBasis history { exemptBasis } } }")
                .execute()
                .path("duplicateFinding.exemptBasis")
                .valueIsNull()
                .path("duplicateFinding.history[7].exemptBasis")
                .entity(String.class)
                .isEqualTo("《统计法》第九条");
    }

    private void changed(String mutation, Map<String, Object> said, long version) {
        var all = new HashMap<>(said);
        all.put("version", version);
        mutate(mutation, all)
                .path(mutation + ".__typename")
                .entity(String.class)
                .isEqualTo("FindingChanged")
                .path(mutation + ".finding.version")
                .entity(Long.class)
                .isEqualTo(version + 1);
    }

    private GraphQlTester.Response mutate(String mutation, Map<String, Object> said) {
        var input = new HashMap<String, Object>(Map.of("code", "DC1-A", "version", 3, "by", "数据局治理处"));
        input.putAll(said);
        return api.document("""
                mutation ($input: %s!) { %s(input: $input) { __typename
                  ... on FindingChanged { finding { version state } }
                  ... on FindingRefused { code message finding { version state } }
                  ... on IllegalTransition { possible } } }
                """.formatted(
                                mutation.substring(0, 1).toUpperCase() + mutation.substring(1) + "Input", mutation))
                .variable("input", input)
                .execute();
    }

    @Test
    void whatIsNotThereOrNotWholeIsToldBeforeAnythingIsDone() {
        finding(FindingState.ASSIGNED, true);

        refused("assignFinding", Map.of("code", "DC9-X"), "NOT_FOUND", "DC9-X");
        refused("assignFinding", Map.of("by", " "), "BAD_REQUEST", "by");
        refused("answerFinding", Map.of("answer", "CONTEST"), "BAD_REQUEST", "reason");
        refused("decideFinding", Map.of("verdict", "FALSE_ALARM"), "BAD_REQUEST", "reason");
        refused("decideFinding", Map.of("verdict", "EXEMPT", "exemptBasis", "统计法"), "BAD_REQUEST", "exemptUntil");
        refused(
                "decideFinding",
                Map.of(
                        "verdict",
                        "EXEMPT",
                        "exemptBasis",
                        "统计法",
                        "exemptUntil",
                        LocalDate.now(Today.ZONE).toString()),
                "BAD_REQUEST",
                "exemptUntil");
        refused("decideFinding", Map.of("verdict", "UPHELD", "exemptBasis", "统计法"), "BAD_REQUEST", "豁免");
        refused("assignFinding", Map.of("reason", "长".repeat(2_001)), "BAD_REQUEST", "2000");
    }

    private void refused(String mutation, Map<String, Object> said, String classification, String named) {
        mutate(mutation, said).errors().satisfy(errors -> {
            assertThat(errors).hasSize(1);
            assertThat(errors.getFirst().getErrorType().toString()).isEqualTo(classification);
            assertThat(errors.getFirst().getMessage()).contains(named);
        });
    }

    @Test
    void theSlowerOfTwoEditorsIsRefused() throws Exception {
        for (int round = 0; round < 10; round++) {
            finding(FindingState.ASSIGNED, true);
            var start = new CountDownLatch(1);

            var changes = new ArrayList<FindingChange>();
            try (var editors = Executors.newVirtualThreadPerTaskExecutor()) {
                var asked = List.of(FindingAnswer.ACCEPT, FindingAnswer.CONTEST).stream()
                        .map(answer -> editors.submit(() -> {
                            start.await();
                            return workflow.move(FindingAction.ANSWER, move(answer, null));
                        }))
                        .toList();
                start.countDown();
                for (var one : asked) {
                    changes.add(one.get(60, TimeUnit.SECONDS));
                }
            }

            assertThat(changes).hasAtLeastOneElementOfType(FindingChanged.class);
            assertThat(changes).hasAtLeastOneElementOfType(StaleVersion.class);
            assertThat(steps()).hasSize(1);
            assertThat(changes)
                    .filteredOn(change -> change instanceof StaleVersion)
                    .first()
                    .satisfies(change ->
                            assertThat(((StaleVersion) change).message()).contains("第4版"));
        }
    }

    @Test
    void aRunThatKeepsItsFindingsIsWaitedFor() throws Exception {
        finding(FindingState.SUSPECTED, true);
        try (var session = driver.session();
                var editors = Executors.newVirtualThreadPerTaskExecutor()) {
            var keeping = session.beginTransaction();
            var before = new HashMap<String, @Nullable Object>();
            before.put("units", List.of());
            before.put("codes", List.of("DC1-A"));
            keeping.run(cypher.get("duplicates/stored-findings-of").text(), before)
                    .consume();

            var change = editors.submit(() -> workflow.move(FindingAction.ASSIGN, move(null, null)));

            org.assertj.core.api.Assertions.assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> change.get(1, TimeUnit.SECONDS));
            keeping.commit();
            assertThat(change.get(60, TimeUnit.SECONDS)).isInstanceOf(FindingChanged.class);
        }
    }

    @Test
    void noTwoStepsHaveTheSameSequenceHoweverManyAreTakenAtOnce() throws Exception {
        given("""
                UNWIND range(1, 20) AS i
                CREATE (:DuplicateFinding {key: 'F' + i, code: 'F' + i, name: '疑点', kind: 'FORMS', score: 0.9, band: 'CONFIRMED',
                  signals: '[]', suggestion: '', rules: '', saved: 0, state: 'SUSPECTED', present: true, version: 1,
                  firstSeen: datetime(), lastSeen: datetime()})
                """);

        try (var editors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 20; i++) {
                var code = "F" + i;
                editors.submit(() -> workflow.move(
                        FindingAction.ASSIGN, new FindingMove(code, 1, "数据局", null, null, null, null, null, null)));
            }
        }

        assertThat(graph.query("MATCH (step:FindingStep) RETURN step.sequence ORDER BY step.sequence")
                        .fetchAs(Long.class)
                        .all())
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(Set.copyOf(graph.query("MATCH (finding:DuplicateFinding) RETURN finding.state")
                        .fetchAs(String.class)
                        .all()))
                .containsExactly("ASSIGNED");
    }
}
