package yuanliu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.AgainstNeo4j;
import yuanliu.checks.rules.Breach;
import yuanliu.checks.rules.Rule;
import yuanliu.filing.FiledCity;

/// What a filing changes, the run behind it knows.
class FiledAgainTests extends AgainstNeo4j {

    @Autowired
    private FiledCity city;

    @Autowired
    private CheckRuns runs;

    @TempDir
    private Path folder;

    @Override
    protected void fill() {
        city.file(Path.of("src/test/resources/checks-city"));
    }

    @Test
    void whatTheRunBehindAFilingLeavesIsWhatALookAtEverythingFinds() throws IOException {
        Files.writeString(
                folder.resolve("resources.csv"),
                "code,name,provider,notSharedBasis,basisRank\nR14x,资源R14x,GA,《某法》,法律\nR14o,资源R14o,GA,本局规定,其他\n");
        Files.writeString(folder.resolve("sharing.csv"), "code,resource,consumer,channel\nR32x三,R31o-资源,RS,共享平台\n");
        Files.writeString(
                folder.resolve("designations.csv"),
                "element,subject,department,resource,field,ground,document,validFrom,state\nS01x,自然人,GA,S01x-A,项,指定,《某条例》,2026-01-01,已认定\n");
        Files.writeString(
                folder.resolve("departments.csv"), "code,name,region,level,status,successor\nWJ,市卫健委,990100,市,撤销,GA\n");

        city.file(folder);

        assertThat(state(Rule.R14, "R14x")).isEqualTo("MENDED");
        assertThat(state(Rule.R14, "R14o")).isEqualTo("OPEN");
        assertThat(state(Rule.R32, "R32x三")).isEqualTo("MENDED");
        assertThat(state(Rule.S01, "S01x/自然人")).isEqualTo("MENDED");
        var kept = found();
        run("MATCH (check:Check) OPTIONAL MATCH (check)-[:HAS_STEP]->(step) DETACH DELETE check, step");
        runs.run(CheckRun.Trigger.DEMAND);
        assertThat(found()).isEqualTo(kept);
    }

    private String state(Rule rule, String thing) {
        var found = run("MATCH (check:Check {key: '" + Breach.codeOf(rule, thing) + "'}) RETURN check.state AS state");
        return String.valueOf(found.getFirst().get("state"));
    }

    private List<Map<String, Object>> found() {
        return run("""
                MATCH (check:Check)
                WHERE check.state = 'OPEN'
                RETURN check.code AS code, check.digest AS digest,
                  COLLECT { MATCH (check)-[:ANSWERED_FOR_BY]->(department) RETURN department.key ORDER BY department.key } AS departments
                ORDER BY code""");
    }
}
