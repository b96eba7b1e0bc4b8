package yuanliu.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.ErrorType;
import yuanliu.GivenGraph;
import yuanliu.web.Today;

class LedgerTests extends GivenGraph {

    @Autowired
    StaleUnits staleUnits;

    @BeforeEach
    void catalogue() {
        given("""
                CREATE (province:Region {code: '990000', key: '990000', name: '示例省'}),
                  (city:Region {code: '990100', key: '990100', name: '示例市'})-[:PART_OF]->(province),
                  (county:Region {code: '990101', key: '990101', name: '示例县'})-[:PART_OF]->(city),
                  (other:Region {code: '990200', key: '990200', name: '别市'})-[:PART_OF]->(province),
                  (police:Department {code: 'GA', key: 'GA', name: '公安厅', status: '在设'})-[:LOCATED_IN]->(province),
                  (civil:Department {code: 'MZ', key: 'MZ', name: '民政局'})-[:LOCATED_IN]->(city),
                  (social:Department {code: 'RS', key: 'RS', name: '人社局'})-[:LOCATED_IN]->(county),
                  (far:Department {code: 'YB', key: 'YB', name: '医保局'})-[:LOCATED_IN]->(other),
                  (old:Department {code: 'OLD', key: 'OLD', name: '旧局', status: '撤销'}),
                  (id:DataElement {code: 'SFZH', key: 'SFZH', name: '公民身份号码', synonyms: ['身份证号'], subject: '自然人'}),
                  (address:DataElement {code: 'DZ', key: 'DZ', name: '住址', synonyms: []})
                WITH *
                UNWIND [
                  ['R1', police, '采集'], ['R2', civil, '共享获取'], ['R3', social, '采集'], ['R4', far, '回流'], ['R5', far, null]
                ] AS row
                WITH id, row, row[0] + '#身份证号' AS field, row[1] AS provider
                CREATE (r:DataResource {code: row[0], key: row[0], name: row[0], catalogueCodes: []})-[:PROVIDED_BY]->(provider),
                  (r)-[:HAS_FIELD]->(f:DataField {code: field, key: field, name: '身份证号', acquisition: row[2], stale: true})
                    -[:REPRESENTS]->(id)
                """);
        staleUnits.refresh();
    }

    @Test
    void aUnitIsThereWhenAFieldMakesItAndNullBefore() {
        assertThat(code("element: \"SFZH\"")).isEqualTo("SFZH/自然人");
        assertThat(found("element: \"DZ\"")).isFalse();
        assertThat(found("element: \"SFZH\", subject: \"法人\"")).isFalse();
        assertThat(found("element: \"SFZH\", qualifier: \"配偶\"")).isFalse();
        assertThat(found("element: \"NONE\"")).isFalse();
        assertThat(found("element: \"SFZH\", region: \"990100\"")).isFalse();
    }

    @Test
    void theHoldersManyNamesLeadToOneUnit() {
        for (var qualifier : List.of("", "本人", "申请人", "持 有人")) {
            assertThat(code("element: \"SF ZH\", subject: \"自然人\", qualifier: \"%s\"".formatted(qualifier)))
                    .isEqualTo("SFZH/自然人");
        }
    }

    @Test
    void anApplicantInAnEnterprisesMatterIsFoundWhenHeIsTheOnlyOneMeant() {
        given("""
                MATCH (e:DataElement {key: 'DZ'}), (d:Department {key: 'MZ'})
                CREATE (r:DataResource {code: 'Q', key: 'Q', name: 'Q', subject: '法人'})-[:PROVIDED_BY]->(d),
                  (r)-[:HAS_FIELD]->(:DataField {code: 'Q#a', key: 'Q#a', name: 'a', subject: '自然人', qualifier: '申请人', stale: true})
                    -[:REPRESENTS]->(e)
                """);
        staleUnits.refresh();

        assertThat(code("element: \"DZ\", subject: \"自然人\", qualifier: \"申请人\""))
                .isEqualTo("DZ/自然人/申请人");
    }

    @Test
    void aSubjectThatNeitherRoleNorElementSaysIsThatOfTheOnlyUnit() {
        given("""
                MATCH (e:DataElement {key: 'DZ'}), (r:DataResource {key: 'R1'})
                SET r.subject = '法人'
                CREATE (r)-[:HAS_FIELD]->(:DataField {code: 'R1#住址', key: 'R1#住址', name: '住址', stale: true})-[:REPRESENTS]->(e)
                """);
        staleUnits.refresh();
        assertThat(code("element: \"DZ\"")).isEqualTo("DZ/法人");

        given("MATCH (f:DataField {key: 'R2#身份证号'})-[x:REPRESENTS]->(), (e:DataElement {key: 'DZ'}) DELETE x "
                + "CREATE (f)-[:REPRESENTS]->(e) SET f.stale = true, f.subject = '自然人'");
        staleUnits.refresh();
        assertThat(found("element: \"DZ\"")).isFalse();
    }

