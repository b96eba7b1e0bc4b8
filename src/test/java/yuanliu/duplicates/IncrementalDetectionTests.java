package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.test.context.TestPropertySource;
import yuanliu.YuanliuTest;
import yuanliu.filing.FiledCity;
import yuanliu.neo4j.TestNeo4j;

/// Looking only at what has changed must find what looking at everything finds.
@YuanliuTest
@TestPropertySource(properties = "yuanliu.detection.after-decision=true")
class IncrementalDetectionTests {

    private static final Path LABELLED = Path.of("src", "test", "resources", "labelled", "tuned");
    private static final int FILINGS = 12;

    @Autowired
    private Driver driver;

    @Autowired
    private Neo4jClient graph;

    @Autowired
    private FiledCity files;

    @Autowired
    private GraphQlTester api;

    @Autowired
    private Detections detections;

    @TempDir
    private Path folder;

    private int number;
    private int touchedRuns;

    /// What a random filing says: sheets, with their rows.
    private final Map<String, List<String>> sheets = new LinkedHashMap<>();

    private void given(String city) {
        TestNeo4j.wipe(driver);
        files.file(LABELLED.resolve(city));
    }

    private void row(String sheet, String header, @Nullable Object... cells) {
        var text = new ArrayList<String>();
        for (var cell : cells) {
            var said = cell == null ? "" : cell.toString();
            text.add(said.matches(".*[,\"\n].*") ? '"' + said.replace("\"", "\"\"") + '"' : said);
        }
        sheets.computeIfAbsent(sheet + "\n" + header, key -> new ArrayList<>(List.of(header)))
                .add(String.join(",", text));
    }

    private void file() throws IOException {
        for (var sheet : sheets.entrySet()) {
            var home = Files.createDirectories(folder.resolve("filing-" + number++));
            Files.write(home.resolve(sheet.getKey().substring(0, sheet.getKey().indexOf('\n'))), sheet.getValue());
            files.file(home);
            if (last().scope() == DetectionRun.Scope.TOUCHED) {
                touchedRuns++;
            }
        }
        sheets.clear();
    }

    private DetectionRun last() {
        return detections
                .page(yuanliu.web.Window.of("runs", 1, null))
                .getNodes()
                .getFirst();
    }

    private List<Map<String, Object>> findings() {
        return List.copyOf(graph.query("""
                MATCH (finding:DuplicateFinding)
                RETURN finding {.*, lastSeen: null, firstSeen: null, version: null} AS finding,
                  COLLECT { MATCH (finding)-[involves:INVOLVES]->(party) RETURN [involves.place, involves.role, involves.confidence, party.code] ORDER BY involves.place } AS parties,
                  COLLECT { MATCH (finding)-[:ABOUT]->(unit) RETURN unit.key } AS units
                ORDER BY finding.code""").fetch().all());
    }

    private List<Map<String, Object>> understood() {
        return List.copyOf(graph.query("""
                MATCH (field:DataField)
                OPTIONAL MATCH (proposal:Proposal {number: field.proposal})
                RETURN field.code AS field, field.understoodAs AS unit, field.proposal IS NOT NULL AS proposed, properties(proposal) AS proposal
                ORDER BY field""").fetch().all());
    }

    private void wholeRunChangesNothing(String after) {
        var findings = findings();
        var understood = understood();

        var run = detections.run(DetectionRun.Trigger.DEMAND);

        assertThat(run.scope()).isEqualTo(DetectionRun.Scope.WHOLE);
        assertThat(run.state()).isEqualTo(DetectionRun.State.FINISHED);
        assertThat(understood()).as(after).isEqualTo(understood);
        assertThat(findings()).as(after).isEqualTo(findings);
    }

    private List<String> codes(String label) {
        return List.copyOf(graph.query(
                        "MATCH (n:%s) WHERE n.code IS NOT NULL RETURN n.code AS code ORDER BY code".formatted(label))
                .fetchAs(String.class)
                .all());
    }

    private record Item(
            String owner,
            String name,
            @Nullable String element,
            @Nullable String called) {}

