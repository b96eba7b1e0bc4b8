package yuanliu.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import yuanliu.GivenGraph;
import yuanliu.checks.CheckChange.CheckChanged;
import yuanliu.checks.CheckChange.StaleCheck;
import yuanliu.checks.rules.Breach;
import yuanliu.checks.rules.Rule;
import yuanliu.web.Today;

/// What becomes of a check from run to run, and what people may say to it.
class ChecksLifeTests extends GivenGraph {

    private static final String CODE = Breach.codeOf(Rule.R14, "R1");

    @Autowired
    private CheckRuns runs;

    @Autowired
    private Exceptions exceptions;

    @BeforeEach
    void withheldOnTooLittle() {
        given("""
                CREATE (region:Region {code: '990100', key: '990100', name: '示例市'}),
                  (d:Department {code: 'GJJ', key: 'GJJ', name: '公积金中心', office: '信息科', batch: 'F1', row: 2})-[:LOCATED_IN]->(region),
                  (r:DataResource {code: 'R1', key: 'R1', name: '公积金缴存', catalogueCodes: [], sharing: '不予共享',
                    notSharedBasis: '内部规定', basisRank: '其他', status: '已发布', batch: 'F1', row: 7})-[:PROVIDED_BY]->(d)
                """);
        assertThat(run().added()).isPositive();
    }

    private CheckRun run() {
        var run = runs.run(CheckRun.Trigger.DEMAND);
        assertThat(run.message()).isNull();
        assertThat(run.state()).isEqualTo(CheckRun.State.FINISHED);
        return run;
    }

    private void basis(String rank) {
        given("MATCH (r:DataResource) SET r.basisRank = '" + rank + "'");
    }

    private List<String> states() {
        return check("history { to }")
                .path("check.history[*].to")
                .entityList(String.class)
                .get();
    }

    private GraphQlTester.Response check(String fields) {
        return api.document("{ check(code: \"%s\") { state version %s } }".formatted(CODE, fields))
                .execute();
    }

    private String state() {
        return check("").path("check.state").entity(String.class).get();
    }

    private int listed(String filter) {
        return api.document("{ complianceChecks(filter: {rules: [\"R14\"] %s}) { totalCount } }".formatted(filter))
                .execute()
                .path("complianceChecks.totalCount")
                .entity(Integer.class)
                .get();
    }

    @Test
    void whatWouldTakeMoreThanHalfOfTheMemoryIsRefusedInASentence() {
        new CheckRuns.Size(50_000, 20_000).refuseMoreThanHalfOf(512L << 20);

        assertThatThrownBy(() -> new CheckRuns.Size(658_237, 250_000).refuseMoreThanHalfOf(2L << 30))
                .hasMessageContaining("658237 个信息项、250000 条共享关系")
                .hasMessageContaining("2048 MiB");
    }

    @Test
    void itSaysWhatIsWrongWithWhatAndWhoAnswers() {
        var told = check("""
                name sentence remedy severity rule { code article } departments { code }
                about { ... on DataResource { code checks { code } } }
                evidence { kind sentence filing row thing { ... on DataResource { code } } }
                """);

        told.path("check.sentence").entity(String.class).isEqualTo("“公积金缴存”不予共享的依据是“内部规定”（其他），不是法律、行政法规或者国务院决定");
        told.path("check.severity").entity(String.class).isEqualTo("BREACH");
        told.path("check.departments[*].code").entityList(String.class).containsExactly("GJJ");
        told.path("check.about.code").entity(String.class).isEqualTo("R1");
        told.path("check.about.checks[*].code").entityList(String.class).contains(CODE);
        told.path("check.evidence[0].row").entity(Long.class).isEqualTo(7L);
        told.path("check.evidence[0].thing.code").entity(String.class).isEqualTo("R1");
        var listed = api.document("{ complianceChecks(filter: {rules: [\"R14\"]}) { nodes { id } asOf } }")
                .execute();
        listed.path("complianceChecks.asOf")
                .entity(String.class)
                .isEqualTo(LocalDate.now(Today.ZONE).toString());
        var id =
                listed.path("complianceChecks.nodes[0].id").entity(String.class).get();
        api.document("{ entity(id: \"%s\") { code } }".formatted(id))
                .execute()
                .path("entity.code")
                .entity(String.class)
                .isEqualTo(CODE);
    }