    @Test
    void aFormsFieldIsAHolderThatCollects() {
        given("""
                MATCH (e:DataElement {key: 'SFZH'}), (d:Department {key: 'MZ'})
                CREATE (f:Form {code: 'B1', key: 'B1', name: '申请表'})-[:ISSUED_BY]->(d),
                  (f)-[:HAS_FIELD]->(:DataField {code: 'B1#a', key: 'B1#a', name: 'a', acquisition: '采集', stale: true})-[:REPRESENTS]->(e)
                """);
        staleUnits.refresh();

        assertThat(texts("holders(mode: COLLECTED) { nodes { asset { code } } }", "holders.nodes[*].asset.code"))
                .containsExactly("B1#a", "R1#身份证号", "R3#身份证号");
    }

    @Test
    void holdersAreListedByHowTheyCameByItThenByCode() {
        var fields = "holders { totalCount nodes { asset { code } department { code } mode } }";

        assertThat(texts(fields, "holders.nodes[*].department.code")).containsExactly("GA", "RS", "MZ", "YB", "YB");
        assertThat(api.document(ask("element: \"SFZH\"", fields))
                        .execute()
                        .path("sourceUnit.holders.totalCount")
                        .entity(Integer.class)
                        .get())
                .isEqualTo(5);
    }

