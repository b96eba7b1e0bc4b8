package yuanliu.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.test.tester.GraphQlTester;
import yuanliu.GivenGraph;

/// A source that is a whole line: 公安部, 省厅, two cities' bureaus, and in the first city a county's; beside them a bureau
/// of another line that collects the same.
class LinesTests extends GivenGraph {

    @Autowired
    private StaleUnits staleUnits;

    @BeforeEach
    void aLine() {
        given("""
                CREATE (nation:Region {code: '100000', key: '100000', name: '全国'}),
                  (province:Region {code: '990000', key: '990000', name: '示例省'})-[:PART_OF]->(nation),
                  (city:Region {code: '990100', key: '990100', name: '示例市'})-[:PART_OF]->(province),
                  (county:Region {code: '990101', key: '990101', name: '示例县'})-[:PART_OF]->(city),
                  (town:Region {code: '990101001', key: '990101001', name: '示例镇'})-[:PART_OF]->(county),
                  (bare:Region {code: '990102', key: '990102', name: '空区'})-[:PART_OF]->(city),
                  (other:Region {code: '990200', key: '990200', name: '别市'})-[:PART_OF]->(province),
                  (gab:Department {code: 'GAB', key: 'GAB', name: '公安部'})-[:LOCATED_IN]->(nation),
                  (gat:Department {code: 'GAT', key: 'GAT', name: '省公安厅'})-[:LOCATED_IN]->(province),
                  (gaj:Department {code: 'GAJ', key: 'GAJ', name: '市公安局', status: '在设'})-[:LOCATED_IN]->(city),
                  (gax:Department {code: 'GAX', key: 'GAX', name: '县公安局'})-[:LOCATED_IN]->(county),
                  (gab2:Department {code: 'GA2', key: 'GA2', name: '别市公安局'})-[:LOCATED_IN]->(other),
                  (gone:Department {code: 'GAO', key: 'GAO', name: '旧公安局', status: '撤销'})-[:LOCATED_IN]->(city),
                  (mz:Department {code: 'MZ', key: 'MZ', name: '市民政局'})-[:LOCATED_IN]->(city),
                  (gat)-[:GUIDED_BY]->(gab), (gaj)-[:GUIDED_BY]->(gat), (gax)-[:GUIDED_BY]->(gaj),
                  (gab2)-[:GUIDED_BY]->(gat), (gone)-[:GUIDED_BY]->(gat),
                  (hj:DataElement {code: 'HJ', key: 'HJ', name: '户籍地址', subject: '自然人'}),
                  (xt:InformationSystem {code: 'X1', key: 'X1', name: '户政系统', status: '运行'}),
                  (ts:InformationSystem {code: 'X2', key: 'X2', name: '试验系统', status: '测试'})
                WITH *
                UNWIND [
                  ['R-GAJ', gaj, '产生', '有条件共享', null, xt], ['R-GAX', gax, '采集', '不予共享', null, xt],
                  ['R-GA2', gab2, '产生', '无条件共享', null, ts], ['R-GAT', gat, '共享获取', '无条件共享', null, xt],
                  ['R-GAO', gone, '产生', '无条件共享', null, xt], ['R-OLD', gat, '产生', '无条件共享', '已停用', xt],
                  ['R-MZ', mz, '采集', '无条件共享', null, xt], ['R-MZ2', mz, '共享获取', '无条件共享', null, xt]
                ] AS row
                WITH hj, row, row[0] + '#户籍地址' AS field, row[1] AS provider, row[5] AS system
                CREATE (r:DataResource {code: row[0], key: row[0], name: row[0], sharing: row[3], status: row[4]})-[:PROVIDED_BY]->(provider),
                  (r)-[:HOSTED_IN]->(system),
                  (r)-[:HAS_FIELD]->(:DataField {code: field, key: field, name: '户籍地址', ownerKey: row[0], acquisition: row[2], stale: true})
                    -[:REPRESENTS]->(hj)
                """);
        staleUnits.refresh();
    }

