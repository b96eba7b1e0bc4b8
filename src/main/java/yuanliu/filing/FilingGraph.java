package yuanliu.filing;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;

/// The graph as filing writes into it: in transactions that each leave it consistent.
@Component
class FilingGraph {

    private final Driver driver;
    private final CypherLibrary cypher;
    private Runnable afterEach = () -> {};

    FilingGraph(Driver driver, CypherLibrary cypher) {
        this.driver = driver;
        this.cypher = cypher;
    }

    /// What is done after each transaction; examples let the application die there.
    void afterEach(Runnable what) {
        afterEach = what;
    }

    List<Record> read(String statement, Map<String, ? extends @Nullable Object> parameters) {
        var text = cypher.get("filing/" + statement).text();
        try (var session = driver.session()) {
            return session.executeRead(
                    reading -> reading.run(text, known(parameters)).list());
        }
    }

    /// A statement of its own that is no part of what a package says.
    List<Record> written(String statement, Map<String, ? extends @Nullable Object> parameters) {
        var text = cypher.get("filing/" + statement).text();
        try (var session = driver.session()) {
            return session.executeWrite(
                    writing -> writing.run(text, known(parameters)).list());
        }
    }

    void write(Consumer<Writing> work) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(transaction -> work.accept(new Writing(transaction)));
        }
        afterEach.run();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> known(Map<String, ? extends @Nullable Object> parameters) {
        return (Map<String, Object>) parameters;
    }

    /// A transaction.
    final class Writing {

        private final TransactionContext transaction;

        private Writing(TransactionContext transaction) {
            this.transaction = transaction;
        }

        void run(String statement, String parameter, List<?> rows) {
            if (!rows.isEmpty()) {
                transaction
                        .run(cypher.get("filing/" + statement).text(), Map.of(parameter, rows))
                        .consume();
            }
        }

        List<Record> run(String statement, Map<String, ? extends @Nullable Object> parameters) {
            return transaction
                    .run(cypher.get("filing/" + statement).text(), known(parameters))
                    .list();
        }
    }
}
