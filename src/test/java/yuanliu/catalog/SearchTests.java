package yuanliu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.graphql.test.tester.GraphQlTester;
import yuanliu.AgainstNeo4j;

class SearchTests extends AgainstNeo4j {

    @Autowired
    private Neo4jClient graph;

    @Test
    void theElementComesBeforeItsFields() {
        assertThat(found("公民身份号码"))
                .startsWith("DE00001", "R1#公民身份号码")
                .containsExactlyInAnyOrder("DE00001", "R1#公民身份号码", "R2#证件号码", "B1#身份证号");
    }

    @Test
    void aSynonymFindsTheElementAndItsFields() {
        assertThat(found("身份证号"))
                .containsExactlyInAnyOrder("B1#身份证号", "DE00001", "R1#公民身份号码", "R2#证件号码")
                .startsWith("B1#身份证号", "DE00001");
    }

    @Test
    void pinyinInitialsAndPhysicalNamesFindInWhateverCase() {
        assertThat(found("GMSFHM")).startsWith("DE00001", "R1#公民身份号码");
        assertThat(found("sfzh")).containsExactly("DE00001", "B1#身份证号", "R1#公民身份号码");
        assertThat(found("mzdm")).containsExactly("R1#民 族");
        assertThat(found("slsga")).containsExactly("GA");
    }

    @Test
    void codesFindFirst() {
        assertThat(found("R1")).first().isEqualTo("R1");
        assertThat(found("de00002")).startsWith("DE00002");
        assertThat(found("Ｒ1#民族")).first().isEqualTo("R1#民 族");
        assertThat(found("307000/1")).first().isEqualTo("R1");
        assertThat(found("11990100000000001X")).containsExactly("GA");
    }

    @Test
    void oneCharacterFindsEveryTextThatHasIt() {
        assertThat(found("族")).containsExactlyInAnyOrder("DE00002", "R1#民 族");
        assertThat(found("码")).containsExactlyInAnyOrder("DE00001", "R1#公民身份号码", "R2#证件号码", "B1#身份证号");
    }

    @Test
    void everyWordIsWanted() {
        assertThat(found("人口 基本")).containsExactly("R1");
        assertThat(found("号码 gmsf 身份")).containsExactlyInAnyOrder("DE00001", "R1#公民身份号码");
        assertThat(found("人口 没有这个词")).isEmpty();
    }

    @Test
    void whatHasAllPairsOfAWordButNotTheWordIsNotFound() {
        graph.query(
                        "CREATE (:DataElement {key: 'DEZH', code: 'DEZH', name: '登记簿记证号', nameKey: '登记簿记证号', searchText: '登记簿记证号'})")
                .run();
        try {
            assertThat(found("登记证")).isEmpty();
            assertThat(found("登记簿记")).containsExactly("DEZH");
            assertThat(found("记证号")).containsExactly("DEZH");
        } finally {
            graph.query("MATCH (n:DataElement {key: 'DEZH'}) DETACH DELETE n").run();
        }
    }

