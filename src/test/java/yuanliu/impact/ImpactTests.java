package yuanliu.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;
import yuanliu.GivenGraph;
import yuanliu.StatementsSent;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.Kind;
import yuanliu.web.Today;

class ImpactTests extends GivenGraph {

    @Autowired
    private Catalog catalog;

    @Autowired
    private Impacts impacts;

    /// 登记 → 归集 → 分析, a form filled beforehand from 归集, and who uses them.
    private void city() {
        given("""
                CREATE (d1:Department {code: 'D1', key: 'D1', name: '市场监管局'}), (d2:Department {code: 'D2', key: 'D2', name: '数据局'}),
                  (d3:Department {code: 'D3', key: 'D3', name: '人社局'}), (d4:Department {code: 'D4', key: 'D4', name: '税务局'}),
                  (d5:Department {code: 'D5', key: 'D5', name: '医保局'}),
                  (s1:InformationSystem {code: 'S1', key: 'S1', name: '登记系统', status: '运行'})-[:OPERATED_BY]->(d1),
                  (s2:InformationSystem {code: 'S2', key: 'S2', name: '共享平台', status: '运行'})-[:OPERATED_BY]->(d2),
                  (s4:InformationSystem {code: 'S4', key: 'S4', name: '税收系统', status: '运行'})-[:OPERATED_BY]->(d4),
                  (r1:DataResource {code: 'R1', key: 'R1', name: '企业登记', sharing: '有条件共享'})-[:PROVIDED_BY]->(d1),
                  (r2:DataResource {code: 'R2', key: 'R2', name: '企业库', sharing: '有条件共享'})-[:PROVIDED_BY]->(d2),
                  (r3:DataResource {code: 'R3', key: 'R3', name: '用工分析', sharing: '不予共享'})-[:PROVIDED_BY]->(d3),
                  (r1)-[:HOSTED_IN]->(s1), (r2)-[:HOSTED_IN]->(s2),
                  (f:Form {code: 'B1', key: 'B1', name: '参保登记表'})-[:ISSUED_BY]->(d5),
                  (r1)-[:HAS_FIELD]->(r1a:DataField {code: 'R1#注册资本', key: 'R1#注册资本', name: '注册资本', acquisition: '产生'}),
                  (r1)-[:HAS_FIELD]->(r1b:DataField {code: 'R1#名称', key: 'R1#名称', name: '名称', acquisition: '产生'}),
                  (r2)-[:HAS_FIELD]->(r2a:DataField {code: 'R2#注册资本', key: 'R2#注册资本', name: '注册资本', acquisition: '共享获取'}),
                  (r2)-[:HAS_FIELD]->(r2b:DataField {code: 'R2#名称', key: 'R2#名称', name: '名称', acquisition: '共享获取'}),
                  (r3)-[:HAS_FIELD]->(r3a:DataField {code: 'R3#规模', key: 'R3#规模', name: '规模', acquisition: '加工派生'}),
                  (f)-[:HAS_FIELD]->(b1a:DataField {code: 'B1#注册资本', key: 'B1#注册资本', name: '注册资本', acquisition: '采集'}),
                  (r2a)-[:DERIVED_FROM {edge: 'e1', activity: '归集'}]->(r1a),
                  (r2b)-[:DERIVED_FROM {edge: 'e2', activity: '归集'}]->(r1b),
                  (r3a)-[:DERIVED_FROM {edge: 'e3', activity: '加工'}]->(r2a),
                  (b1a)-[:DERIVED_FROM {edge: 'e4', activity: '交换'}]->(r2a),
                  (r1a)-[:DERIVED_FROM {edge: 'e5', activity: '回流'}]->(r2a),
                  (a1:SharingAgreement {code: 'A1', key: 'A1', status: '使用中', calls: 5000000000})-[:OF]->(r1),
                  (a2:SharingAgreement {code: 'A2', key: 'A2', calls: 7, expiresOn: date({timezone: 'Asia/Shanghai'})})-[:OF]->(r2),
                  (a3:SharingAgreement {code: 'A3', key: 'A3', calls: 5})-[:OF]->(r2),
                  (a4:SharingAgreement {code: 'A4', key: 'A4', calls: 9, status: '暂停'})-[:OF]->(r2),
                  (a5:SharingAgreement {code: 'A5', key: 'A5', calls: 1})-[:OF]->(r3),
                  (a1)-[:GRANTED_TO]->(d4), (a1)-[:USED_BY]->(s4), (a2)-[:GRANTED_TO]->(d5), (a3)-[:GRANTED_TO]->(d4), (a3)-[:USED_BY]->(s4),
                  (a4)-[:GRANTED_TO]->(d5), (a5)-[:GRANTED_TO]->(d2)
                """);
    }

