package yuanliu.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.test.tester.GraphQlTester;
import yuanliu.GivenGraph;

/// 银保监会 went into 监管总局 by way of 筹备组; 信息办 went without a successor; 甲 and 乙 are said to have followed each other.
class SourceHandoversTests extends GivenGraph {

    @Autowired
    private StaleUnits staleUnits;

    @BeforeEach
    void aReform() {
        given("""
                CREATE (nation:Region {code: '100000', key: '100000', name: '全国'}),
                  (city:Region {code: '990100', key: '990100', name: '示例市'})-[:PART_OF]->(nation),
                  (old:Department {code: 'YBJH', key: 'YBJH', name: '银保监会', status: '撤销'})-[:LOCATED_IN]->(nation),
                  (between:Department {code: 'CBZ', key: 'CBZ', name: '筹备组', status: '合并'}),
                  (now:Department {code: 'JRZJ', key: 'JRZJ', name: '金融监管总局', status: '在设'}),
                  (old)-[:SUCCEEDED_BY]->(between), (between)-[:SUCCEEDED_BY]->(now),
                  (none:Department {code: 'XXB', key: 'XXB', name: '信息办', status: '撤销'})-[:LOCATED_IN]->(city),
                  (a:Department {code: 'J', key: 'J', name: '甲', status: '合并'}), (b:Department {code: 'Y', key: 'Y', name: '乙', status: '合并'}),
                  (a)-[:SUCCEEDED_BY]->(b), (b)-[:SUCCEEDED_BY]->(a),
                  (user:Department {code: 'U', key: 'U', name: '使用局'}), (ended:Department {code: 'V', key: 'V', name: '到期局'}),
                  (there:Department {code: 'GA', key: 'GA', name: '公安局', status: '在设'}),
                  (xk:DataElement {code: 'XK', key: 'XK', name: '许可证编号', subject: '法人'}),
                  (r1:DataResource {code: 'R1', key: 'R1', name: '旧表'})-[:PROVIDED_BY]->(old),
                  (r2:DataResource {code: 'R2', key: 'R2', name: '新表'})-[:PROVIDED_BY]->(now),
                  (r1)-[:HAS_FIELD]->(f1:DataField {code: 'R1#号', key: 'R1#号', name: '号', ownerKey: 'R1', acquisition: '产生', stale: true})-[:REPRESENTS]->(xk),
                  (r2)-[:HAS_FIELD]->(f2:DataField {code: 'R2#号', key: 'R2#号', name: '号', ownerKey: 'R2', acquisition: '产生', stale: true})-[:REPRESENTS]->(xk),
                  (:SharingAgreement {code: 'G1', key: 'G1'})-[:OF]->(r1), (:SharingAgreement {code: 'G2', key: 'G2', expiresOn: date() - duration('P9D')})-[:OF]->(r2),
                  (:SharingAgreement {code: 'G3', key: 'G3'})-[:OF]->(r2)
                WITH *
                MATCH (g1:SharingAgreement {key: 'G1'}), (g2:SharingAgreement {key: 'G2'}), (g3:SharingAgreement {key: 'G3'})
                CREATE (g1)-[:GRANTED_TO]->(user), (g2)-[:GRANTED_TO]->(ended), (g3)-[:GRANTED_TO]->(user)
                """);
    }

    @Test
    void aDesignationGoesToTheLastInTheChainAndSaysWhereThatHoldsItAndWhoHasToBeTold() {
        designate("D1", "XK", "YBJH", "batch: 'F1', row: 7, document: '《某法》'");
        given("MATCH (d:Designation {key: 'D1'}), (f:DataField {key: 'R1#号'}) CREATE (d)-[:AT]->(f)");

        ask("""
                { sourceHandovers(filter: {department: "YBJH"}) { totalCount filter { department region element handedOver } nodes {
                  unit { code } designation { department { code } } from { code } to { code } chain { code } carried
                  field { code } held { code } users { code } document sentence evidence { filing row } } } }
                """).path("sourceHandovers").matchesJsonStrictly("""
                {"totalCount": 1, "filter": {"department": "YBJH", "region": null, "element": null, "handedOver": null},
                 "nodes": [{"unit": {"code": "XK/法人"}, "designation": {"department": {"code": "JRZJ"}}, "from": {"code": "YBJH"},
                   "to": {"code": "JRZJ"}, "chain": [{"code": "YBJH"}, {"code": "CBZ"}, {"code": "JRZJ"}], "carried": false,
                   "field": {"code": "R1#号"}, "held": [{"code": "R2#号"}], "users": [{"code": "U"}], "document": "《某法》",
                   "sentence": "“法人·许可证编号”的数源认定给银保监会，该部门已撤销：应移交给金融监管总局，其目录中有该数据 1 项；须告知 1 个使用部门",
                   "evidence": {"filing": "F1", "row": 7}}]}""");
    }

    @Test
    void whereNobodyTookOverItIsFlagged() {
        designate("D1", "XK", "XXB", "batch: 'F1', row: 7");

        ask("{ sourceHandovers { nodes { to { code } chain { code } carried held { code } users { code } sentence } } }")
                .path("sourceHandovers.nodes")
                .matchesJsonStrictly("""
                [{"to": null, "chain": [{"code": "XXB"}], "carried": false, "held": [], "users": [],
                  "sentence": "“法人·许可证编号”的数源认定给信息办，该部门已撤销：没有继任部门，等于没有认定，由数据主管部门重新认定"}]""");
    }