    @ParameterizedTest
    @CsvSource({
        "x_条线, 是, true",
        "x_条线, ' 是　', true",
        "x_条线, 否, false",
        "x_条线, 不是, false",
        "x_line, YES, true",
        "x_line, true, true",
        "x_line, no, false",
        "x_分级, 是, false",
    })
    void aRowSaysSoInAColumnOfItsOwn(String column, String cell, boolean line) {
        designate("D", "GAB", null, null);
        given("MATCH (d:Designation {key: 'D'}) SET d += {`" + column + "`: '" + cell + "'}");

        ask("{ sourceUnit(element: \"HJ\") { designation { line instances { totalCount } } } }")
                .path("sourceUnit.designation.line")
                .entity(Boolean.class)
                .isEqualTo(line)
                .path("sourceUnit.designation.instances.totalCount")
                .entity(Integer.class)
                .isEqualTo(line ? 3 : 0);
    }

    @Test
    void theInstancesAreThoseGuidedFromAboveThatAreThereAndCollectOrGenerate() {
        line("D", "GAB", null, null);

        ask("""
                { sourceUnit(element: "HJ") { designation { instances { totalCount nodes {
                  department { code } region { code } fields { code } resource { code } system { code } servable reason } } } } }
                """).path("sourceUnit.designation.instances").matchesJsonStrictly("""
                {"totalCount": 3, "nodes": [
                  {"department": {"code": "GAJ"}, "region": {"code": "990100"}, "fields": [{"code": "R-GAJ#户籍地址"}],
                    "resource": {"code": "R-GAJ"}, "system": {"code": "X1"}, "servable": true, "reason": null},
                  {"department": {"code": "GAX"}, "region": {"code": "990101"}, "fields": [{"code": "R-GAX#户籍地址"}],
                    "resource": {"code": "R-GAX"}, "system": {"code": "X1"}, "servable": false, "reason": "“R-GAX.户籍地址”不予共享（未写依据）"},
                  {"department": {"code": "GA2"}, "region": {"code": "990200"}, "fields": [{"code": "R-GA2#户籍地址"}],
                    "resource": {"code": "R-GA2"}, "system": {"code": "X2"}, "servable": false, "reason": "所在系统“试验系统”的状态为测试"}
                ]}""");
    }

    @Test
    void instancesLieInTheRegionAskedForAndInTheScopeOfTheUnit() {
        line("D", "GAT", null, null);
        assertThat(instances("region: \"990100\"")).containsExactly("GAJ", "GAX");
        assertThat(instances("region: \"990101\"")).containsExactly("GAX");
        assertThat(instances("region: \"990102\"")).isEmpty();
        assertThat(instances("region: \"没有\"")).isEmpty();

        line("E", "GAB", null, "990101");
        assertThat(ask("""
                { sourceUnit(element: "HJ", region: "990101") { designation { instances { nodes { department { code } } } } } }
                """)
                        .path("sourceUnit.designation.instances.nodes[*].department.code")
                        .entityList(String.class)
                        .get())
                .containsExactly("GAX");
    }

    @Test
    void aRingOfGuidanceEnds() {
        given("MATCH (a:Department {key: 'GAB'}), (b:Department {key: 'GAX'}) CREATE (a)-[:GUIDED_BY]->(b)");
        line("D", "GAB", null, null);

        assertThat(instances("first: 9")).containsExactly("GAJ", "GAX", "GA2");
    }

    @Test
    void instancesAreReadPageByPage() {
        line("D", "GAB", null, null);
        var seen = new ArrayList<String>();
        var after = "null";
        for (var more = true; more; ) {
            var page = ask("""
                    { sourceUnit(element: "HJ") { designation { instances(first: 1, after: %s) {
                      totalCount nodes { department { code } } pageInfo { hasNextPage endCursor } } } } }
                    """.formatted(after));
            var path = "sourceUnit.designation.instances.";
            page.path(path + "totalCount").entity(Integer.class).isEqualTo(3);
            seen.addAll(page.path(path + "nodes[*].department.code")
                    .entityList(String.class)
                    .get());
            more = page.path(path + "pageInfo.hasNextPage")
                    .entity(Boolean.class)
                    .get();
            after = "\""
                    + page.path(path + "pageInfo.endCursor")
                            .entity(String.class)
                            .get() + "\"";
        }

        assertThat(seen).containsExactly("GAJ", "GAX", "GA2");
    }