    private GraphQlTester.Response ask(String of, String what) {
        return api.document("{ impact(of: {%s}, change: STOP) { %s } }".formatted(of, what))
                .execute();
    }

    private static final String TOTALS = "totals { fields dataResources systems departments forms sharings calls }";

    private static Map<String, Object> totals(
            int fields, int resources, int systems, int departments, int forms, int sharings, long calls) {
        return Map.of(
                "fields",
                fields,
                "dataResources",
                resources,
                "systems",
                systems,
                "departments",
                departments,
                "forms",
                forms,
                "sharings",
                sharings,
                "calls",
                calls);
    }

    private void totalsAre(String of, Map<String, Object> expected) {
        ask(of, TOTALS)
                .path("impact.totals")
                .entity(new ParameterizedTypeReference<Map<String, Object>>() {})
                .satisfies(totals -> {
                    totals.compute("calls", (name, calls) -> ((Number) calls).longValue());
                    assertThat(totals).isEqualTo(expected);
                });
    }

    @Test
    void aFieldHitsWhatIsMadeFromItAndWhoUsesItsOwnResourceToo() {
        city();

        totalsAre("dataField: \"R1#注册资本\"", totals(3, 2, 2, 4, 1, 3, 5_000_000_006L));
    }

    @Test
    void aSystemStopsWithAllItsFieldsAndIsNotCountedItself() {
        city();

        totalsAre("informationSystem: \"S1\"", totals(4, 2, 2, 4, 1, 3, 5_000_000_006L));
    }

    @Test
    void aDepartmentIsNotCountedAmongThoseItHits() {
        city();

        totalsAre("department: \"D2\"", totals(3, 2, 2, 4, 1, 3, 5_000_000_006L));
    }

    @Test
    void whatNothingIsMadeFromHitsItsUsersAlone() {
        city();

        totalsAre("dataResource: \"R3\"", totals(0, 0, 0, 1, 0, 1, 1));
    }

