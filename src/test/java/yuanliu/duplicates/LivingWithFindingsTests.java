package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import yuanliu.AgainstNeo4j;
import yuanliu.filing.FiledCity;

/// From a finding of the demonstration city to its closing, and back, as the README walks.
class LivingWithFindingsTests extends AgainstNeo4j {

    private static final String FINDING = "DC1-22AFF20180";
    private static final String HEADS = "下游资源编码,下游信息项,上游资源编码,上游信息项,活动类型,加工规则,登记方式,置信度,生效日期,失效日期\n";

    @Autowired
    private FiledCity city;

    @Autowired
    private Detections detections;

    @TempDir
    private Path folder;

    @Override
    protected void fill() {
        city.file();
    }

    @Test
    void whatIsMendedIsClosedAndWhatComesBackHasRecurred() throws IOException {
        assertThat(move("assignFinding", Map.of(), "FindingChanged")).isEqualTo("ASSIGNED");
        assertThat(move("answerFinding", Map.of("answer", "ACCEPT", "by", "示例市人力资源和社会保障局"), "FindingChanged"))
                .isEqualTo("ACCEPTED");
        assertThat(move("decideFinding", Map.of("verdict", "UPHELD", "document", "示数〔2026〕18号"), "FindingChanged"))
                .isEqualTo("UPHELD");
        assertThat(move("startMending", Map.of(), "FindingChanged")).isEqualTo("MENDING");
        assertThat(move("closeFinding", Map.of(), "StillDetected")).isEqualTo("MENDING");

        var stoppable = """
                { stoppable(department: "SS-RSJ") { nodes { field { code } finding { code } } } }
                """;
        assertThat(ask().document(stoppable)
                        .execute()
                        .path("stoppable.nodes[*].finding.code")
                        .entityList(String.class)
                        .get())
                .contains(FINDING);

        prefill();

        assertThat(present()).isFalse();
        assertThat(ask().document(stoppable)
                        .execute()
                        .path("stoppable.nodes[*].finding.code")
                        .entityList(String.class)
                        .get())
                .doesNotContain(FINDING);
        assertThat(move("closeFinding", Map.of(), "FindingChanged")).isEqualTo("CLOSED");

        run(
                "MATCH (field)-[made:DERIVED_FROM]->() WHERE field.code ENDS WITH '#户籍地址' AND field.code STARTS WITH 'BD-' DELETE made");
        var run = detections.run(DetectionRun.Trigger.DEMAND);

        assertThat(run.recurred()).isEqualTo(1);
        var recurrences = ask().document("""
                { recurrences { totalCount nodes { times finding { code state possible } closing { by to } opening { by reason to } } } }
                """).execute();
        recurrences.path("recurrences.totalCount").entity(Integer.class).isEqualTo(1);
        recurrences
                .path("recurrences.nodes[0].finding.state")
                .entity(String.class)
                .isEqualTo("RECURRED");
        recurrences
                .path("recurrences.nodes[0].finding.possible")
                .entityList(String.class)
                .containsExactly("REOPEN");
        recurrences.path("recurrences.nodes[0].closing.by").entity(String.class).isEqualTo("示例市数据局");
        recurrences
                .path("recurrences.nodes[0].opening.reason")
                .entity(String.class)
                .isEqualTo("销号后再次检出");
        assertThat(move("reopenFinding", Map.of("reason", "复发"), "FindingChanged"))
                .isEqualTo("ASSIGNED");
    }

    /// The three forms have the address filled in from the register.
    private void prefill() throws IOException {
        var rows = new StringBuilder(HEADS);
        for (var form : new String[] {"BD-SS-JYDJ", "BD-SS-CJR", "BD-JQ-RKCJ"}) {
            rows.append(form)
                    .append(",户籍地址,R-SS-HJRK,户籍地址,交换,填报时预填,人工,1,2026-01-01,")
                    .append('\n');
        }
        Files.writeString(folder.resolve("lineage.csv"), rows);
        city.file(folder);
    }

    private boolean present() {
        return ask().document("{ duplicateFinding(code: \"%s\") { present } }".formatted(FINDING))
                .execute()
                .path("duplicateFinding.present")
                .entity(Boolean.class)
                .get();
    }

    private String move(String mutation, Map<String, Object> said, String outcome) {
        var version = ask().document("{ duplicateFinding(code: \"%s\") { version } }".formatted(FINDING))
                .execute()
                .path("duplicateFinding.version")
                .entity(Long.class)
                .get();
        var input = new HashMap<String, Object>(Map.of("code", FINDING, "version", version, "by", "示例市数据局"));
        input.putAll(said);
        GraphQlTester.Response answer = ask().document("""
                        mutation ($input: %s!) { %s(input: $input) { __typename
                          ... on FindingChanged { finding { state } } ... on FindingRefused { message finding { state } } } }
                        """.formatted(
                                mutation.substring(0, 1).toUpperCase() + mutation.substring(1) + "Input", mutation))
                .variable("input", input)
                .execute();
        answer.path(mutation + ".__typename").entity(String.class).isEqualTo(outcome);
        return answer.path(mutation + ".finding.state").entity(String.class).get();
    }
}