    @Test
    void aRingOfSuccessorsEnds() {
        designate("D1", "XK", "J", "batch: 'F1', row: 7");

        ask("{ sourceHandovers { nodes { to { code } chain { code } sentence } } }")
                .path("sourceHandovers.nodes")
                .matchesJsonStrictly("""
                [{"to": null, "chain": [{"code": "J"}, {"code": "Y"}],
                  "sentence": "“法人·许可证编号”的数源认定给甲，该部门已合并：继任的乙也已合并，没有在设的继任部门，等于没有认定，由数据主管部门重新认定"}]""");
    }

    @Test
    void itIsCarriedOutWhenWhoTookOverIsNamedItself() {
        designate("D1", "XK", "YBJH", "state: '已认定'");
        assertThat(listed("handedOver: true")).isEmpty();

        designate("D2", "XK", "JRZJ", "state: '待认定'");
        assertThat(listed("handedOver: true")).isEmpty();

        designate("D3", "XK", "JRZJ", "state: '已认定'");
        assertThat(listed("handedOver: true")).containsExactly("YBJH");
        assertThat(listed("handedOver: false")).isEmpty();
        ask("{ sourceHandovers { nodes { carried sentence } } }")
                .path("sourceHandovers.nodes[0].sentence")
                .entity(String.class)
                .satisfies(sentence -> assertThat(sentence).contains("已另行认定给金融监管总局，原认定应写明失效日期"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validTo: date() - duration('P2D')",
                "validFrom: date() + duration('P9D')",
                "state: '无法定数源'",
                "state: '待认定'",
                "stateText: '不清楚'",
            })
    void whatIsNoDesignationTodayIsNotHandedOver(String said) {
        designate("D1", "XK", "YBJH", said);
        designate("D2", "XK", "GA", "state: '已认定'");

        assertThat(listed("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "department: \"YBJH\" | YBJH",
                "department: \"CBZ\" | YBJH",
                "department: \"JRZJ\" | YBJH",
                "department: \"没有\" | ''",
                "region: \"990100\" | XXB",
                "region: \"100000\" | XXB,YBJH",
                "region: \"880000\" | ''",
                "element: \"XK\" | XXB,YBJH",
                "element: \"XM\" | J",
                "handedOver: false | XXB,YBJH,J",
                "department: \"Y\", element: \"XK\" | ''",
            })
    void everyArgumentOfTheFilterNarrows(String filter, @Nullable String expected) {
        given("CREATE (:DataElement {code: 'XM', key: 'XM', name: '项目', subject: '项目'})");
        designate("D1", "XK", "XXB", "batch: 'F1'");
        designate("D2", "XK", "YBJH", "batch: 'F1'");
        designate("D3", "XM", "J", "batch: 'F1'");

        assertThat(listed(filter))
                .isEqualTo(expected == null || expected.isEmpty() ? List.of() : List.of(expected.split(",")));
    }

    @Test
    void handoversAreReadPageByPage() {
        designate("D1", "XK", "XXB", "batch: 'F1'");
        designate("D2", "XK", "YBJH", "batch: 'F1'");
        designate("D3", "XK", "J", "batch: 'F1'");
        var seen = new ArrayList<String>();
        var after = "null";
        for (var more = true; more; ) {
            var page = ask("""
                    { sourceHandovers(first: 1, after: %s) { totalCount asOf nodes { from { code } } pageInfo { hasNextPage endCursor } } }
                    """.formatted(after));
            page.path("sourceHandovers.totalCount").entity(Integer.class).isEqualTo(3);
            page.path("sourceHandovers.asOf").hasValue();
            seen.addAll(page.path("sourceHandovers.nodes[*].from.code")
                    .entityList(String.class)
                    .get());
            more = page.path("sourceHandovers.pageInfo.hasNextPage")
                    .entity(Boolean.class)
                    .get();
            after = "\""
                    + page.path("sourceHandovers.pageInfo.endCursor")
                            .entity(String.class)
                            .get() + "\"";
        }

        assertThat(seen).containsExactly("XXB", "YBJH", "J");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first: 0", "first: 501", "after: \"x\""})
    void whatCannotBeAskedIsABadRequest(String arguments) {
        ask("{ sourceHandovers(%s) { totalCount } }".formatted(arguments))
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getErrorType()).isEqualTo(ErrorType.BAD_REQUEST)));
    }

    private List<String> listed(String filter) {
        return ask("{ sourceHandovers(filter: {%s}) { nodes { from { code } } } }".formatted(filter))
                .path("sourceHandovers.nodes[*].from.code")
                .entityList(String.class)
                .get();
    }

    private GraphQlTester.Response ask(String question) {
        return api.document(question).execute();
    }

    private void designate(String code, String element, String department, String said) {
        given("""
                MATCH (department:Department {key: '%s'})
                CREATE (d:Designation {code: '%s', key: '%s', elementKey: '%s', %s})-[:NAMES]->(department)
                """.formatted(department, code, code, element, said));
        staleUnits.refresh();
    }
}