    @Test
    void whatComesFromAnyOfTheLinesFieldsComesFromTheSource() {
        line("D", "GAB", null, null);
        given("""
                MATCH (mz2:DataField {key: 'R-MZ2#户籍地址'}), (x:DataField {key: 'R-GAX#户籍地址'}),
                  (j:DataField {key: 'R-GAJ#户籍地址'}), (t:DataField {key: 'R-GAT#户籍地址'}), (two:DataField {key: 'R-GA2#户籍地址'})
                CREATE (mz2)-[:DERIVED_FROM {edge: 'a'}]->(x), (j)-[:DERIVED_FROM {edge: 'b'}]->(x), (t)-[:DERIVED_FROM {edge: 'c'}]->(two)
                """);

        assertThat(fromSource()).containsExactlyInAnyOrder("R-MZ2#户籍地址", "R-GAT#户籍地址");
        assertThat(ask("""
                { sourceUnit(element: "HJ") { holders { nodes { asset { code } pathToSource { sentence } } } } }
                """)
                        .path("sourceUnit.holders.nodes[?(@.pathToSource)].pathToSource.sentence")
                        .entityList(String.class)
                        .get())
                .containsExactly("R-GAT.户籍地址 ← 派生自 R-GA2.户籍地址", "R-MZ2.户籍地址 ← 派生自 R-GAX.户籍地址");
    }

