package yuanliu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import yuanliu.AgainstNeo4j;
import yuanliu.ExampleCity;
import yuanliu.web.BadRequest;

/// Each saved query is run as it stands, and answers what the API answers of the same city; and nothing that is run by
/// the read-only way changes anything.
class SavedQueriesTests extends AgainstNeo4j {

    @Autowired
    private SavedQueries queries;

    @Autowired
    private ReadOnlyCypher cypher;

    @Autowired
    private ObjectProvider<ExampleCity> city;

    @Override
    protected void fill() {
        city.getObject().file();
    }

    private List<List<Object>> saved(String name) {
        var query = queries.all().stream()
                .filter(one -> one.name().endsWith(name))
                .findFirst()
                .orElseThrow();
        var answer = cypher.run(query.text(), Map.of());
        assertThat(answer.more()).isFalse();
        return answer.rows().stream()
                .<List<Object>>map(row -> row.stream()
                        .<Object>map(cell -> cell == null ? "" : cell)
                        .toList())
                .toList();
    }

    private static List<String> told(List<List<Object>> rows) {
        return rows.stream().map(String::valueOf).toList();
    }

    private GraphQlTester.Response asked(String question) {
        return ask().document(question).execute();
    }

    private static List<String> told(GraphQlTester.Response answer, String nodes, String... parts) {
        return answer.path(nodes).entityList(Map.class).get().stream()
                .map(node -> {
                    var row = new java.util.ArrayList<Object>();
                    for (var part : parts) {
                        Object at = node;
                        for (var step : part.split("\\.")) {
                            at = at instanceof Map<?, ?> map ? map.get(step) : null;
                        }
                        row.add(at == null ? "" : at);
                    }
                    return String.valueOf(row);
                })
                .toList();
    }

    @Test
    void whereFromIsAnsweredAlike() {
        var answer = asked(
                "{ lineage(of: {dataField: \"R-SS-QYK#注册资本\"}, direction: UPSTREAM) { nodes { nodes { asset { code } hop } } ends { nodes { code } } } }");

        assertThat(saved("where-from").stream()
                        .map(row -> String.valueOf(row.subList(0, 2)))
                        .toList())
                .hasSize(7)
                .isEqualTo(told(answer, "lineage.nodes.nodes[*]", "asset.code", "hop"));
        assertThat(saved("where-from").stream()
                        .filter(row -> row.get(2).equals(true))
                        .map(row -> String.valueOf(row.subList(0, 1)))
                        .toList())
                .isEqualTo(told(answer, "lineage.ends.nodes[*]", "code"));
    }

    @Test
    void whatIsDrawnIsWhatIsTold() {
        var drawn = new TreeSet<String>();
        for (var row : saved("where-from-drawn")) {
            var resource = (Map<?, ?>) row.get(1);
            drawn.add(String.valueOf(
                    ((Map<?, ?>) java.util.Objects.requireNonNull(resource.get("properties"))).get("code")));
        }

        assertThat(drawn)
                .isEqualTo(new TreeSet<>(asked(
                                "{ lineage(of: {dataField: \"R-SS-QYK#注册资本\"}, direction: UPSTREAM, grain: RESOURCE) { nodes { nodes { asset { code } } } } }")
                        .path("lineage.nodes.nodes[*].asset.code")
                        .entityList(String.class)
                        .get()));
    }

    @Test
    void byWhatWayIsAnsweredAlike() {
        var answer = asked(
                "{ lineagePaths(from: {dataField: \"R-SS-HYDJ#婚姻登记日期\"}, to: {dataField: \"BD-SS-RCGY#婚姻登记日期\"}, limit: 1) { paths { length steps { from { code } to { code } } } } }");
        var steps = answer.path("lineagePaths.paths[0].steps[*].to.code")
                .entityList(String.class)
                .get();
        var codes = new java.util.ArrayList<String>(List.of("R-SS-HYDJ#婚姻登记日期"));
        codes.addAll(steps);

        assertThat(told(saved("by-what-way")))
                .isEqualTo(List.of(List.of((Object) (long) steps.size(), codes).toString()));
    }

    @Test
    void whoseIsAnsweredAlike() {
        var answer = asked(
                "{ sourceUnit(element: \"YL008\", subject: \"自然人\") { designation { department { code } field { code } document clause } holders(first: 1) { totalCount } } }");

        assertThat(told(saved("whose")))
                .isEqualTo(told(
                        answer,
                        "[*]",
                        "designation.department.code",
                        "designation.field.code",
                        "designation.document",
                        "designation.clause",
                        "holders.totalCount"));
    }