    @Test
    void holdersAreReadPageByPageWithoutALossOrARepetition() {
        var seen = new ArrayList<String>();
        var after = "null";
        for (var more = true; more; ) {
            var page = api.document(ask(
                            "element: \"SFZH\"",
                            "holders(first: 2, after: %s) { nodes { asset { code } } pageInfo { hasNextPage endCursor } }"
                                    .formatted(after)))
                    .execute();
            seen.addAll(page.path("sourceUnit.holders.nodes[*].asset.code")
                    .entityList(String.class)
                    .get());
            more = page.path("sourceUnit.holders.pageInfo.hasNextPage")
                    .entity(Boolean.class)
                    .get();
            after = "\""
                    + page.path("sourceUnit.holders.pageInfo.endCursor")
                            .entity(String.class)
                            .get() + "\"";
        }

        assertThat(seen).containsExactly("R1#身份证号", "R3#身份证号", "R2#身份证号", "R4#身份证号", "R5#身份证号");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "已认定, -, -, DESIGNATED, GA",
                "-, -, -, DESIGNATED, GA",
                "牵头收集, -, -, LEAD_COLLECTOR, GA",
                "争议中, -, -, DISPUTED, -",
                "无法定数源, -, -, NO_STATUTORY_SOURCE, -",
                "待认定, -, -, UNDESIGNATED, -",
                "已认定, 0, -, DESIGNATED, GA",
                "已认定, 1, -, UNDESIGNATED, -",
                "已认定, -9, 1, DESIGNATED, GA",
                "已认定, -9, 0, UNDESIGNATED, -",
                "争议中, -9, 0, UNDESIGNATED, -",
                "无法定数源, 1, -, UNDESIGNATED, -",
            })
    void theStateFollowsFromTheDesignationInForce(
            @Nullable String word,
            @Nullable Integer from,
            @Nullable Integer to,
            SourceState state,
            @Nullable String department) {
        designate("GA", word, from, to);

        assertThat(texts("state designation { department { code } }", "state")).containsExactly(state.name());
        assertThat(source()).isEqualTo(department);
    }

    @Test
    void aUnitThatNobodyDesignatedIsUndesignated() {
        assertThat(texts("state history { state }", "state")).containsExactly("UNDESIGNATED");
    }

    @Test
    void twoDesignationsInForceThatNameDifferentDepartmentsAreADispute() {
        designate("GA", "已认定");
        designate("MZ", "已认定");

        assertThat(texts("state designation { state }", "state")).containsExactly("DISPUTED");
        assertThat(source()).isNull();
    }

    @Test
    void anExpiredDesignationDisputesNothing() {
        designate("GA", "已认定");
        designate("MZ", "已认定", -20, -10);

        assertThat(source()).isEqualTo("GA");
    }

    @Test
    void aDesignationOutranksALeadCollector() {
        designate("MZ", "牵头收集");
        designate("GA", "已认定");

        assertThat(texts("state designation { department { code } }", "state")).containsExactly("DESIGNATED");
        assertThat(source()).isEqualTo("GA");
    }

    @Test
    void aDissolvedDepartmentWithoutASuccessorDesignatesNobody() {
        designate("OLD", "已认定");

        assertThat(texts("state", "state")).containsExactly("UNDESIGNATED");
    }

    @Test
    void aDissolvedDepartmentIsFollowedByItsSuccessorsHoweverMany() {
        given("""
                MATCH (old:Department {key: 'OLD'}), (civil:Department {key: 'MZ'})
                CREATE (old)-[:SUCCEEDED_BY]->(:Department {code: 'MID', key: 'MID', name: '过渡局', status: '合并'})-[:SUCCEEDED_BY]->(civil)
                """);
        designate("OLD", "已认定");
        designate("MZ", "已认定");

        assertThat(texts("state", "state")).containsExactly("DESIGNATED");
        assertThat(source()).isEqualTo("MZ");
    }

    @Test
    void successorsThatLeadRoundInARingDesignateNobody() {
        given("""
                MATCH (old:Department {key: 'OLD'})
                CREATE (old)-[:SUCCEEDED_BY]->(:Department {code: 'MID', key: 'MID', name: '过渡局', status: '合并'})-[:SUCCEEDED_BY]->(old)
                """);
        designate("OLD", "已认定");

        assertThat(texts("state", "state")).containsExactly("UNDESIGNATED");
    }

    @Test
    void aDesignationOfAnUnknownDepartmentCountsAsNone() {
        designate("NONE", "已认定");

        assertThat(texts("state", "state")).containsExactly("UNDESIGNATED");
    }

    @Test
    void theHistoryHasAllDesignationsNewestFirst() {
        designate("GA", "待认定", -300, -200);
        designate("MZ", "已认定", -10, null);
        designate("RS", "争议中", -200, -10);
        designate("YB", "已认定", null, -400);

        assertThat(texts("history { state department { code } }", "history[*].department.code"))
                .containsExactly("MZ", "RS", "GA", "YB");
    }

    @Test
    void aDesignationMakesAUnitThatNoFieldHolds() {
        designate("SFZH", null, "MZ", "已认定", null, null, "配偶", null);

        assertThat(code("element: \"SFZH\", qualifier: \"夫妻另一方\"")).isEqualTo("SFZH/自然人/配偶");
    }

    @Test
    void aScopedUnitIsMadeByADesignationAndHoldsWhatLiesInItsRegionAndBelow() {
        designate("SFZH", null, "MZ", "已认定", null, null, null, "990100");

        var scoped = "element: \"SFZH\", region: \"990100\"";
        assertThat(code(scoped)).isEqualTo("SFZH/自然人@990100");
        assertThat(texts(scoped, "name region { name } state holders { nodes { department { code } } }", "name"))
                .containsExactly("自然人·公民身份号码@示例市");
        assertThat(texts(scoped, "holders { nodes { department { code } } }", "holders.nodes[*].department.code"))
                .containsExactly("RS", "MZ");
        assertThat(texts(scoped, "state", "state")).containsExactly("DESIGNATED");
        assertThat(texts("state", "state")).containsExactly("UNDESIGNATED");
        assertThat(found("element: \"SFZH\", region: \"990101\"")).isFalse();
    }

    @Test
    void aDesignationWhoseScopeIsUnknownIsInForceNowhereUntilThatRegionIsFiled() {
        designate("SFZH", null, "MZ", "已认定", null, null, null, "880000");
        var scoped = "element: \"SFZH\", region: \"880000\"";
        assertThat(texts(scoped, "state", "state")).containsExactly("UNDESIGNATED");
        assertThat(texts("state", "state")).containsExactly("UNDESIGNATED");

        given("CREATE (:Region {code: '880000', key: '880000', name: '新区'})");
        staleUnits.refresh();

        assertThat(texts(scoped, "state", "state")).containsExactly("DESIGNATED");
        assertThat(texts(scoped, "name", "name")).containsExactly("自然人·公民身份号码@新区");
    }

    @Test
    void fromSourceFollowsTodaysLineageFromTheDesignatedField() {
        designateAt("R1#身份证号");
        given("""
                MATCH (r1:DataField {key: 'R1#身份证号'}), (r2:DataField {key: 'R2#身份证号'}), (r4:DataField {key: 'R4#身份证号'}),
                  (r3:DataField {key: 'R3#身份证号'})
                CREATE (r2)-[:DERIVED_FROM {edge: 'a'}]->(:DataField {code: 'M', key: 'M', name: 'M'})-[:DERIVED_FROM {edge: 'b'}]->(r1),
                  (r1)-[:DERIVED_FROM {edge: 'c'}]->(r2),
                  (r4)-[:DERIVED_FROM {edge: 'd', validTo: date() - duration('P2D')}]->(r1),
                  (r3)-[:DERIVED_FROM {edge: 'e', validFrom: date() + duration('P2D')}]->(r1)
                """);

        assertThat(fromSource()).containsExactly("R2#身份证号");
    }

    @Test
    void nothingComesFromASourceThatNamesNoField() {
        designate("GA", "已认定");
        given("MATCH (r1:DataField {key: 'R1#身份证号'}), (r2:DataField {key: 'R2#身份证号'}) "
                + "CREATE (r2)-[:DERIVED_FROM {edge: 'a'}]->(r1)");

        assertThat(fromSource()).isEmpty();
    }

    @Test
    void aWholeResourceExplainsAFieldWhenItHasAFieldOfTheSameUnit() {
        designateAt("R1#身份证号");
        given("""
                MATCH (r1:DataResource {key: 'R1'}), (r2:DataResource {key: 'R2'}), (r3:DataResource {key: 'R3'}), (d:Department {key: 'GA'})
                CREATE (r2)-[:DERIVED_FROM {edge: 'a'}]->(r1),
                  (r3)-[:DERIVED_FROM {edge: 'b'}]->(without:DataResource {code: 'W', key: 'W', name: 'W'})-[:DERIVED_FROM {edge: 'c'}]->(r1),
                  (without)-[:PROVIDED_BY]->(d)
                """);

        assertThat(fromSource()).containsExactly("R2#身份证号");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "states: [DESIGNATED] | SFZH/自然人",
                "states: [UNDESIGNATED] | DZ/法人,SFZH/自然人/配偶",
                "states: [DESIGNATED, LEAD_COLLECTOR] | SFZH/自然人,SFZH/自然人@990100",
                "states: [] | ''",
                "department: \"GA\" | SFZH/自然人",
                "department: \"GA\", states: [UNDESIGNATED] | ''",
                "element: \"DZ\" | DZ/法人",
                "element: \"NONE\" | ''",
                "subject: \"法人\" | DZ/法人",
                "qualifier: \"夫妻另一方\" | SFZH/自然人/配偶",
                "qualifier: \"本人\" | DZ/法人,SFZH/自然人,SFZH/自然人@990100",
                "region: \"990100\" | SFZH/自然人@990100",
                "region: \"990000\" | ''",
                "within: \"990100\" | SFZH/自然人@990100",
                "within: \"990000\" | SFZH/自然人@990100",
                "within: \"990101\" | ''",
                "within: \"990200\" | ''",
                "within: \"没有\" | ''",
                "within: \"990000\", scoped: false | ''",
                "scoped: false | DZ/法人,SFZH/自然人,SFZH/自然人/配偶",
                "nameContains: \"住\" | DZ/法人",
                "nameContains: \"身份证\" | SFZH/自然人,SFZH/自然人/配偶,SFZH/自然人@990100",
                "minCollectors: 2 | SFZH/自然人",
                "minCollectors: 1 | SFZH/自然人,SFZH/自然人@990100",
            })
    void everyArgumentOfTheFilterNarrows(String filter, @Nullable String codes) {
        designate("GA", "已认定");
        designate("SFZH", null, "MZ", "牵头收集", null, null, null, "990100");
        designate("SFZH", null, "MZ", "待认定", null, null, "配偶", null);
        designate("DZ", "法人", "OLD", "已认定", null, null, null, null);

        var page = api.document("{ sourceUnits(filter: {%s}) { totalCount nodes { code state } } }".formatted(filter))
                .execute();

        var expected = codes == null || codes.isEmpty() ? List.<String>of() : List.of(codes.split(","));
        page.path("sourceUnits.nodes[*].code").entityList(String.class).isEqualTo(expected);
        page.path("sourceUnits.totalCount").entity(Integer.class).isEqualTo(expected.size());
    }

    @Test
    void unitsAreReadPageByPage() {
        designate("DZ", "法人", "OLD", "已认定", null, null, null, null);
        var first = api.document("{ sourceUnits(first: 1) { nodes { code } pageInfo { endCursor hasNextPage } } }")
                .execute();
        first.path("sourceUnits.nodes[*].code").entityList(String.class).isEqualTo(List.of("DZ/法人"));
        var cursor = first.path("sourceUnits.pageInfo.endCursor")
                .entity(String.class)
                .get();

        api.document("{ sourceUnits(first: 1, after: \"%s\") { nodes { code } pageInfo { hasNextPage } } }"
                        .formatted(cursor))
                .execute()
                .path("sourceUnits.nodes[*].code")
                .entityList(String.class)
                .isEqualTo(List.of("SFZH/自然人"));
    }

    @Test
    void aUnitIsFoundByItsGlobalIdAndByAFieldThatIsHeldAsIt() {
        var id = texts("id", "id").getFirst();

        api.document("{ entity(id: \"%s\") { __typename code name } }".formatted(id))
                .execute()
                .path("entity")
                .matchesJson("""
                        {"__typename": "SourceUnit", "code": "SFZH/自然人", "name": "自然人·公民身份号码"}""");
        api.document("{ dataField(code: \"R1#身份证号\") { sourceUnit { code } } }")
                .execute()
                .path("dataField.sourceUnit.code")
                .entity(String.class)
                .isEqualTo("SFZH/自然人");
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter: {minCollectors: -1}", "first: 0", "first: 501", "after: \"x\""})
    void whatCannotBeAskedIsABadRequest(String arguments) {
        api.document("{ sourceUnits(%s) { totalCount } }".formatted(arguments))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .hasSize(1)
                        .allSatisfy(error -> assertThat(error.getErrorType()).isEqualTo(ErrorType.BAD_REQUEST)));
    }

    private void designate(String department, @Nullable String state) {
        designate(department, state, null, null);
    }

    private void designate(String department, @Nullable String state, @Nullable Integer from, @Nullable Integer to) {
        designate("SFZH", null, department, state, from, to, null, null);
    }

    private void designateAt(String field) {
        designate("GA", "已认定");
        given("MATCH (d:Designation), (f:DataField {key: '" + field + "'}) CREATE (d)-[:AT]->(f)");
    }

    private void designate(
            String element,
            @Nullable String subject,
            String department,
            @Nullable String state,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String qualifier,
            @Nullable String region) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("code", String.join("|", element + qualifier + region, department, String.valueOf(from)));
        row.put("element", element);
        row.put("subject", subject);
        row.put("department", department);
        row.put("state", state);
        row.put("from", inDays(from));
        row.put("to", inDays(to));
        row.put("qualifier", qualifier);
        row.put("region", region);
        given("""
                CREATE (d:Designation {code: $code, key: $code, elementKey: $element, subject: $subject, qualifier: $qualifier,
                  state: $state, regionRef: $region, regionKey: $region, departmentKey: $department,
                  validFrom: $from, validTo: $to})
                WITH d
                MATCH (department:Department {key: $department})
                CREATE (d)-[:NAMES]->(department)
                """, row);
        staleUnits.refresh();
    }

    private static @Nullable LocalDate inDays(@Nullable Integer days) {
        return days == null ? null : LocalDate.now(Today.ZONE).plusDays(days);
    }

    private @Nullable String source() {
        var answer = api.document("{ sourceUnit(element: \"SFZH\") { designation { department { code } } } }")
                .execute()
                .path("$.data")
                .entity(Answer.class)
                .get();
        var designation = Objects.requireNonNull(answer.sourceUnit()).designation();
        return designation == null ? null : designation.department().code();
    }

    private List<String> fromSource() {
        return texts(
                "holders { nodes { asset { code } fromSource } }", "holders.nodes[?(@.fromSource == true)].asset.code");
    }

    private String code(String arguments) {
        return texts(arguments, "code", "code").getFirst();
    }

    private boolean found(String arguments) {
        return api.document(ask(arguments, "code"))
                        .execute()
                        .path("$.data")
                        .entity(Answer.class)
                        .get()
                        .sourceUnit()
                != null;
    }

    private List<String> texts(String fields, String path) {
        return texts("element: \"SFZH\"", fields, path);
    }

    private List<String> texts(String arguments, String fields, String path) {
        var answer = api.document(ask(arguments, fields)).execute().path("sourceUnit." + path);
        return path.contains("[")
                ? answer.entityList(String.class).get()
                : List.of(answer.entity(String.class).get());
    }

    private static String ask(String arguments, String fields) {
        return "{ sourceUnit(%s) { %s } }".formatted(arguments, fields);
    }

    record Answer(@Nullable Found sourceUnit) {

        record Found(@Nullable String code, @Nullable Named designation) {}

        record Named(Source department) {}

        record Source(String code) {}
    }
}
