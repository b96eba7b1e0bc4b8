package yuanliu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.AgainstNeo4j;
import yuanliu.checks.rules.Breach;
import yuanliu.checks.rules.Rule;
import yuanliu.filing.FiledCity;

/// What is told of verification through the interface is what the checks look at.
class VerifiedTests extends AgainstNeo4j {

    @Autowired
    private FiledCity city;

    @Autowired
    private CheckRuns runs;

    @Override
    protected void fill() {
        city.file(Path.of("src/test/resources/checks-city"));
    }

    @Test
    void aRuleThatHoldsTheSourceAgainstSomebodyIndependentIsAVerificationSource() {
        assertThat(state(Rule.S11, "S11x/自然人")).isEqualTo("OPEN");
        // of RS only a copy is known, which is refused by name and flagged as a department
        assertThat(set("field: \"S11x-B#项\"")).isEqualTo("COPY_OF_THE_SOURCE");

        assertThat(set("department: \"GA\"")).isEqualTo("OK");
        runs.run(CheckRun.Trigger.DEMAND);
        assertThat(state(Rule.S11, "S11x/自然人")).isEqualTo("MENDED");

        ask().document("""
                mutation { endVerificationRule(input: {code: "校核:S11x/自然人:1", version: 1, by: "数据局", reason: "停"}) {
                  ... on VerificationRuleChanged { rule { inForce } } } }
                """)
                .execute()
                .path("endVerificationRule.rule.inForce")
                .entity(Boolean.class)
                .isEqualTo(false);
        runs.run(CheckRun.Trigger.DEMAND);
        assertThat(state(Rule.S11, "S11x/自然人")).isEqualTo("OPEN");
    }

    @Test
    void anOverdueObjectionIsACheckWithItsTermAndTheWayToWhatIsDoubted() {
        var code = ask().document("""
                mutation { raiseObjection(input: {field: "S11x-B#项", department: "GA", on: "2026-03-02", by: "公安局", reason: "与户籍不符"}) {
                  ... on ObjectionChanged { objection { code } } } }
                """)
                .execute()
                .path("raiseObjection.objection.code")
                .entity(String.class)
                .get();

        runs.run(CheckRun.Trigger.DEMAND);

        var checks = ask().document("""
                { complianceChecks(filter: {rules: ["R26"]}) { nodes { sentence about { ... on Objection { code department { code } } }
                    evidence { kind sentence } } } }
                """).execute();
        var about = "complianceChecks.nodes[?(@.about.code == '%s')]".formatted(code);
        checks.path(about + ".about.department.code").entityList(String.class).containsExactly("RS");
        assertThat(checks.path(about + ".sentence")
                        .entityList(String.class)
                        .get()
                        .getFirst())
                .contains("2026-03-16", "10 个工作日", "至今没有办理");
        assertThat(checks.path(about + ".evidence[*].kind")
                        .entityList(String.class)
                        .get())
                .isEqualTo(List.of("CELL", "TERM", "PATH"));
        assertThat(checks.path(about + ".evidence[*].sentence")
                        .entityList(String.class)
                        .get()
                        .getLast())
                .isEqualTo("资源S11x-A.项 → 资源S11x-B.项");
    }

    /// The code of the refusal, or OK.
    private String set(String against) {
        return ask().document("""
                        mutation { setVerificationRule(input: {unit: "S11x/自然人", %s, by: "数据局", comparison: LATEST_WINS,
                          text: "最近的事件为准", rhythm: MONTHLY}) { __typename ... on VerificationRefused { code } } }
                        """.formatted(against))
                .execute()
                .path("setVerificationRule")
                .entity(Outcome.class)
                .get()
                .said();
    }

    record Outcome(String __typename, @Nullable String code) {

        String said() {
            return code == null ? "OK" : code;
        }
    }

    private String state(Rule rule, String thing) {
        var found = run("MATCH (check:Check {key: '" + Breach.codeOf(rule, thing) + "'}) RETURN check.state AS state");
        return found.isEmpty() ? "" : String.valueOf(found.getFirst().get("state"));
    }
}
