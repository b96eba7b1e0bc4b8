package yuanliu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import yuanliu.AgainstNeo4j;
import yuanliu.StatementsSent;
import yuanliu.web.Codes;

class CatalogTests extends AgainstNeo4j {

    @Test
    void whatIsLookedUpIsFoundByItsCodeWhateverItsBlanksAndWidth() {
        var field = ask().document("{ dataField(code: \"Ｒ1 #民族\") { code name acquisition element { code } } }")
                .execute();

        field.path("dataField.code").entity(String.class).isEqualTo("R1#民 族");
        field.path("dataField.acquisition").entity(String.class).isEqualTo("GENERATED");
        field.path("dataField.element.code").entity(String.class).isEqualTo("DE00002");
    }

    @Test
    void whatIsNotThereIsNull() {
        ask().document(
                        "{ department(code: \"?\") { code } informationSystem(code: \"?\") { code } dataResource(code: \"?\") { code } dataField(code: \"?\") { code } dataElement(code: \"?\") { code } form(code: \"?\") { code } entity(id: \"%%%\") { code } }")
                .execute()
                .path("$.data")
                .entity(Object.class)
                .satisfies(
                        data -> assertThat(data.toString())
                                .isEqualTo(
                                        "{department=null, informationSystem=null, dataResource=null, dataField=null, dataElement=null, form=null, entity=null}"));
    }

    @Test
    void everyEntityIsFoundByItsGlobalId() {
        for (var named : List.of("Region:990102", "Department:GA", "Form:B1", "DataField:R1#民 族")) {
            var label = named.substring(0, named.indexOf(':'));
            var code = named.substring(named.indexOf(':') + 1);

            var found = ask().document("query($id: ID!) { entity(id: $id) { __typename id code } }")
                    .variable("id", Codes.globalId(label, code))
                    .execute();

            found.path("entity.__typename").entity(String.class).isEqualTo(label);
            found.path("entity.code").entity(String.class).isEqualTo(code);
            found.path("entity.id").entity(String.class).isEqualTo(Codes.globalId(label, code));
        }
    }

    @Test
    void departmentsAreNarrowedByEveryArgument() {
        assertThat(departments("")).containsExactly("GA", "GA-E", "P-GA", "SJ", "XX");
        assertThat(departments("filter: {region: \"990100\"}")).containsExactly("GA", "GA-E", "SJ", "XX");
        assertThat(departments("filter: {region: \"990102\"}")).containsExactly("GA-E");
        assertThat(departments("filter: {level: \"省\"}")).containsExactly("P-GA");
        assertThat(departments("filter: {nameContains: \"市公安\"}")).containsExactly("GA");
        assertThat(departments("filter: {dataAuthority: true}")).containsExactly("SJ");
        assertThat(departments("filter: {status: \"撤销\"}")).containsExactly("XX");
        assertThat(departments("filter: {parent: \"GA\"}")).containsExactly("GA-E");
        assertThat(departments("filter: {guidedBy: \"P-GA\"}")).containsExactly("GA");
        assertThat(departments("filter: {region: \"990100\", status: \"在设\", level: \"县\"}"))
                .containsExactly("GA-E");
    }

    @Test
    void resourcesAreNarrowedByEveryArgument() {
        assertThat(resources("")).containsExactly("R1", "R10", "R2");
        assertThat(resources("filter: {department: \"GA\"}")).containsExactly("R1");
        assertThat(resources("filter: {region: \"990102\"}")).containsExactly("R2");
        assertThat(resources("filter: {region: \"990000\"}")).containsExactly("R1", "R10", "R2");
        assertThat(resources("filter: {system: \"S-RK\"}")).containsExactly("R1");
        assertThat(resources("filter: {element: \"DE00001\"}")).containsExactly("R1", "R2");
        assertThat(resources("filter: {element: \"DE00001\", region: \"990102\"}"))
                .containsExactly("R2");
        assertThat(resources("filter: {department: \"GA\", element: \"DE00002\", system: \"S-RK\"}"))
                .containsExactly("R1");
        assertThat(resources("filter: {department: \"SJ\", element: \"DE00002\"}"))
                .isEmpty();
        assertThat(resources("filter: {library: \"人口库\"}")).containsExactly("R1");
        assertThat(resources("filter: {resourceClass: \"部门\"}")).containsExactly("R10", "R2");
        assertThat(resources("filter: {sharing: \"不予共享\"}")).containsExactly("R2");
        assertThat(resources("filter: {open: true}")).containsExactly("R10", "R2");
        assertThat(resources("filter: {status: \"草稿\", region: \"990100\"}")).containsExactly("R2");
        assertThat(resources("filter: {nameContains: \"人口\"}")).containsExactly("R1", "R2");
    }

