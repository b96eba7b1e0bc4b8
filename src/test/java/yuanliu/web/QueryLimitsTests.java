package yuanliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import yuanliu.AgainstNeo4j;
import yuanliu.StatementsSent;

class QueryLimitsTests extends AgainstNeo4j {

    private static final String ENDLESS =
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN count(a) AS none";

    @Autowired
    private Neo4jClient graph;

    @Autowired
    private Neo4jTransactionManager neo4j;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void whatIsNestedTooDeepIsRefusedBeforeAnythingIsRead() {
        var deep = "{ department(code: \"GA\") { %s code %s } }".formatted("parent { ".repeat(30), "}".repeat(30));

        assertRefused(deep, "嵌套");
    }

    @Test
    void whatAsksForTooMuchIsRefusedBeforeAnythingIsRead() {
        assertRefused("{ dataResources(first: 500) { nodes { fields(first: 500) { nodes { code name } } } } }", "上限");
        assertRefused(
                "query($n: Int) { dataResources(first: $n) { nodes { fields(first: $n) { nodes { code name } } } } }",
                "上限");
    }

    @Test
    void whatPeopleAskIsNotTooMuch() {
        ask().document("{ dataResources { nodes { code fields { nodes { code element { code name } } } } } }")
                .executeAndVerify();
    }

    @Test
    void aDocumentWithoutEndIsNotEvenParsed() {
        ask().document("{ a: __typename " + "b: __typename ".repeat(20_000) + "}")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).isNotEmpty());
    }

    /// The web server would break a question off without a word.
    @Test
    void theLongestReadingIsNotBrokenOffByTheWebServer(
            @Value("${spring.mvc.async.request-timeout}") Duration webServer) {
        assertThat(webServer).isGreaterThan(Duration.ofSeconds(1_200));
    }

    @Test
    void aReadThatTakesTooLongIsEnded() {
        var impatient = new TransactionTemplate(new ReadsInTime(neo4j, Duration.ofSeconds(1)));
        impatient.setReadOnly(true);
        var began = System.nanoTime();

        var failure = org.assertj.core.api.Assertions.catchThrowable(() -> impatient.execute(
                status -> graph.query(ENDLESS).fetchAs(Long.class).one().orElseThrow()));

        assertThat(failure).hasStackTraceContaining("TransactionTimedOut");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void everyReadHasTheLimit() {
        assertThat(transactions).isInstanceOf(ReadsInTime.class);
    }

    private void assertRefused(String document, String word) {
        var sent = StatementsSent.during(() -> ask().document(document)
                .variable("n", 500)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getMessage()).contains(word);
                    assertThat(error.getExtensions()).containsEntry("classification", "BAD_REQUEST");
                })));

        assertThat(sent).isEmpty();
    }
}
