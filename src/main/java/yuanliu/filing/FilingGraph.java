package yuanliu.filing;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionContext;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;

/// The graph as filing writes into it: in transactions that each leave it consistent.
@Component
final class FilingGraph implements Destination {

    /// The statements asked for by their whole name; the others are made of what [Named] says.
    private static final List<String> BY_NAME = List.of(
            "abandoned-filings",
            "anything-filed",
            "anything-there",
            "awaited-indexes",
            "bare",
            "called-departments",
            "changed-filing",
            "counted-fields",
            "department-parents",
            "derived-fields",
            "derived-forms",
            "derived-resources",
            "described-fields",
            "designated-units",
            "designations-of-elements",
            "fields-named-by-key",
            "fields-of-owners",
            "filed-derivations",
            "filed-fields",
            "filing",
            "filings",
            "graph-counts",
            "late-designation-departments",
            "late-designation-fields",
            "late-unit-regions",
            "left-lease",
            "linked-designation-departments",
            "linked-designation-fields",
            "linked-resource-libraries",
            "made-units",
            "named-fields",
            "new-filing",
            "new-form-fields",
            "new-resource-fields",
            "region-parents",
            "stale-element-fields",
            "stale-form-fields",
            "stale-resource-fields",
            "taken-lease",
            "undescribed-fields",
            "written-designations",
            "written-fields");

    private static final SessionConfig READING =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

    private final Driver driver;
    private final Map<String, Statement> statements = new HashMap<>();
    private Runnable afterEach = () -> {};

    FilingGraph(Driver driver, CypherLibrary cypher) {
        this.driver = driver;
        var names = new LinkedHashSet<>(BY_NAME);
        for (var things : Named.Things.values()) {
            names.add("filed-" + things.statements());
            if (things != Named.Things.AGREEMENT) {
                names.add("known-" + things.statements());
            }
            names.add("written-" + things.statements());
        }
        Named.BY_SHEET.values().stream().flatMap(List::stream).forEach(named -> {
            names.add("linked-" + named.linked());
            if (named.late()) {
                names.add("late-" + named.linked());
            }
        });
        names.forEach(name -> statements.put(name, cypher.get("filing/" + name)));
    }

    private String text(String name) {
        var statement = statements.get(name);
        if (statement == null) {
            throw new IllegalArgumentException("No filing/%s among %s".formatted(name, statements.keySet()));
        }
        return statement.text();
    }

    /// What is done after each transaction; examples let the application die there.
    void afterEach(Runnable what) {
        afterEach = what;
    }

    @Override
    public boolean isEmpty() {
        return !read("anything-there", Map.of()).getFirst().get("there").asBoolean();
    }

    @Override
    public List<Record> read(String statement, Map<String, ? extends @Nullable Object> parameters) {
        var text = text(statement);
        try (var session = driver.session()) {
            return session.executeRead(
                    reading -> reading.run(text, known(parameters)).list());
        }
    }

    /// For somebody who waits: where the server cannot be reached, that is said and not tried again.
    List<Record> readNow(String statement, Map<String, ? extends @Nullable Object> parameters) {
        try (var session = driver.session(READING)) {
            return session.run(text(statement), known(parameters)).list();
        }
    }

    /// A statement of its own that is no part of what a package says.
    List<Record> written(String statement, Map<String, ? extends @Nullable Object> parameters) {
        var text = text(statement);
        try (var session = driver.session()) {
            return session.executeWrite(
                    writing -> writing.run(text, known(parameters)).list());
        }
    }

    @Override
    public void write(Consumer<Destination.Writing> work) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(transaction -> work.accept(new Transaction(transaction)));
        }
        afterEach.run();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> known(Map<String, ? extends @Nullable Object> parameters) {
        return (Map<String, Object>) parameters;
    }

    /// A transaction.
    private final class Transaction implements Destination.Writing {

        private final TransactionContext transaction;

        private Transaction(TransactionContext transaction) {
            this.transaction = transaction;
        }

        @Override
        public void run(String statement, String parameter, List<?> rows) {
            if (!rows.isEmpty()) {
                transaction.run(text(statement), Map.of(parameter, rows)).consume();
            }
        }
    }
}
