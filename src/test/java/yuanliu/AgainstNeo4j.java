package yuanliu;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole application before a real Neo4j, whose graph each class fills anew.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AgainstNeo4j {

    private static final String LABELS = "Department|InformationSystem|DataResource|DataField|DataElement|Form";

    @Autowired
    protected Driver driver;

    @Autowired
    private ExecutionGraphQlService graphQl;

    private boolean filled;

    @DynamicPropertySource
    static void neo4j(DynamicPropertyRegistry properties) {
        properties.add("spring.neo4j.uri", () -> System.getenv("YUANLIU_TEST_NEO4J_URI"));
        properties.add(
                "spring.neo4j.authentication.username",
                () -> requireNonNullElse(System.getenv("YUANLIU_TEST_NEO4J_USERNAME"), "neo4j"));
        properties.add("spring.neo4j.authentication.password", () -> System.getenv("YUANLIU_TEST_NEO4J_PASSWORD"));
    }

    /// What the graph has while the class's tests run.
    protected void fill() {
        run(text("graphs/small-city.cypher"));
    }

    @BeforeEach
    void fillOnce() {
        if (!filled) {
            run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS");
            for (var statement :
                    text("cypher/migrations/V0001__keys_and_indexes.cypher").split(";")) {
                if (!statement.isBlank()) {
                    run(statement);
                }
            }
            index("search", "searchText", "cjk");
            index("initials", "searchInitials", "standard-no-stop-words");
            fill();
            run("CALL db.awaitIndexes()");
            run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()");
            run("CALL db.prepareForReplanning()");
            filled = true;
        }
    }

    private void index(String name, String property, String analyzer) {
        run(
                "CREATE FULLTEXT INDEX %s IF NOT EXISTS FOR (n:%s) ON EACH [n.%s] OPTIONS {indexConfig: {`fulltext.analyzer`: '%s'}}"
                        .formatted(name, LABELS, property, analyzer));
    }

    protected List<Map<String, Object>> run(String cypher) {
        try (var session = driver.session()) {
            return session.run(cypher).list(row -> row.asMap());
        }
    }

    protected ExecutionGraphQlServiceTester ask() {
        return ExecutionGraphQlServiceTester.create(graphQl);
    }

    protected static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException(resource, failure);
        }
    }
}
