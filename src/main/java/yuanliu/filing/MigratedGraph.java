package yuanliu.filing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// What the migrations make of an empty graph: constraints, indexes, and what they wrote down of themselves.
///
/// To a graph that was imported all of this is given at once. The migrations themselves would have Neo4j read the graph
/// again for each of the indexes, those among them that a later migration drops.
///
/// @param indexes       as transactions, each a list of statements
/// @param nodes         {labels, properties}
/// @param relationships {from, type, to, properties}: the ends are places among the nodes
record MigratedGraph(
        List<Made> constraints,
        List<List<Made>> indexes,
        List<Map<String, Object>> nodes,
        List<Map<String, Object>> relationships) {

    /// Neo4j fills as many indexes beside each other, be they of constraints or not.
    private static final int AT_ONCE = 2;

    private static final long PAUSE_MILLISECONDS = 500;

    /// A constraint or an index.
    ///
    /// @param of the labels or types that it is of
    record Made(List<String> of, String statement) {

        private static Made from(Record row) {
            return new Made(
                    row.get("labelsOrTypes").asList(Value::asString),
                    row.get("createStatement").asString());
        }

        private long size(Map<String, Long> counts) {
            return MigratedGraph.size(of, counts);
        }
    }

    /// @param graph a graph in which nothing but the migrations was
    static MigratedGraph read(FilingGraph graph) {
        var places = new HashMap<String, Integer>();
        var nodes = new ArrayList<Map<String, Object>>();
        for (var row : graph.read("migrated-nodes", Map.of())) {
            places.put(row.get("id").asString(), nodes.size());
            nodes.add(Map.of("labels", row.get("labels"), "properties", row.get("properties")));
        }
        var relationships = new ArrayList<Map<String, Object>>();
        for (var row : graph.read("migrated-relationships", Map.of())) {
            relationships.add(Map.of(
                    "from", Objects.requireNonNull(places.get(row.get("from").asString())),
                    "type", row.get("type"),
                    "to", Objects.requireNonNull(places.get(row.get("to").asString())),
                    "properties", row.get("properties")));
        }
        var constraints = graph.read("schema-constraints", Map.of()).stream()
                .map(Made::from)
                .toList();
        return new MigratedGraph(constraints, transactions(graph), nodes, relationships);
    }

    /// The indexes of one transaction are filled by one thread, in one reading of the graph. Full-text indexes take the
    /// most time by far: so they are dealt out, and all others go with the first, that of initials.
    private static List<List<Made>> transactions(FilingGraph graph) {
        var transactions = Stream.generate(ArrayList<Made>::new).limit(AT_ONCE).toList();
        var dealt = 0;
        for (var row : graph.read("schema-indexes", Map.of())) {
            var to = row.get("fulltext").asBoolean() ? dealt++ % AT_ONCE : 0;
            transactions.get(to).add(Made.from(row));
        }
        return List.copyOf(transactions);
    }

    /// Makes all of it in a graph that has none of it.
    ///
    /// @param counts   how many nodes there are of a label, and relationships of a type
    /// @param progress is told again and again how much of the whole is done
    void make(Driver driver, FilingGraph graph, Map<String, Long> counts, DoubleConsumer progress)
            throws InterruptedException {
        graph.written("written-migrations", Map.of("nodes", nodes, "relationships", relationships));
        constrain(driver, counts, () -> tell(graph, counts, progress));
        indexes.forEach(some -> run(driver, some));
        while (!tell(graph, counts, progress)) {
            Thread.sleep(PAUSE_MILLISECONDS);
        }
    }

    /// A constraint is a transaction that waits until its own index is filled. The greatest come first: so that what is
    /// left at the end is little. Two on one label would wait for each other's lock on it.
    private void constrain(Driver driver, Map<String, Long> counts, Runnable meanwhile) throws InterruptedException {
        try (var sessions = Executors.newFixedThreadPool(AT_ONCE)) {
            var making = constraints.stream().collect(Collectors.groupingBy(Made::of)).entrySet().stream()
                    .sorted(Comparator.comparingLong(of -> -size(of.getKey(), counts)))
                    .map(of -> sessions.submit(() -> of.getValue().forEach(one -> run(driver, List.of(one)))))
                    .toList();
            try {
                for (var one : making) {
                    while (!isMade(one)) {
                        meanwhile.run();
                    }
                }
            } finally {
                sessions.shutdownNow();
            }
        }
    }

    private static boolean isMade(Future<?> one) throws InterruptedException {
        try {
            one.get(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failed) {
            throw new NotLoadable(
                    "SCHEMA_FAILED",
                    "约束未能建立:%s"
                            .formatted(Objects.requireNonNull(failed.getCause()).getMessage()));
        }
    }

    private static void run(Driver driver, List<Made> some) {
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            some.forEach(one -> transaction.run(one.statement).consume());
            transaction.commit();
        }
    }

    /// What an index has come to counts by how much there is of what it is of.
    ///
    /// @return whether all that are there are filled
    private boolean tell(FilingGraph graph, Map<String, Long> counts, DoubleConsumer progress) {
        var filled = 0.0;
        var all = true;
        for (var row : graph.read("index-states", Map.of())) {
            var state = row.get("state").asString();
            if (state.equals("FAILED")) {
                throw new NotLoadable(
                        "SCHEMA_FAILED",
                        "索引 %s 未能建立:%s"
                                .formatted(
                                        row.get("name").asString(),
                                        row.get("failureMessage").asString()));
            }
            all &= state.equals("ONLINE");
            if (!row.get("labelsOrTypes").isNull()) {
                filled += size(row.get("labelsOrTypes").asList(Value::asString), counts)
                        * row.get("populationPercent").asDouble()
                        / 100;
            }
        }
        var whole = Stream.concat(constraints.stream(), indexes.stream().flatMap(List::stream))
                .mapToLong(one -> one.size(counts))
                .sum();
        progress.accept(whole == 0 ? 1 : Math.min(1, filled / whole));
        return all;
    }

    /// How many of these labels, or of these types, there are.
    private static long size(List<String> labelsOrTypes, Map<String, Long> counts) {
        return labelsOrTypes.stream()
                .mapToLong(of ->
                        counts.getOrDefault("(:%s)".formatted(of), 0L) + counts.getOrDefault("[:%s]".formatted(of), 0L))
                .sum();
    }
}
