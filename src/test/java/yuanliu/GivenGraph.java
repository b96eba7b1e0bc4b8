package yuanliu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureGraphQlTester;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A test that is given a graph in Cypher and asks the whole application. The graph is wiped before every example, so
/// the
/// server must be one of the tests' own.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@AutoConfigureGraphQlTester
public abstract class GivenGraph {

    @Autowired
    protected Neo4jClient graph;

    @Autowired
    protected GraphQlTester api;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("spring.neo4j.uri", () -> System.getenv("YUANLIU_TEST_NEO4J_URI"));
        properties.add("spring.neo4j.authentication.username", () -> System.getenv("YUANLIU_TEST_NEO4J_USERNAME"));
        properties.add("spring.neo4j.authentication.password", () -> System.getenv("YUANLIU_TEST_NEO4J_PASSWORD"));
        properties.add("yuanliu.demo", () -> false);
    }

    @BeforeEach
    void wipe() throws IOException {
        graph.query("MATCH (n) DETACH DELETE n").run();
        var keys = new ClassPathResource("cypher/migrations/V0001__keys_and_indexes.cypher")
                .getContentAsString(StandardCharsets.UTF_8);
        for (var statement : keys.split(";")) {
            if (!statement.isBlank()) {
                graph.query(statement).run();
            }
        }
    }

    protected void given(String cypher) {
        graph.query(cypher).run();
    }

    protected void given(String cypher, Map<String, @Nullable Object> parameters) {
        var asked = graph.query(cypher);
        parameters.forEach((name, value) -> asked.bind(value).to(name));
        asked.run();
    }
}