    @Test
    void aLineThatNamesAFieldIsFollowedFromThatFieldAlone() {
        line("D", "GAB", "R-GAJ#户籍地址", null);
        given("""
                MATCH (mz2:DataField {key: 'R-MZ2#户籍地址'}), (x:DataField {key: 'R-GAX#户籍地址'}),
                  (j:DataField {key: 'R-GAJ#户籍地址'}), (t:DataField {key: 'R-GAT#户籍地址'})
                CREATE (mz2)-[:DERIVED_FROM {edge: 'a'}]->(x), (t)-[:DERIVED_FROM {edge: 'c'}]->(j)
                """);

        assertThat(fromSource()).containsExactly("R-GAT#户籍地址");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "990101, GAX, R-GAX#户籍地址, 在示例县采集或产生",
                "990101001, GAX, R-GAX#户籍地址, 离示例镇最近、在示例县",
                "990102, GAJ, R-GAJ#户籍地址, 离空区最近、在示例市",
                "990100, GAJ, R-GAJ#户籍地址, 在示例市采集或产生",
                "990200, GA2, R-GA2#户籍地址, 测试",
                "990000, GAB, -, 由条线牵头的公安部负责",
                "100000, GAB, -, 由条线牵头的公安部负责",
            })
    void theSourceOfAPlaceIsTheLinesOrganThereOrNearestAbove(
            String region, String department, @Nullable String field, String why) {
        line("D", "GAB", null, null);

        var answer = ask("""
                { sourceIn(element: "HJ", region: "%s") { unit { code } scope { code } state designation { line } department { code } field { code } sentence } }
                """.formatted(region));

        answer.path("sourceIn.unit.code").entity(String.class).isEqualTo("HJ/自然人");
        answer.path("sourceIn.scope").valueIsNull();
        answer.path("sourceIn.state").entity(String.class).isEqualTo("DESIGNATED");
        answer.path("sourceIn.department.code").entity(String.class).isEqualTo(department);
        if (field == null) {
            answer.path("sourceIn.field").valueIsNull();
        } else {
            answer.path("sourceIn.field.code").entity(String.class).isEqualTo(field);
        }
        assertThat(answer.path("sourceIn.sentence").entity(String.class).get()).contains(why);
    }

    @Test
    void theNearestScopeThatHasASourceAnswersAndWhoSteppedBackSaysWhy() {
        designate("D0", "GAB", null, null);
        designate("D1", "GAT", null, "990000");
        designate("D2", "MZ", "R-MZ#户籍地址", "990100");
        designate("D3", "GAX", null, "990101");
        given("MATCH (d:Designation {key: 'D3'}) SET d.state = '争议中'");

        ask("""
                { sourceIn(element: "HJ", region: "990101001") { unit { code } scope { code } department { code } field { code } sentence
                  considered { unit { code } state reason } } }
                """).path("sourceIn").matchesJsonStrictly("""
                {"unit": {"code": "HJ/自然人@990100"}, "scope": {"code": "990100"}, "department": {"code": "MZ"},
                 "field": {"code": "R-MZ#户籍地址"},
                 "sentence": "示例镇的“自然人·户籍地址”数源是市民政局：适用范围为示例县的单元争议中，没有生效的认定；依适用范围为示例市的认定",
                 "considered": [
                   {"unit": {"code": "HJ/自然人@990101"}, "state": "DISPUTED", "reason": "适用范围为示例县的单元争议中，没有生效的认定"},
                   {"unit": {"code": "HJ/自然人@990100"}, "state": "DESIGNATED", "reason": "适用范围为示例市的单元有生效的认定，离所问地域最近"},
                   {"unit": {"code": "HJ/自然人@990000"}, "state": "DESIGNATED", "reason": "适用范围为示例省的单元更宽，已有更近的认定"},
                   {"unit": {"code": "HJ/自然人"}, "state": "DESIGNATED", "reason": "不限范围的单元更宽，已有更近的认定"}]}""");
        assertThat(departmentIn("990200")).isEqualTo("GAT");
        assertThat(departmentIn("100000")).isEqualTo("GAB");
    }

    @Test
    void whereNobodyIsTheSourceTheAnswerSaysSo() {
        ask("""
                { sourceIn(element: "HJ", region: "990101") { unit { code } state designation { code: document } department { code } sentence } }
                """).path("sourceIn").matchesJsonStrictly("""
                {"unit": {"code": "HJ/自然人"}, "state": "UNDESIGNATED", "designation": null, "department": null,
                 "sentence": "示例县的“自然人·户籍地址”没有数源：不限范围的单元待认定，没有生效的认定"}""");
    }

    @Test
    void noUnitIsNullAndNoRegionIsAnError() {
        ask("{ sourceIn(element: \"HJ\", subject: \"法人\", region: \"990101\") { state } }")
                .path("sourceIn")
                .valueIsNull();
        ask("{ sourceIn(element: \"没有\", region: \"990101\") { state } }")
                .path("sourceIn")
                .valueIsNull();
        ask("{ sourceIn(element: \"HJ\", region: \"880000\") { state } }")
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getErrorType()).isEqualTo(ErrorType.NOT_FOUND);
                    assertThat(error.getMessage()).contains("region", "880000");
                }));
    }

    private @Nullable String departmentIn(String region) {
        return ask("{ sourceIn(element: \"HJ\", region: \"%s\") { department { code } } }".formatted(region))
                .path("sourceIn.department.code")
                .entity(String.class)
                .get();
    }

    private List<String> instances(String arguments) {
        return ask("{ sourceUnit(element: \"HJ\") { designation { instances(%s) { nodes { department { code } } } } } }"
                        .formatted(arguments))
                .path("sourceUnit.designation.instances.nodes[*].department.code")
                .entityList(String.class)
                .get();
    }

    private List<String> fromSource() {
        return ask("{ sourceUnit(element: \"HJ\") { holders { nodes { asset { code } fromSource } } } }")
                .path("sourceUnit.holders.nodes[?(@.fromSource == true)].asset.code")
                .entityList(String.class)
                .get();
    }

    private GraphQlTester.Response ask(String question) {
        return api.document(question).execute();
    }

    private void line(String code, String department, @Nullable String field, @Nullable String region) {
        designate(code, department, field, region);
        given("MATCH (d:Designation {key: '" + code + "'}) SET d.`x_条线` = '是'");
    }

    private void designate(String code, String department, @Nullable String field, @Nullable String region) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("code", code);
        row.put("department", department);
        row.put("field", field);
        row.put("region", region);
        given("""
                CREATE (d:Designation {code: $code, key: $code, elementKey: 'HJ', state: '已认定', regionRef: $region, regionKey: $region,
                  departmentKey: $department})
                WITH d
                MATCH (department:Department {key: $department})
                CREATE (d)-[:NAMES]->(department)
                WITH d
                MATCH (field:DataField {key: $field})
                CREATE (d)-[:AT]->(field)
                """, row);
        staleUnits.refresh();
    }
}