    @Test
    void whomItHitsIsAnsweredAlike() {
        var answer = asked(
                "{ impact(of: {dataResource: \"R-SS-XLXW\"}, change: STOP) { assets(filter: {kinds: [DATA_FIELD]}, first: 500) { nodes { asset { code } hop } } } }");

        assertThat(told(saved("whom-does-it-hit")))
                .hasSize(24)
                .containsExactlyInAnyOrderElementsOf(told(answer, "impact.assets.nodes[*]", "asset.code", "hop"));
    }

    @Test
    void whoUsesItIsAnsweredAlike() {
        var answer = asked(
                "{ dataResource(code: \"R-SS-XLXW\") { agreements(inForce: true) { nodes { code consumer { code } system { code } calls } } } }");

        assertThat(told(saved("who-uses-it")))
                .isNotEmpty()
                .isEqualTo(told(
                        answer, "dataResource.agreements.nodes[*]", "code", "consumer.code", "system.code", "calls"));
    }

    @Test
    void whatARepealTakesIsAnsweredAlike() {
        var answer = asked(
                "{ basisRepealed(document: \"户口登记条例\", clause: \"第三条\") { hits(what: DESIGNATION) { nodes { thing { code } department { code } } } } }");

        assertThat(told(saved("what-a-repeal-takes")))
                .hasSize(7)
                .containsExactlyInAnyOrderElementsOf(
                        told(answer, "basisRepealed.hits.nodes[*]", "thing.code", "department.code"));
    }

    @Test
    void whoHasNotAcknowledgedIsAnsweredAlike() {
        asked(
                        "mutation { issueNotices(input: {of: {dataResource: \"R-SS-XLXW\"}, change: STOP, by: \"示例市数据局\"}) { issued } }")
                .path("issueNotices.issued")
                .entity(Integer.class)
                .isEqualTo(5);
        var answer =
                asked("{ notices(filter: {acknowledged: false}) { nodes { code department { code } subject due } } }");

        assertThat(told(saved("who-has-not-acknowledged")))
                .hasSize(5)
                .isEqualTo(told(answer, "notices.nodes[*]", "code", "department.code", "subject", "due"));
    }