    private List<Item> fields() {
        return List.copyOf(graph.query("""
                MATCH (owner:DataResource)-[:HAS_FIELD]->(field:DataField)
                OPTIONAL MATCH (field)-[:REPRESENTS]->(element:DataElement)
                RETURN owner.code AS owner, field.name AS name, element.code AS element, element.name AS called
                ORDER BY field.code""")
                .fetchAs(Item.class)
                .mappedBy((types, row) -> new Item(
                        row.get("owner").asString(),
                        row.get("name").asString(),
                        row.get("element").asString(null),
                        row.get("called").asString(null)))
                .all());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void afterAnyFilingsTheFindingsAreThoseOfAWholeRun(long seed) throws IOException {
        var chance = new Random(seed);
        given(List.of("baiyu", "luyu", "yunlan", "yanhu").get((int) seed % 4));

        for (var filing = 0; filing < FILINGS; filing++) {
            var said = new ArrayList<String>();
            for (var change = 0; change < 1 + chance.nextInt(3); change++) {
                said.add(change(chance));
            }
            file();
            wholeRunChangesNothing("seed %d, filing %d: %s".formatted(seed, filing, said));
        }

        assertThat(touchedRuns).isGreaterThan(FILINGS / 2);
    }

    /// One thing that people file.
    private String change(Random chance) {
        IntFunction<Integer> below = bound -> chance.nextInt(Math.max(1, bound));
        var fields = fields();
        var field = fields.get(below.apply(fields.size()));
        var other = fields.get(below.apply(fields.size()));
        var resources = codes("DataResource");
        var resource = resources.get(below.apply(resources.size()));
        var departments = codes("Department");
        var department = departments.get(below.apply(departments.size()));
        var systems = codes("InformationSystem");
        var system = systems.get(below.apply(systems.size()));
        var modes = List.of("采集", "产生", "共享获取", "核验", "");
        var what = below.apply(16);
        switch (what) {
            case 0, 1 ->
                row("fields.csv", "资源编码,信息项名称,获取方式", field.owner(), field.name(), modes.get(below.apply(modes.size())));
            case 2 ->
                row(
                        "fields.csv",
                        "资源编码,信息项名称,数据元编码",
                        field.owner(),
                        field.name(),
                        chance.nextBoolean() ? "" : other.element());
            case 3 ->
                row(
                        "fields.csv",
                        "资源编码,信息项名称,数据元编码,获取方式",
                        resource,
                        other.called() == null ? other.name() : other.called(),
                        chance.nextBoolean() ? "" : other.element(),
                        "采集");
            case 4 ->
                row(
                        "resources.csv",
                        "资源编码,资源名称,提供部门编码,状态",
                        resource,
                        nameOf(resource),
                        providerOf(resource),
                        chance.nextBoolean() ? "已停用" : "已发布");
            case 5 ->
                row(
                        "resources.csv",
                        "资源编码,资源名称,提供部门编码",
                        resource,
                        nameOf(resource) + (chance.nextBoolean() ? "1" : "（新）"),
                        chance.nextBoolean() ? department : providerOf(resource));
            case 6 -> {
                var copy = resource + "-F" + number + below.apply(1_000);
                row(
                        "resources.csv",
                        "资源编码,资源名称,提供部门编码,系统编码,共享类型",
                        copy,
                        nameOf(resource) + "2",
                        providerOf(resource),
                        system,
                        "无条件共享");
                fields.stream()
                        .filter(one -> one.owner().equals(resource))
                        .forEach(one ->
                                row("fields.csv", "资源编码,信息项名称,数据元编码,获取方式", copy, one.name(), one.element(), "采集"));
            }
            case 7, 8 ->
                row(
                        "lineage.csv",
                        "下游资源编码,下游信息项,上游资源编码,上游信息项,活动类型,登记方式,生效日期,失效日期",
                        field.owner(),
                        field.name(),
                        other.owner(),
                        other.name(),
                        "交换",
                        "人工",
                        "2026-01-01",
                        chance.nextInt(4) == 0 ? LocalDate.now().minusDays(2) : "");
            case 9 ->
                row("lineage.csv", "下游资源编码,上游资源编码,活动类型,登记方式,生效日期", resource, other.owner(), "归集", "人工", "2026-01-01");
            case 10 ->
                row(
                        "sharing.csv",
                        "共享编号,资源编码,使用部门编码,状态",
                        "GXT-" + below.apply(4),
                        resource,
                        department,
                        chance.nextInt(4) == 0 ? "已撤销" : "使用中");
            case 11 -> {
                if (field.element() != null) {
                    row(
                            "designations.csv",
                            "数据元编码,主体类,数源部门编码,数源资源编码,数源信息项,认定方式,生效日期,失效日期,状态",
                            field.element(),
                            "自然人",
                            chance.nextBoolean() ? department : providerOf(field.owner()),
                            field.owner(),
                            field.name(),
                            "指定",
                            "2026-01-0" + (1 + below.apply(9)),
                            chance.nextInt(3) == 0 ? LocalDate.now().minusDays(1) : "",
                            "已认定");
                }
            }
            case 12 ->
                row(
                        "systems.csv",
                        "系统编码,系统名称,主管部门编码,状态",
                        system,
                        "某系统" + below.apply(5),
                        departments.getFirst(),
                        List.of("运行", "测试", "停用").get(below.apply(3)));
            case 13 ->
                row(
                        "resources.csv",
                        "资源编码,资源名称,提供部门编码,系统编码,所属库,对象范围,豁免依据",
                        resource,
                        nameOf(resource),
                        providerOf(resource),
                        system,
                        chance.nextInt(3) == 0 ? "某主题库" + below.apply(3) : "",
                        chance.nextInt(4) == 0 ? "学生" : "",
                        chance.nextInt(4) == 0 ? "统计法" : "");
            case 14 -> {
                var form = "BDT-" + below.apply(3);
                row("forms.csv", "表单编码,表单名称,部门编码,填报对象", form, "某申请表", department, chance.nextBoolean() ? "居民" : "企业");
                row("form-fields.csv", "表单编码,填报项名称,数据元编码", form, field.name(), field.element());
            }
            default ->
                row(
                        "departments.csv",
                        "部门编码,部门名称,业务指导部门编码",
                        department,
                        "某局" + below.apply(3),
                        chance.nextBoolean() ? departments.get(below.apply(departments.size())) : "");
        }
        return "%d %s %s %s".formatted(what, field, other, resource);
    }

    private String nameOf(String resource) {
        return one(resource, "RETURN resource.name AS name");
    }

    private String providerOf(String resource) {
        return one(resource, "MATCH (resource)-[:PROVIDED_BY]->(department) RETURN department.code AS code");
    }

    private String one(String resource, String what) {
        return graph.query("MATCH (resource:DataResource {code: $code}) " + what)
                .bind(resource)
                .to("code")
                .fetchAs(String.class)
                .one()
                .orElseThrow();
    }

    @Test
    void aDecisionOnLineageIsLookedAtByItself() throws Exception {
        given("baiyu");
        detections.run(DetectionRun.Trigger.DEMAND);
        var accused = graph.query("""
                        MATCH (finding:DuplicateFinding {kind: 'CROSS_DEPARTMENT', present: true})-[:INVOLVES {role: 'SOURCE'}]->(source)
                        MATCH (finding)-[:INVOLVES {role: 'COLLECTOR'}]->(collector:DataField)
                        WITH finding, source, collect(collector.code) AS collectors
                        WHERE size(collectors) = 1
                        RETURN finding.code AS finding, source.code AS source, collectors[0] AS collector
                        ORDER BY finding LIMIT 1""").fetch().one().orElseThrow();

        api.document("""
                mutation($field: String!, $from: String!) {
                  assertDerivation(input: {to: {dataField: $field}, from: {dataField: $from}, activity: EXCHANGE, person: "张三", reason: "查明"}) { __typename }
                }""")
                .variable("field", java.util.Objects.requireNonNull(accused.get("collector")))
                .variable("from", java.util.Objects.requireNonNull(accused.get("source")))
                .execute()
                .path("assertDerivation.__typename")
                .entity(String.class)
                .isEqualTo("DerivationRecorded");

        for (var i = 0;
                i < 200
                        && (last().trigger() != DetectionRun.Trigger.DECISION
                                || last().state() == DetectionRun.State.RUNNING);
                i++) {
            Thread.sleep(50);
        }
        assertThat(last().trigger()).isEqualTo(DetectionRun.Trigger.DECISION);
        assertThat(last().scope()).isEqualTo(DetectionRun.Scope.TOUCHED);
        assertThat(detections.find(last().code()).orElseThrow().gone()).isPositive();
        wholeRunChangesNothing("a decision");
    }

    @Test
    void whatWasFiledWhileNobodyLookedIsLookedAtLater() throws IOException {
        given("baiyu");
        detections.run(DetectionRun.Trigger.DEMAND);
        graph.query(
                        "MATCH (field:DataField) WHERE field.acquisition = '采集' WITH field ORDER BY field.code LIMIT 40 "
                                + "SET field.acquisition = '共享获取', field.batch = 'F-missed' "
                                + "MERGE (filing:Filing {key: 'F-missed'}) "
                                + "ON CREATE SET filing.code = 'F-missed', filing.state = 'FINISHED', filing.sequence = 100000 "
                                + "CREATE (:Touched {batch: 'F-missed', at: datetime(), much: false, fields: [field.key], owners: [], agreements: []})")
                .run();

        var run = detections.run(DetectionRun.Trigger.FILING);

        assertThat(run.scope()).isEqualTo(DetectionRun.Scope.TOUCHED);
        wholeRunChangesNothing("missed");
    }
}