    @Test
    void aFormHitsNobodyUnlessItIsUsed() {
        city();

        totalsAre("form: \"B1\"", totals(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void anElementIsStoppedWhereItsDesignatedSourceHasIt() {
        city();
        given("""
                MATCH (d:Department {key: 'D1'}), (f:DataField {key: 'R1#名称'})
                CREATE (e:DataElement {code: 'E1', key: 'E1', name: '名称'})<-[:OF]-(u:SourceUnit {code: 'E1', key: 'E1', name: '名称'}),
                  (n:Designation {code: 'N1', key: 'N1'})-[:OF]->(u), (n)-[:NAMES]->(d), (n)-[:AT]->(f)
                """);

        totalsAre("dataElement: \"E1\"", totals(1, 1, 2, 2, 0, 2, 5_000_000_005L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET n.state = '争议中'",
                "SET n.state = '待认定'",
                "SET n.validTo = date() - duration('P2D')",
                "SET n.validFrom = date() + duration('P2D')",
                "SET d.status = '撤销'",
                "CREATE (m:Designation {code: 'N2'})-[:OF]->(u) CREATE (m)-[:NAMES]->(:Department {key: 'D9', code: 'D9'})"
            })
    void anElementWithoutADesignationInForceHasNoField(String what) {
        city();
        given("""
                MATCH (d:Department {key: 'D1'}), (f:DataField {key: 'R1#名称'})
                CREATE (e:DataElement {code: 'E1', key: 'E1', name: '名称'})<-[:OF]-(u:SourceUnit {code: 'E1', key: 'E1', name: '名称'}),
                  (n:Designation {code: 'N1', key: 'N1', state: '已认定'})-[:OF]->(u), (n)-[:NAMES]->(d), (n)-[:AT]->(f)
                """ + what);

        totalsAre("dataElement: \"E1\"", totals(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aDissolvedDepartmentWithASuccessorStillSaysWhereTheSourceIs() {
        city();
        given("""
                MATCH (d:Department {key: 'D1'}), (f:DataField {key: 'R1#名称'}), (after:Department {key: 'D2'})
                SET d.status = '合并'
                CREATE (d)-[:SUCCEEDED_BY]->(after),
                  (e:DataElement {code: 'E1', key: 'E1', name: '名称'})<-[:OF]-(u:SourceUnit {code: 'E1', key: 'E1', name: '名称'}),
                  (n:Designation {code: 'N1', key: 'N1', state: '已认定'})-[:OF]->(u), (n)-[:NAMES]->(d), (n)-[:AT]->(f)
                """);

        ask("dataElement: \"E1\"", "totals { fields }")
                .path("impact.totals.fields")
                .entity(Integer.class)
                .isEqualTo(1);
    }

    @Test
    void whatIsMadeFromAResourceAsAWholeIsHitInAllItsFieldsAndEachLeadsOn() {
        city();
        given("""
                MATCH (r2:DataResource {key: 'R2'}), (d3:Department {key: 'D3'})
                CREATE (r6:DataResource {code: 'R6', key: 'R6', name: '备份'})-[:PROVIDED_BY]->(d3),
                  (r6)-[:HAS_FIELD]->(r6a:DataField {code: 'R6#甲', key: 'R6#甲', name: '甲'}),
                  (r6)-[:HAS_FIELD]->(:DataField {code: 'R6#乙', key: 'R6#乙', name: '乙'}),
                  (r7:DataResource {code: 'R7', key: 'R7', name: '报告'})-[:PROVIDED_BY]->(d3),
                  (r7)-[:HAS_FIELD]->(r7a:DataField {code: 'R7#丙', key: 'R7#丙', name: '丙'}),
                  (r6)-[:DERIVED_FROM {edge: 'w1', activity: '交换'}]->(r2), (r7a)-[:DERIVED_FROM {edge: 'e9'}]->(r6a),
                  (:DataResource {code: 'R8', key: 'R8', name: '空'})-[:DERIVED_FROM {edge: 'w2'}]->(r7)
                """);

        ask("dataField: \"R1#名称\"", "assets { nodes { asset { code } hop severity reason } }")
                .path("impact.assets.nodes[*]")
                .entityList(Map.class)
                .satisfies(nodes -> {
                    assertThat(nodes)
                            .extracting(node -> code(node, "asset") + " " + node.get("hop"))
                            .containsExactlyInAnyOrder(
                                    "R2#名称 1", "R2 1", "S2 1", "S4 0", "R6#甲 2", "R6#乙 2", "R6 2", "R7#丙 3", "R7 3",
                                    "R8 4");
                    assertThat(nodes)
                            .extracting(node -> node.get("reason"))
                            .contains(
                                    "第2跳,随资源整体交换自“企业库”;没有查到可替代的来源,将断供",
                                    "第3跳,派生自“备份.甲”;没有查到可替代的来源,将断供",
                                    "第4跳,随资源整体派生自“报告”;没有登记信息项,按整体计");
                });
    }

    @Test
    void theOwnResourceOfAFieldIsHitWhenAnotherOfItsFieldsIs() {
        city();
        given("""
                MATCH (a:DataField {key: 'R1#名称'}), (b:DataField {key: 'R2#注册资本'})
                CREATE (a)-[:DERIVED_FROM {edge: 'back', activity: '回流'}]->(b)
                """);

        ask("dataField: \"R1#注册资本\"", "assets(filter: {kinds: [DATA_RESOURCE]}) { nodes { asset { code } hop } }")
                .path("impact.assets.nodes[*].asset.code")
                .entityList(String.class)
                .isEqualTo(List.of("R2", "R3", "R1"));
    }

    @Test
    void theDepartmentsComeWorstFirst() {
        city();

        ask(
                        "dataField: \"R1#注册资本\"",
                        "departments { totalCount nodes { department { code } severity nearestHop fields dataResources systems sharings calls } }")
                .path("impact.departments.nodes[*]")
                .entityList(Map.class)
                .satisfies(nodes -> assertThat(nodes)
                        .extracting(node -> code(node, "department") + " "
                                + node.get("severity")
                                + " " + node.get("nearestHop") + " " + node.get("fields") + node.get("dataResources")
                                + node.get("systems") + node.get("sharings") + " " + node.get("calls"))
                        .containsExactly(
                                "D4 BREAKING 0 0012 5000000005",
                                "D2 BREAKING 1 1111 1",
                                "D3 BREAKING 2 1100 0",
                                "D5 DEGRADING 2 1000 0"));
    }

    @Test
    void aFieldOfTheSameUnitThatIsSharedAndNotHitTakesTheEdgeOff() {
        city();
        given("""
                MATCH (stopped:DataField {key: 'R1#注册资本'}), (hit:DataField {key: 'R2#注册资本'}), (d:Department {key: 'D4'})
                CREATE (u:SourceUnit {code: 'E1', key: 'E1', name: '注册资本'}), (stopped)-[:HELD_AS]->(u), (hit)-[:HELD_AS]->(u),
                  (r9:DataResource {code: 'R9', key: 'R9', name: '税务登记', sharing: '有条件共享'})-[:PROVIDED_BY]->(d),
                  (r9)-[:HAS_FIELD]->(:DataField {code: 'R9#注册资本', key: 'R9#注册资本', name: '注册资本', acquisition: '采集'})-[:HELD_AS]->(u)
                """);

        var hit = ask(
                "dataField: \"R1#注册资本\"",
                "assets(filter: {kinds: [DATA_FIELD], department: \"D2\"}) { nodes { severity reason alternative { code } } } departments { nodes { department { code } severity } }");

        hit.path("impact.assets.nodes[0].severity").entity(Severity.class).isEqualTo(Severity.DEGRADING);
        hit.path("impact.assets.nodes[0].alternative.code").entity(String.class).isEqualTo("R9#注册资本");
        hit.path("impact.assets.nodes[0].reason").entity(String.class).isEqualTo("第1跳,归集自“企业登记.注册资本”;可改从“税务登记.注册资本”获取");
        hit.path("impact.departments.nodes[?(@.severity == 'BREAKING')].department.code")
                .entityList(String.class)
                .isEqualTo(List.of("D2", "D3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (r:DataResource {key: 'R9'}) SET r.sharing = '不予共享'",
                "MATCH (r:DataField {key: 'R9#注册资本'}) SET r.sharing = '不予共享'",
                "MATCH (r:DataField {key: 'R9#注册资本'}) SET r.acquisition = '共享获取'",
                "MATCH (r:DataResource {key: 'R9'}) SET r.status = '已停用'",
                "MATCH (r:DataResource {key: 'R9'}) CREATE (r)-[:HOSTED_IN]->(:InformationSystem {key: 'S9', code: 'S9', status: '测试'})",
                "MATCH (r:DataField {key: 'R9#注册资本'}) MATCH (hit:DataField {key: 'R2#注册资本'}) CREATE (r)-[:DERIVED_FROM {edge: 'x'}]->(hit)"
            })
    void whatCannotBeHadIsNoAlternative(String what) {
        aFieldOfTheSameUnitThatIsSharedAndNotHitTakesTheEdgeOff();
        given(what);

        ask(
                        "dataField: \"R1#注册资本\"",
                        "assets(filter: {kinds: [DATA_FIELD], department: \"D2\"}) { nodes { severity alternative { code } } }")
                .path("impact.assets.nodes[*].severity")
                .entityList(Severity.class)
                .isEqualTo(List.of(Severity.BREAKING));
    }

    @Test
    void whatIsOutOfUseIsOnlyTold() {
        city();
        given("MATCH (s:InformationSystem {key: 'S2'}) SET s.status = '停用'");

        var hit = ask(
                "dataField: \"R1#名称\"",
                "assets(filter: {severities: [NOTICE]}) { nodes { asset { code } } } departments { nodes { department { code } severity } }");

        hit.path("impact.assets.nodes[*].asset.code").entityList(String.class).isEqualTo(List.of("S2", "R2", "R2#名称"));
        hit.path("impact.departments.nodes[*].severity")
                .entityList(Severity.class)
                .isEqualTo(List.of(Severity.BREAKING, Severity.NOTICE));
    }

    @Test
    void pagesJoinToTheWhole() {
        city();
        var whole = new ArrayList<String>();
        String after = "null";
        do {
            var page = ask(
                    "dataResource: \"R1\"",
                    "assets(first: 2, after: %s) { totalCount nodes { asset { code } } pageInfo { hasNextPage endCursor } }"
                            .formatted(after));
            whole.addAll(page.path("impact.assets.nodes[*].asset.code")
                    .entityList(String.class)
                    .get());
            page.path("impact.assets.totalCount").entity(Integer.class).isEqualTo(9);
            after = page.path("impact.assets.pageInfo.hasNextPage")
                            .entity(Boolean.class)
                            .get()
                    ? "\""
                            + page.path("impact.assets.pageInfo.endCursor")
                                    .entity(String.class)
                                    .get() + "\""
                    : "";
        } while (!after.isEmpty());

        assertThat(whole).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void nonsenseIsRefusedWithASentence() {
        city();

        ask("dataField: \"nowhere\"", "completeness { complete }")
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getErrorType()).hasToString("NOT_FOUND");
                    assertThat(error.getMessage()).contains("of", "nowhere");
                }));
        ask("dataField: \"R1#名称\"", "assets(filter: {kinds: [DEPARTMENT]}) { totalCount }")
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getErrorType()).hasToString("BAD_REQUEST")));
    }

    @Test
    void anAnswerSaysItsDayAndThatItIsWhole() {
        city();

        var answer = ask("dataField: \"R1#名称\"", "asOf change of { code } completeness { complete stoppedBy omitted }");

        answer.path("impact.asOf")
                .entity(String.class)
                .isEqualTo(LocalDate.now(Today.ZONE).toString());
        answer.path("impact.completeness.complete").entity(Boolean.class).isEqualTo(true);
    }

    @Test
    void theStatementsGrowWithTheLevelsAndNotWithTheThings() {
        city();
        var field = catalog.find(Kind.DATA_FIELD, "R1#注册资本").orElseThrow();

        var few =
                StatementsSent.during(() -> impacts.of(field, ChangeKind.STOP)).size();
        given("""
                MATCH (source:DataField {key: 'R2#注册资本'}), (r:DataResource {key: 'R3'})
                UNWIND range(1, 300) AS i
                CREATE (r)-[:HAS_FIELD]->(:DataField {code: 'R3#' + i, key: 'R3#' + i, name: 'x'})-[:DERIVED_FROM {edge: 'm' + i}]->(source)
                """);
        var many =
                StatementsSent.during(() -> impacts.of(field, ChangeKind.STOP)).size();

        assertThat(many).isEqualTo(few);
    }

    /// Resources of up to three fields, rows between fields and between wholes, against distances that are relaxed
    /// until nothing changes.
    @Test
    void randomGraphsSpreadAsANaiveReferenceSpreadsThem() {
        for (long seed = 1; seed <= Long.getLong("yuanliu.test.graphs", 300) / 6; seed++) {
            var random = new Random(seed);
            var resources = 2 + random.nextInt(5);
            var fields = new ArrayList<String>();
            for (int r = 0; r < resources; r++) {
                for (int f = random.nextInt(4); f > 0; f--) {
                    fields.add("R%d#%d".formatted(r, f));
                }
            }
            fields.add("R0#9");
            var fieldRows = new ArrayList<Row>();
            for (int i = random.nextInt(fields.size() * 2); i > 0; i--) {
                fieldRows.add(row(
                        fields.get(random.nextInt(fields.size())), fields.get(random.nextInt(fields.size())), "e" + i));
            }
            var wholeRows = new ArrayList<Row>();
            for (int i = random.nextInt(resources); i > 0; i--) {
                wholeRows.add(row("R" + random.nextInt(resources), "R" + random.nextInt(resources), "w" + i));
            }
            given("MATCH (n:DataField|DataResource) DETACH DELETE n");
            given(
                    "UNWIND range(0, $last) AS i CREATE (:DataResource {code: 'R' + i, key: 'R' + i, name: 'r'})",
                    Map.of("last", resources - 1));
            given(
                    "UNWIND $fields AS code MATCH (r:DataResource {key: split(code, '#')[0]}) CREATE (r)-[:HAS_FIELD]->(:DataField {code: code, key: code, name: 'f'})",
                    Map.of("fields", fields));
            given(
                    "UNWIND $rows AS row MATCH (u:DataField {key: row.user}), (s:DataField {key: row.source}) CREATE (u)-[:DERIVED_FROM {edge: row.edge}]->(s)",
                    Map.of("rows", maps(fieldRows)));
            given(
                    "UNWIND $rows AS row MATCH (u:DataResource {key: row.user}), (s:DataResource {key: row.source}) CREATE (u)-[:DERIVED_FROM {edge: row.edge}]->(s)",
                    Map.of("rows", maps(wholeRows)));

            for (var start : List.of("R0#9", "R0")) {
                var whole = start.equals("R0");
                var of = catalog.find(whole ? Kind.DATA_RESOURCE : Kind.DATA_FIELD, start)
                        .orElseThrow();
                var reached = new TreeMap<String, Integer>();
                var toll = impacts.of(of, ChangeKind.STOP).toll();
                toll.assets().forEach(hit -> reached.put(hit.code(toll.called()), hit.hop()));

                assertThat(reached)
                        .as("seed %d, of %s", seed, start)
                        .isEqualTo(naive(whole, resources, fields, fieldRows, wholeRows));
            }
        }
    }

    private static Map<String, Integer> naive(
            boolean whole, int resources, List<String> fields, List<Row> fieldRows, List<Row> wholeRows) {
        var far = 1_000;
        var field = new HashMap<String, Integer>();
        var asWhole = new HashMap<String, Integer>();
        var starts = new TreeSet<String>();
        fields.stream()
                .filter(code -> whole ? code.startsWith("R0#") : code.equals("R0#9"))
                .forEach(starts::add);
        starts.forEach(code -> field.put(code, 0));
        for (int round = 0; round < 60; round++) {
            for (var row : fieldRows) {
                field.merge(row.user(), field.getOrDefault(row.source(), far) + 1, Math::min);
            }
            for (var row : wholeRows) {
                var source = row.source();
                var at = source.equals("R0") ? 0 : asWhole.getOrDefault(source, far);
                for (var code : fields) {
                    at = code.startsWith(source + "#") ? Math.min(at, field.getOrDefault(code, far)) : at;
                }
                asWhole.merge(row.user(), at + 1, Math::min);
            }
            for (var code : fields) {
                field.merge(code, asWhole.getOrDefault(code.split("#")[0], far), Math::min);
            }
        }
        var reached = new TreeMap<String, Integer>();
        field.forEach((code, hop) -> {
            if (hop < far && !starts.contains(code)) {
                reached.put(code, hop);
                reached.merge(code.split("#")[0], hop, Math::min);
            }
        });
        asWhole.forEach((code, hop) -> {
            if (hop < far && !(whole && code.equals("R0"))) {
                reached.merge(code, hop, Math::min);
            }
        });
        return reached;
    }

    private static Row row(String user, String source, String edge) {
        return new Row(user, source, edge);
    }

    private static List<Map<String, String>> maps(List<Row> rows) {
        return rows.stream()
                .map(row -> Map.of("user", row.user(), "source", row.source(), "edge", row.edge()))
                .toList();
    }

    private static String code(Map<?, ?> node, String what) {
        return node.get(what) instanceof Map<?, ?> thing ? String.valueOf(thing.get("code")) : "";
    }

    private record Row(String user, String source, String edge) {}
}