    @Test
    void whatIsMendedIsGoneAndWhatRecursIsTheSameCheck() {
        basis("法律");
        var mending = run();

        assertThat(mending.mended()).isEqualTo(1);
        assertThat(state()).isEqualTo("MENDED");
        assertThat(listed("")).isZero();
        assertThat(listed(", states: [MENDED]")).isEqualTo(1);

        basis("其他");
        var recurring = run();

        assertThat(recurring.recurred()).isEqualTo(1);
        assertThat(recurring.added()).isZero();
        assertThat(listed("")).isEqualTo(1);
        assertThat(states()).containsExactly("OPEN", "MENDED", "OPEN");
        check("mendedAt").path("check.mendedAt").valueIsNull();
    }

    @Test
    void anExceptionIsRememberedWhenTheCheckIsMendedAndRecurs() {
        assertThat(except(1, "2099-01-01")).isInstanceOf(CheckChanged.class);
        assertThat(run().added()).isZero();
        assertThat(state()).isEqualTo("EXCEPTED");
        assertThat(listed("")).isEqualTo(1);
        assertThat(listed(", states: [OPEN]")).isZero();

        basis("法律");
        run();
        basis("其他");
        run();

        assertThat(states()).containsExactly("OPEN", "EXCEPTED", "MENDED", "EXCEPTED");
        check("exceptBasis exceptUntil")
                .path("check.exceptBasis")
                .entity(String.class)
                .isEqualTo("示数〔2026〕1号");
    }

    @Test
    void anExceptionThatHasRunOutIsNone() {
        except(1, "2099-01-01");
        given("MATCH (check:Check {key: '" + CODE + "'}) SET check.exceptUntil = date({timezone: 'Asia/Shanghai'})");

        run();

        assertThat(state()).isEqualTo("OPEN");
        assertThat(states()).containsExactly("OPEN", "EXCEPTED", "OPEN");
    }

    @Test
    void theSlowerOfTwoEditorsIsRefused() {
        assertThat(except(1, "2099-01-01")).isInstanceOf(CheckChanged.class);

        var slower = except(1, "2098-01-01");

        assertThat(slower).isInstanceOf(StaleCheck.class);
        assertThat(((StaleCheck) slower).message()).isEqualTo("检查结果已是第2版（例外），您看到的是第1版；请重读后再改");
    }

    @Test
    void anExceptionIsTakenBackWithAReasonAndOnlyWhereThereIsOne() {
        var wrong = withdraw(1);
        wrong.path("withdrawException.code").entity(String.class).isEqualTo("ILLEGAL_TRANSITION");
        wrong.path("withdrawException.message").entity(String.class).isEqualTo("检查结果现为“未处理”，没有例外可撤销");

        except(1, "2099-01-01");
        withdraw(2).path("withdrawException.check.state").entity(String.class).isEqualTo("OPEN");
        check("exceptUntil").path("check.exceptUntil").valueIsNull();
    }

    private GraphQlTester.Response withdraw(int version) {
        return api.document("""
                mutation { withdrawException(input: {code: "%s", version: %d, by: "市数据局", reason: "法规已修改"}) {
                  ... on CheckChanged { check { state } } ... on CheckRefused { code message } } }
                """.formatted(CODE, version)).execute();
    }

