package yuanliu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import yuanliu.neo4j.TestNeo4j;

/// The whole application before a real Neo4j, whose graph each class fills anew, or shares with others.
@YuanliuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AgainstNeo4j {

    @Autowired
    protected Driver driver;

    @Autowired
    private ExecutionGraphQlService graphQl;

    private boolean filled;

    /// What the graph has while the class's tests run.
    protected void fill() {
        run(text("graphs/small-city.cypher"));
    }

    /// What [#fill()] makes. A class that only reads may share it with others by the same name.
    protected String graph() {
        return getClass().getName();
    }

    @BeforeEach
    void fillOnce() {
        if (!filled) {
            if (!TestNeo4j.holds(graph())) {
                TestNeo4j.wipe(driver);
                fill();
                run("CALL db.awaitIndexes()");
                run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()");
                run("CALL db.prepareForReplanning()");
                TestNeo4j.filled(graph());
            }
            filled = true;
        }
    }

    protected List<Map<String, Object>> run(String cypher) {
        try (var session = driver.session()) {
            return session.run(cypher).list(row -> row.asMap());
        }
    }

    protected ExecutionGraphQlServiceTester ask() {
        return ExecutionGraphQlServiceTester.builder(graphQl)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    protected static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException(resource, failure);
        }
    }
}