    @Test
    void codesAreOrderedByCodePoint() {
        run(
                "UNWIND ['Z\uffee', 'Z\ud840\udc00', 'Za', 'ZB'] AS code CREATE (:Department {code: code, key: code, name: 'z', status: '试'})");

        assertThat(departments("filter: {status: \"试\"}")).containsExactly("ZB", "Za", "Z\uffee", "Z\ud840\udc00");
        assertThat(run("RETURN 'Z\uffee' < 'Z\ud840\udc00' AS less").getFirst().get("less"))
                .isEqualTo(true);

        run("MATCH (n:Department {status: '试'}) DELETE n");
    }

    @Test
    void aListIsWalkedByItsCursorsAndCountedWhole() {
        var first = ask().document(
                        "{ departments(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { code } } }")
                .execute();
        first.path("departments.totalCount").entity(Integer.class).isEqualTo(5);
        first.path("departments.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        var cursor = first.path("departments.pageInfo.endCursor")
                .entity(String.class)
                .get();

        assertThat(departments("first: 2, after: \"%s\"".formatted(cursor))).containsExactly("P-GA", "SJ");

        ask().document("{ departments(filter: {level: \"市\"}, after: \"%s\") { totalCount } }".formatted(cursor))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error ->
                                assertThat(error.getErrorType().toString()).isEqualTo("BAD_REQUEST")));
    }

    @Test
    void aFieldBelongsToTheDepartmentOfItsResourceOrForm() {
        var answer = ask().document("""
                        { a: dataField(code: "R1#姓名") { department { code department { code } } resource { code } form { code } }
                          b: dataField(code: "B1#身份证号") { department { code } resource { code } required
                            form { code region { code parent { code } } system { code department { code } } department { code } } } }
                        """).execute();

        assertThat(answer.path("a").entity(Object.class).get().toString())
                .isEqualTo("{department={code=GA, department={code=GA}}, resource={code=R1}, form=null}");
        assertThat(answer.path("b").entity(Object.class).get().toString())
                .isEqualTo(
                        "{department={code=GA-E}, resource=null, required=true, form={code=B1, region={code=990102, parent={code=990100}}, system={code=S-RK, department={code=GA}}, department={code=GA-E}}}");
    }

    @Test
    void fieldsComeInTheirPositionAndThoseWithoutOneLast() {
        var first = ask().document(
                        "{ dataResource(code: \"R1\") { fields(first: 3) { totalCount nodes { code } pageInfo { endCursor } } } }")
                .execute();
        first.path("dataResource.fields.totalCount").entity(Integer.class).isEqualTo(4);
        first.path("dataResource.fields.nodes[*].code")
                .entityList(String.class)
                .containsExactly("R1#姓名", "R1#公民身份号码", "R1#民 族");
        var cursor = first.path("dataResource.fields.pageInfo.endCursor")
                .entity(String.class)
                .get();

        var rest = ask().document(
                        "{ dataResource(code: \"R1\") { all: fields { nodes { code } } fields(after: \"%s\") { nodes { code } pageInfo { hasNextPage } } } }"
                                .formatted(cursor))
                .execute();

        rest.path("dataResource.fields.nodes[*].code").entityList(String.class).containsExactly("R1#备注");
        rest.path("dataResource.fields.pageInfo.hasNextPage")
                .entity(Boolean.class)
                .isEqualTo(false);
        rest.path("dataResource.all.nodes").entityList(Object.class).hasSize(4);
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheRows() {
        var departments =
                "{ departments(first: %d) { nodes { region { code } parent { code } guidedBy { code } successor { code } } } }";
        var resources =
                "{ dataResources(first: %d) { nodes { department { code } system { code } fields { nodes { element { code } resource { code } department { code } } } } } }";

        for (var document : List.of(departments, resources)) {
            var one = StatementsSent.during(
                    () -> ask().document(document.formatted(1)).executeAndVerify());
            var many = StatementsSent.during(
                    () -> ask().document(document.formatted(500)).executeAndVerify());

            assertThat(one).hasSizeBetween(6, 8);
            assertThat(many).hasSameSizeAs(one);
        }
    }

    private List<String> departments(String arguments) {
        return codes("departments", arguments);
    }

    private List<String> resources(String arguments) {
        return codes("dataResources", arguments);
    }

    private List<String> codes(String list, String arguments) {
        var answer = ask().document("{ list: %s%s { totalCount nodes { code } } }"
                        .formatted(list, arguments.isEmpty() ? "" : "(" + arguments + ")"))
                .execute();
        var codes = answer.path("list.nodes[*].code").entityList(String.class).get();
        if (!arguments.contains("first")) {
            answer.path("list.totalCount").entity(Integer.class).isEqualTo(codes.size());
        }
        return codes;
    }
}