    @Test
    void onlyTheKindsAskedForAreFound() {
        var answer = ask().document(
                        "{ search(text: \"公民身份号码\", kinds: [DATA_FIELD]) { totalCount edges { score matched node { code __typename } } } }")
                .execute();

        answer.path("search.totalCount").entity(Integer.class).isEqualTo(3);
        answer.path("search.edges[*].node.__typename")
                .entityList(String.class)
                .containsExactly("DataField", "DataField", "DataField");
        answer.path("search.edges[0].matched").entity(String.class).isEqualTo("NAME");
        answer.path("search.edges[0].score").entity(Double.class).isEqualTo(100.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\\",
                "a:b",
                "(",
                "[a TO b]",
                "NOT",
                "AND OR",
                "*",
                "?",
                "~",
                "a~2",
                "+公民 -身份",
                "/x/",
                "{!x}",
                "&& ||",
                "^",
                "#",
                "公民\"号",
                "\\u0041",
                "searchText:公民"
            })
    void nothingTypedIsTakenForSyntax(String typed) {
        ask().document("query($text: String!) { search(text: $text) { totalCount nodes { code } } }")
                .variable("text", typed)
                .executeAndVerify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u3000"})
    void nothingTypedIsABadRequest(String typed) {
        refused(typed);
    }

    @Test
    void tooMuchTypedIsABadRequest() {
        refused("长".repeat(101));
    }

    @Test
    void whatIsFoundIsWalkedByItsCursorsWithoutGapOrRepetition() {
        var whole = found("号");
        var walked = new ArrayList<String>();
        String after = null;
        do {
            var page = ask().document(
                            "query($after: String) { search(text: \"号\", first: 1, after: $after) { totalCount nodes { code } pageInfo { endCursor hasNextPage } } }")
                    .variable("after", after)
                    .execute();
            page.path("search.totalCount").entity(Integer.class).isEqualTo(whole.size());
            walked.addAll(
                    page.path("search.nodes[*].code").entityList(String.class).get());
            after = next(page);
        } while (after != null);

        assertThat(walked).isEqualTo(whole).hasSizeGreaterThan(3);
    }

    /// More of one name, and of one word, than are put in order together.
    @Test
    void whatThousandsAreCalledIsWalkedToo() {
        var many = 700;
        graph.query("""
                        UNWIND range(1, $many) AS i
                        CREATE (:DataResource {key: 'MANY-A' + (10000 + i), code: 'MANY-A' + (10000 + i), name: '同名目录', nameKey: '同名目录', searchText: '同名目录 一样'})
                        CREATE (:DataResource {key: 'MANY-B' + (10000 + i), code: 'MANY-B' + (10000 + i), name: '同名目录' + i, searchText: '同名目录'})
                        CREATE (:InformationSystem {key: 'MANY-C' + (10000 + i), code: 'MANY-C' + (10000 + i), name: '系统' + i, searchText: '同名目录 系统'})
                        """).bind(many).to("many").run();
        try {
            var walked = new ArrayList<String>();
            String after = null;
            do {
                var page = ask().document(
                                "query($after: String) { search(text: \"同名目录\", first: 130, after: $after) { edges { matched node { code } } pageInfo { endCursor hasNextPage } } }")
                        .variable("after", after)
                        .execute();
                var matched = page.path("search.edges[*].matched")
                        .entityList(String.class)
                        .get();
                var codes = page.path("search.edges[*].node.code")
                        .entityList(String.class)
                        .get();
                for (int i = 0; i < codes.size(); i++) {
                    assertThat(matched.get(i)).isEqualTo(walked.size() < many ? "NAME" : "TEXT");
                    walked.add(codes.get(i));
                }
                after = next(page);
            } while (after != null);

            assertThat(walked).hasSize(3 * many).doesNotHaveDuplicates();
            assertThat(walked.subList(0, many)).allMatch(code -> code.startsWith("MANY-A"));
            assertThat(ask().document(
                                    "{ search(text: \"同名目录\", kinds: [INFORMATION_SYSTEM], first: 500) { totalCount nodes { code } } }")
                            .execute()
                            .path("search.nodes[*].code")
                            .entityList(String.class)
                            .get())
                    .hasSize(500)
                    .allMatch(code -> code.startsWith("MANY-C"));
            ask().document("{ search(text: \"同名目录\") { totalCount } }")
                    .execute()
                    .path("search.totalCount")
                    .entity(Integer.class)
                    .isEqualTo(3 * many);
        } finally {
            graph.query("MATCH (thing:DataResource|InformationSystem) WHERE thing.key STARTS WITH 'MANY-' DELETE thing")
                    .run();
        }
    }

    /// The cursor of the next page; null when there is none.
    private static @Nullable String next(GraphQlTester.Response page) {
        return page.path("search.pageInfo.hasNextPage").entity(Boolean.class).get()
                ? page.path("search.pageInfo.endCursor").entity(String.class).get()
                : null;
    }

    private void refused(String typed) {
        ask().document("query($text: String!) { search(text: $text) { totalCount } }")
                .variable("text", typed)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getErrorType().toString()).isEqualTo("BAD_REQUEST");
                    assertThat(error.getMessage()).contains("text");
                }));
    }

    private List<String> found(String typed) {
        var answer = ask().document("query($text: String!) { search(text: $text) { totalCount nodes { code } } }")
                .variable("text", typed)
                .execute();
        var codes = answer.path("search.nodes[*].code").entityList(String.class).get();
        answer.path("search.totalCount").entity(Integer.class).isEqualTo(codes.size());
        return codes;
    }
}
