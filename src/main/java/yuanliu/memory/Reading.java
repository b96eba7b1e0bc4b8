package yuanliu.memory;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.NotificationConfig;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.neo4j.Commits;

/// What the lineage in memory reads of the graph. It goes by the ids of nodes, which nobody else does: they are
/// numbers, and dense. They mean something only as long as their nodes are there; the product deletes none of these,
/// and whatever somebody else does is a reason to read all anew.
@Component
class Reading {

    private static final List<String> STATEMENTS = List.of(
            "departments",
            "systems",
            "resources",
            "resources-in-order",
            "forms",
            "fields",
            "fields-in-order",
            "derivations",
            "agreements",
            "counts",
            "head",
            "names",
            "nodes-of-fields",
            "nodes-of-forms",
            "nodes-of-resources",
            "nodes-of-units",
            "changes",
            "touched-owners",
            "touched-systems",
            "touched-agreements",
            "fields-of-owners",
            "sources-of",
            "agreements-of",
            "applications",
            "application-gone",
            "before-fields",
            "before-resources",
            "before-forms");
    private static final int FETCHED = 20_000;

    private final Driver driver;
    private final SessionConfig session;
    private final SessionConfig writer;
    private final Map<String, String> statements = new HashMap<>();

    Reading(
            Driver driver,
            CypherLibrary cypher,
            @org.springframework.beans.factory.annotation.Value("${spring.data.neo4j.database:neo4j}")
                    String database) {
        this.driver = driver;
        this.session = SessionConfig.builder()
                .withDatabase(database)
                .withDefaultAccessMode(AccessMode.READ)
                .withFetchSize(FETCHED)
                .withNotificationConfig(NotificationConfig.disableAllConfig())
                .build();
        this.writer = SessionConfig.builder()
                .withDatabase(database)
                .withNotificationConfig(NotificationConfig.disableAllConfig())
                .build();
        STATEMENTS.forEach(
                name -> statements.put(name, cypher.get("memory/" + name).text()));
    }

    /// Reads the rows of a statement, one after another.
    void each(String statement, Map<String, ?> parameters, Consumer<Record> row) {
        try (var reading = driver.session(session)) {
            reading.executeRead(transaction -> {
                transaction.run(text(statement), known(parameters)).forEachRemaining(row);
                return true;
            });
        }
    }

    /// As [#each(String, Map, Consumer)], where there are few rows: the statement is a transaction by itself, and is
    /// not
    /// tried again.
    void eachOfFew(String statement, Map<String, ?> parameters, Consumer<Record> row) {
        try (var reading = driver.session(session)) {
            reading.run(new Query(text(statement), Values.value(known(parameters))))
                    .forEachRemaining(row);
        }
    }

    List<Record> all(String statement, Map<String, ?> parameters) {
        try (var reading = driver.session(session)) {
            return reading.executeRead(transaction ->
                    transaction.run(text(statement), known(parameters)).list());
        }
    }

    /// How far the changes have come, and which transaction of the graph is its last.
    Head head() {
        try (var reading = driver.session(session)) {
            var last = reading.executeRead(transaction ->
                    transaction.run(text("head")).single().get("last").asLong());
            return new Head(last, Commits.last(reading.lastBookmarks()));
        }
    }

    /// Says that this application is there.
    ///
    /// @param key   its own
    /// @param alive for how long one counts that has said so
    /// @return how many others there are
    int others(String key, Duration alive) {
        var now = System.currentTimeMillis();
        try (var writing = driver.session(writer)) {
            return writing.executeWrite(transaction -> transaction
                    .run(text("applications"), Map.of("key", key, "now", now, "alive", now - alive.toMillis()))
                    .single()
                    .get("others")
                    .asInt());
        }
    }

    /// Makes known to the graph by which names the product writes; until it is, a write of ours looks like two.
    void makeNames() {
        try (var writing = driver.session(writer)) {
            writing.executeWriteWithoutResult(
                    transaction -> transaction.run(text("names")).consume());
        }
    }

    void gone(String key) {
        try (var writing = driver.session(writer)) {
            writing.executeWriteWithoutResult(transaction -> transaction
                    .run(text("application-gone"), Map.of("key", key))
                    .consume());
        }
    }

    /// @param change      the sequence of the last change
    /// @param transaction the number of the last transaction, where the graph tells it
    record Head(long change, OptionalLong transaction) {}

    private String text(String statement) {
        var text = statements.get(statement);
        if (text == null) {
            throw new IllegalArgumentException("No memory/%s among %s".formatted(statement, STATEMENTS));
        }
        return text;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> known(Map<String, ?> parameters) {
        return (Map<String, Object>) parameters;
    }

    static @Nullable String text(Value value) {
        return value.isNull() ? null : value.asString();
    }

    static @Nullable LocalDate day(Value value) {
        return value.isNull() ? null : value.asLocalDate();
    }

    static long node(Value value) {
        return value.isNull() ? -1 : value.asLong();
    }

    /// What has been changed that the lineage in memory rests on, by keys.
    record Changes(
            LinkedHashSet<String> owners,
            LinkedHashSet<String> fields,
            LinkedHashSet<String> agreements,
            LinkedHashSet<String> systems) {

        Changes() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        void add(Record row) {
            owners.addAll(row.get("owners").asList(Value::asString));
            fields.addAll(row.get("fields").asList(Value::asString));
            agreements.addAll(row.get("agreements").asList(Value::asString));
            systems.addAll(row.get("systems").asList(Value::asString));
        }

        int size() {
            return owners.size() + fields.size() + agreements.size() + systems.size();
        }
    }
}
