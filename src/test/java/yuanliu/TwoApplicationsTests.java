package yuanliu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import yuanliu.filing.FiledCity;
import yuanliu.memory.LookedAt;
import yuanliu.memory.Memory;
import yuanliu.neo4j.TestNeo4j;

/// Two applications on one graph: what one writes the other sees, and what only one does at a time only one does.
class TwoApplicationsTests extends GivenGraph {

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final String LINEAGE =
            "{ lineage(of: {dataField: \"R-SS-QYK#注册资本\"}, direction: UPSTREAM) { count } }";

    @Autowired
    private FiledCity filed;

    @Autowired
    private Memory mine;

    private @Nullable ConfigurableApplicationContext other;

    private ConfigurableApplicationContext startOther() {
        var settings = new ArrayList<String>();
        TestNeo4j.settings().forEach((name, value) -> settings.add("--%s=%s".formatted(name, value)));
        settings.addAll(List.of(
                "--server.port=0",
                "--yuanliu.demo=false",
                "--yuanliu.data=target/test-data-of-another",
                "--yuanliu.memory.least-fields=0",
                "--yuanliu.memory.pause=" + PAUSE.toMillis() + "ms",
                "--yuanliu.detection.cron=-",
                "--yuanliu.checks.cron=-"));
        var started = new SpringApplicationBuilder(Yuanliu.class).run(settings.toArray(String[]::new));
        other = started;
        return started;
    }

    private static GraphQlTester asked(ConfigurableApplicationContext application) {
        return ExecutionGraphQlServiceTester.create(application.getBean(ExecutionGraphQlService.class));
    }

    @AfterEach
    void stop() {
        if (other != null) {
            other.close();
        }
    }

    @Test
    void whatOneWritesTheOtherSeesWithinThePause() throws Exception {
        filed.file();
        LookedAt.said(mine);
        var started = startOther();
        var there = asked(started);
        var memory = started.getBean(Memory.class);
        await(() -> memory.standing().state() == Memory.State.READY, Duration.ofSeconds(30));

        for (var row : rows()) {
            var begun = System.nanoTime();
            api.document("""
                            mutation($code: String!, $version: Long!) {
                              rejectDerivation(input: {derivation: $code, expectedVersion: $version, person: "甲", reason: "不是"}) {
                                __typename } }""")
                    .variable("code", row.code())
                    .variable("version", row.version())
                    .execute()
                    .path("rejectDerivation.__typename")
                    .entity(String.class)
                    .isEqualTo("DerivationRecorded");
            var count = count(api);
            await(() -> count(there) == count, PAUSE.multipliedBy(10));
            System.out.printf("seen by the other after %d ms%n", (System.nanoTime() - begun) / 1_000_000);
        }
        assertThat(count(api)).isLessThan(7);
    }

    private record Row(String code, long version) {}

    private List<Row> rows() {
        return List.copyOf(graph.query("""
                        MATCH (:DataField {key: 'R-SS-QYK#注册资本'})-[first:DERIVED_FROM]->(:DataField)-[second:DERIVED_FROM]->()
                        RETURN DISTINCT second.edge AS code, coalesce(second.version, 1) AS version ORDER BY code LIMIT 2""")
                .fetchAs(Row.class)
                .mappedBy((types, row) ->
                        new Row(row.get("code").asString(), row.get("version").asLong()))
                .all());
    }

    private static int count(GraphQlTester api) {
        return api.document(LINEAGE)
                .execute()
                .path("lineage.count")
                .entity(Integer.class)
                .get();
    }

    @Test
    void onlyOneDetectsAtATime() throws Exception {
        filed.file();
        var there = asked(startOther());
        var most = 0L;
        for (int i = 0; i < 3; i++) {
            for (var one : List.of(api, there)) {
                one.document("mutation { detectDuplicates { code } }")
                        .execute()
                        .path("detectDuplicates.code")
                        .hasValue();
            }
            while (count("MATCH (run:DetectionRun {state: 'RUNNING'}) RETURN count(run)") > 0) {
                most = Math.max(
                        most,
                        count("MATCH (run:DetectionRun {state: 'RUNNING'}) WHERE run.progress > 0 RETURN count(run)"));
            }
        }
        assertThat(count("MATCH (run:DetectionRun {state: 'FINISHED'}) RETURN count(run)"))
                .isGreaterThanOrEqualTo(6);
        assertThat(most).isEqualTo(1);
    }

    private long count(String cypher) {
        return graph.query(cypher).fetchAs(Long.class).one().orElseThrow();
    }

    private static void await(Callable<Boolean> what, Duration most) throws Exception {
        var until = System.nanoTime() + most.toNanos();
        while (!what.call()) {
            assertThat(System.nanoTime()).as("it took longer than %s", most).isLessThan(until);
            Thread.sleep(30);
        }
    }
}
