package yuanliu;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.graphql.test.tester.GraphQlTester;
import yuanliu.neo4j.TestNeo4j;

/// A test that is given a graph in Cypher and asks the whole application. The graph is wiped before
/// every example, so the server must be one of the tests' own.
@YuanliuTest
public abstract class GivenGraph {

    @Autowired
    protected Neo4jClient graph;

    @Autowired
    protected GraphQlTester api;

    @Autowired
    private Driver driver;

    @BeforeEach
    void wipe() {
        TestNeo4j.wipe(driver);
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
