package yuanliu.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.memory.LookedAt;
import yuanliu.memory.Memory;

/// Who asks for names alone is told names; who asks for anything else of what is reached is told that too, however it
/// is
/// asked for.
class NamesAloneTests extends GivenGraph {

    private static final String COLUMN = " fragment column on DataField { physicalName }";

    @Autowired
    private Memory memory;

    @BeforeEach
    void aFieldAndItsSource() throws InterruptedException {
        given("""
                CREATE (user:DataField {key: 'R2#b', code: 'R2#b', name: '使用项', ownerKey: 'R2', physicalName: 'USER_COL'}),
                  (source:DataField {key: 'R1#a', code: 'R1#a', name: '来源项', ownerKey: 'R1', physicalName: 'SOURCE_COL'}),
                  (:DataResource {key: 'R2', code: 'R2', name: '使用'})-[:HAS_FIELD]->(user),
                  (:DataResource {key: 'R1', code: 'R1', name: '来源'})-[:HAS_FIELD]->(source),
                  (user)-[:DERIVED_FROM {edge: 'R1#a>R2#b'}]->(source)
                """);
        LookedAt.now(memory);
    }

    @AfterEach
    void forget() {
        LookedAt.noMore(memory);
    }

    @Test
    void namesAlone() {
        assertThat(asset("nodes { nodes { asset { id code name __typename } } }", "nodes.nodes[0].asset"))
                .containsEntry("code", "R1#a")
                .containsEntry("name", "来源项")
                .containsEntry("__typename", "DataField")
                .containsKey("id");
        assertThat(asset("ends { nodes { code name } }", "ends.nodes[0]"))
                .containsEntry("code", "R1#a")
                .containsEntry("name", "来源项");
    }

    @Test
    void theColumnTooByAFragment() {
        assertThat(asset(
                        "nodes { nodes { asset { name ... on DataField { physicalName } } } }", "nodes.nodes[0].asset"))
                .containsEntry("physicalName", "SOURCE_COL");
        assertThat(asset(
                        "nodes { edges { node { asset { name ... on DataField { physicalName } } } } }",
                        "nodes.edges[0].node.asset"))
                .containsEntry("physicalName", "SOURCE_COL");
        assertThat(asset("ends { nodes { name ... on DataField { physicalName } } }", "ends.nodes[0]"))
                .containsEntry("physicalName", "SOURCE_COL");
        assertThat(asset("ends { edges { node { ... on DataField { physicalName } } } }", "ends.edges[0].node"))
                .containsEntry("physicalName", "SOURCE_COL");
    }

    @Test
    void theColumnTooByANamedFragment() {
        assertThat(asset("nodes { nodes { asset { ...column } } }", "nodes.nodes[0].asset"))
                .containsEntry("physicalName", "SOURCE_COL");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> asset(String asked, String at) {
        var document = "{ lineage(of: {dataField: \"R2#b\"}, direction: UPSTREAM) { %s } }".formatted(asked);
        return api.document(asked.contains("...column") ? document + COLUMN : document)
                .execute()
                .path("lineage." + at)
                .entity(Map.class)
                .get();
    }
}