    @Test
    void whatIsNotThereOrNotWholeIsToldBeforeAnythingIsDone() {
        refused("code: \"R14-NONE\"", "NOT_FOUND", "R14-NONE");
        refused("by: \" \"", "BAD_REQUEST", "by");
        refused("reason: \"\"", "BAD_REQUEST", "reason");
        refused("basis: \"\"", "BAD_REQUEST", "basis");
        refused("until: \"%s\"".formatted(LocalDate.now(Today.ZONE)), "BAD_REQUEST", "until");
        api.document("{ complianceChecks(filter: {rules: [\"S01\"]}) { totalCount } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors.getFirst().getMessage()).contains("S01"));
    }

    private void refused(String instead, String classification, String named) {
        var said = new HashMap<String, String>(Map.of(
                "code", "code: \"" + CODE + "\"",
                "by", "by: \"市数据局\"",
                "reason", "reason: \"理由\"",
                "basis", "basis: \"文号\"",
                "until", "until: \"2099-01-01\""));
        said.put(instead.substring(0, instead.indexOf(':')), instead);
        api.document("mutation { exceptCheck(input: {version: 1, %s}) { __typename } }"
                        .formatted(String.join(", ", said.values())))
                .execute()
                .errors()
                .satisfy(errors -> {
                    assertThat(errors).hasSize(1);
                    assertThat(errors.getFirst().getErrorType().toString()).isEqualTo(classification);
                    assertThat(errors.getFirst().getMessage()).contains(named);
                });
    }

    private CheckChange except(long version, String until) {
        return exceptions.move(
                new ExceptionMove(CODE, version, "市数据局", "法规修订期间暂缓", "示数〔2026〕1号", LocalDate.parse(until)), true);
    }

    @Test
    void theDayAskedForIsToldByTheStepsUntilThen() {
        given("MATCH (:Check)-[:HAS_STEP]->(step) SET step.on = date('2026-01-10')");
        basis("法律");
        run();
        given("MATCH (:Check {key: '" + CODE
                + "'})-[:HAS_STEP]->(step {to: 'MENDED'}) SET step.on = date('2026-02-10')");

        assertThat(listed(", asOf: \"2026-01-09\"")).isZero();
        assertThat(listed(", asOf: \"2026-01-10\"")).isEqualTo(1);
        assertThat(listed(", asOf: \"2026-02-10\"")).isZero();
        assertThat(listed(", asOf: \"2026-02-10\", states: [MENDED]")).isEqualTo(1);
    }

    @Test
    void listsAreNarrowedByWhoAnswersAndWhere() {
        given("CREATE (:Region {code: '990200', key: '990200', name: '别市'})");

        assertThat(listed(", department: \"GJJ\"")).isEqualTo(1);
        assertThat(listed(", department: \"NONE\"")).isZero();
        assertThat(listed(", region: \"990100\"")).isEqualTo(1);
        assertThat(listed(", region: \"990200\"")).isZero();
        assertThat(listed(", severities: [HINT]")).isZero();
        assertThat(listed(", about: \"R 1\"")).isEqualTo(1);
    }

    @Test
    void pagesFollowOneAnotherWithoutAGap() {
        var seen = new java.util.ArrayList<String>();
        var after = (String) null;
        do {
            var page = api.document("""
                    query ($after: String) { complianceChecks(first: 1, after: $after) { totalCount nodes { code }
                      pageInfo { hasNextPage endCursor } } }
                    """).variable("after", after).execute();
            seen.addAll(page.path("complianceChecks.nodes[*].code")
                    .entityList(String.class)
                    .get());
            after = page.path("complianceChecks.pageInfo.hasNextPage")
                            .entity(Boolean.class)
                            .get()
                    ? page.path("complianceChecks.pageInfo.endCursor")
                            .entity(String.class)
                            .get()
                    : null;
        } while (after != null);

        assertThat(seen).doesNotHaveDuplicates().startsWith(CODE).hasSizeGreaterThan(1);
    }

    @Test
    void runsComeOneAfterTheOtherHoweverManyAreAsked() throws Exception {
        try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            var some = java.util.stream.Stream.generate(() -> asking.submit(() -> runs.run(CheckRun.Trigger.DEMAND)))
                    .limit(4)
                    .toList();
            for (var one : some) {
                assertThat(one.get(120, TimeUnit.SECONDS).state()).isEqualTo(CheckRun.State.FINISHED);
            }
        }

        assertThat(states()).containsExactly("OPEN");
        assertThat(graph.query("MATCH (check:Check) RETURN count(check) = count(DISTINCT check.key)")
                        .fetchAs(Boolean.class)
                        .one())
                .contains(true);
    }

    @Test
    void aRunThatFailsSaysWhyAndLeavesTheTurn() {
        given("CREATE (:Check {key: 'broken', code: 'broken', state: 'NO SUCH STATE', digest: ''})");

        var run = runs.run(CheckRun.Trigger.DEMAND);

        assertThat(run.state()).isEqualTo(CheckRun.State.FAILED);
        assertThat(run.message()).startsWith("检查未完成");
        given("MATCH (check:Check {key: 'broken'}) DELETE check");
        assertThat(run().added()).isZero();
    }

    @Test
    void aSecondRunWritesNothing() {
        var before = snapshot();

        run();

        assertThat(snapshot()).isEqualTo(before);
    }

    private List<?> snapshot() {
        return List.copyOf(graph.query("""
                MATCH (check:Check)
                RETURN elementId(check) AS id, properties(check) AS check,
                  COLLECT { MATCH (check)-[way:ABOUT|ANSWERED_FOR_BY]->(thing) RETURN elementId(way) + thing.key ORDER BY thing.key } AS ways,
                  COUNT { (check)-[:HAS_STEP]->() } AS steps
                ORDER BY check.code
                """).fetch().all());
    }
}