    @Test
    void singlePointsAreAnsweredAlike() {
        var answer = asked("{ singlePoints(first: 500) { nodes { resource { code } departments irreplaceable } } }");

        assertThat(told(saved("single-points")))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        told(answer, "singlePoints.nodes[*]", "resource.code", "departments", "irreplaceable"));
    }

    @Test
    void trueOriginsAreAnsweredAlike() {
        var answer = asked(
                "{ origins(of: {dataField: \"R-SS-QYK#企业名称\"}) { sources { nodes { field { code department { code } } } } } }");

        assertThat(told(saved("true-origins")))
                .hasSize(2)
                .isEqualTo(told(answer, "origins.sources.nodes[*]", "field.code", "field.department.code"));
    }

    @Test
    void sameOriginIsAnsweredAlike() {
        var answer = asked(
                "{ sameOrigin(one: {dataField: \"R-SS-XYPJ#注册资本\"}, other: {dataField: \"R-SS-FRK#注册资本\"}) { common { nodes { code } } } }");

        assertThat(told(saved("same-origin")))
                .isNotEmpty()
                .isEqualTo(told(answer, "sameOrigin.common.nodes[*]", "code"));
    }

    @Test
    void brokenLineageIsAnsweredAlike() {
        var answer = asked("{ brokenLineage { departments(first: 500) { nodes { department { code } fields } } } }");

        assertThat(told(saved("broken-lineage")))
                .isNotEmpty()
                .isEqualTo(told(answer, "brokenLineage.departments.nodes[*]", "department.code", "fields"));
    }

    @Test
    void whatComesBackIsAnsweredAlike() {
        var answer = asked("{ lineageCycles(first: 500) { nodes { assets { __typename code } } } }");
        var fields = answer.path("lineageCycles.nodes[*].assets[*]").entityList(Map.class).get().stream()
                .filter(asset -> "DataField".equals(asset.get("__typename")))
                .map(asset -> String.valueOf(asset.get("code")))
                .toList();

        assertThat(saved("what-comes-back").stream().map(row -> String.valueOf(row.getFirst())))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void whoseGradeDropsIsAnsweredAlike() {
        var answer = asked(
                "{ gradeDrops(first: 500, filter: {measure: GRADE, inherited: false}) { nodes { carried filed step { from { code } to { code } } } } }");

        assertThat(told(saved("whose-grade-drops")))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        told(answer, "gradeDrops.nodes[*]", "step.from.code", "carried", "step.to.code", "filed"));
    }

    @Test
    void whatChangedIsAnsweredAlike() {
        var answer = asked(
                "{ lineageDiff(of: {dataField: \"R-SS-XYPJ#注册资本\"}, direction: UPSTREAM, from: \"2023-06-30\", to: \"2026-06-30\") {"
                        + " came { nodes { to { code } from { code } } } went { nodes { to { code } from { code } } }"
                        + " changed { nodes { before { to { code } from { code } } after { to { code } from { code } } } } } }");
        var changed = new java.util.ArrayList<String>();
        told(answer, "lineageDiff.came.nodes[*]", "to.code", "from.code").forEach(row -> changed.add("新增" + row));
        told(answer, "lineageDiff.went.nodes[*]", "to.code", "from.code").forEach(row -> changed.add("失效" + row));
        told(answer, "lineageDiff.changed.nodes[*]", "after.to.code", "after.from.code")
                .forEach(row -> changed.add("新增" + row));
        told(answer, "lineageDiff.changed.nodes[*]", "before.to.code", "before.from.code")
                .forEach(row -> changed.add("失效" + row));

        assertThat(saved("what-changed").stream().map(row -> row.getFirst() + String.valueOf(row.subList(1, 3))))
                .hasSizeGreaterThan(6)
                .containsExactlyInAnyOrderElementsOf(changed);
    }

    @Test
    void whatIsCollectedTwiceIsAnsweredAlike() {
        var run = asked("mutation { detectDuplicates { code } }")
                .path("detectDuplicates.code")
                .entity(String.class)
                .get();
        await().until(() -> asked("{ detectionRun(code: \"%s\") { state } }".formatted(run))
                .path("detectionRun.state")
                .entity(String.class)
                .get()
                .equals("FINISHED"));
        var answer = asked("{ duplicateFindings(first: 500) { nodes { code name band state } } }");

        assertThat(told(saved("what-is-collected-twice")))
                .isNotEmpty()
                .isEqualTo(told(answer, "duplicateFindings.nodes[*]", "code", "name", "band", "state"));
    }

    @Test
    void everySavedQueryHasATitleForPeople() {
        assertThat(queries.all()).hasSize(16).allSatisfy(query -> {
            assertThat(query.text()).startsWith("// ");
            assertThat(query.title()).matches(".*[?。].*").hasSizeLessThan(60);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (n:Region) DETACH DELETE n",
                "CREATE (:X)",
                "MERGE (:X {a: 1}) RETURN 1",
                "MATCH (n:Region) SET n.name = 'x' RETURN n",
                "MATCH (n:Region) REMOVE n.name",
                "FOREACH (i IN [1] | CREATE (:X))",
                "CREATE INDEX x FOR (n:X) ON (n.x)",
                "DROP CONSTRAINT region_key",
                "CALL { CREATE (:X) } IN TRANSACTIONS",
                "CALL db.createLabel('X')",
                "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
                "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
                "CREATE USER eve SET PASSWORD 'evilevil'",
                "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
                "TERMINATE TRANSACTION 'neo4j-transaction-1'",
                "PROFILE MATCH (n:Region) DETACH DELETE n",
                "PROFILE CREATE (:X)",
                "EXPLAIN CREATE (:X)",
                "CYPHER 5 CREATE (:X)",
                "/* RETURN 1 */ CREATE (:X)",
                "RETURN 1; CREATE (:X)",
                "COMMIT",
                "RETURN"
            })
    void whatWouldChangeAnythingIsRefused(String statement) {
        var before = run("MATCH (n) RETURN count(n) AS n").getFirst().get("n");

        assertThatThrownBy(() -> cypher.run(statement, Map.of())).isInstanceOf(BadRequest.class);

        assertThat(run("MATCH (n) RETURN count(n) AS n").getFirst().get("n")).isEqualTo(before);
        assertThat(run("MATCH (n:X) RETURN n")).isEmpty();
    }

    @Test
    void whatIsMoreThanIsToldIsSaid() {
        var answer = cypher.run("UNWIND range(1, $most) AS i RETURN i", Map.of("most", 1001));

        assertThat(answer.rows()).hasSize(1000);
        assertThat(answer.more()).isTrue();
    }
}
