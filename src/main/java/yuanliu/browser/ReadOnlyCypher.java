package yuanliu.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Relationship;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import yuanliu.web.BadRequest;

/// Runs what somebody wrote in Cypher, and changes nothing by it. Neo4j Community knows no roles; but the server itself
/// refuses every write in a transaction that was begun for reading, and before that we let it plan the statement and
/// see that it is one that reads, and reads the graph alone (no files, no addresses, nobody's transactions).
@Component
class ReadOnlyCypher {

    private static final int MOST_ROWS = 1000;
    private static final List<String> ELSEWHERE = List.of("LoadCSV", "TerminateTransactions", "Terminate");

    private final Driver driver;
    private final Duration limit;

    ReadOnlyCypher(Driver driver, @Value("${yuanliu.cypher.timeout:30s}") Duration limit) {
        this.driver = driver;
        this.limit = limit;
    }

    /// @param more whether there are more rows than are told
    record Answer(List<String> columns, List<List<@Nullable Object>> rows, boolean more) {}

    /// @throws BadRequest when it would change anything, or cannot be run
    Answer run(String statement, Map<String, @Nullable Object> parameters) {
        var reading = SessionConfig.builder()
                .withDefaultAccessMode(AccessMode.READ)
                .withFetchSize(MOST_ROWS + 1L)
                .build();
        try (var session = driver.session(reading)) {
            refuseUnlessItReads(session.executeRead(
                    transaction -> {
                        var summary = transaction
                                .run("EXPLAIN " + statement, parameters)
                                .consume();
                        return new Planned(summary.queryType(), summary.hasPlan() ? summary.plan() : null);
                    },
                    TransactionConfig.builder().withTimeout(limit).build()));
            return session.executeRead(
                    transaction -> {
                        var result = transaction.run(statement, parameters);
                        var rows = new ArrayList<List<@Nullable Object>>();
                        while (rows.size() < MOST_ROWS && result.hasNext()) {
                            rows.add(result.next().values().stream()
                                    .map(value -> shown(value.asObject()))
                                    .toList());
                        }
                        return new Answer(result.keys(), rows, result.hasNext());
                    },
                    TransactionConfig.builder().withTimeout(limit).build());
        } catch (Neo4jException failure) {
            if (failure.code().startsWith("Neo.ClientError")) {
                throw new BadRequest(
                        failure.code().endsWith("AccessMode") ? refused() : "语句不能执行:" + failure.getMessage());
            }
            throw failure;
        }
    }

    private record Planned(QueryType type, @Nullable Plan plan) {}

    private static void refuseUnlessItReads(Planned planned) {
        if (planned.type() != QueryType.READ_ONLY || planned.plan() == null) {
            throw new BadRequest(refused());
        }
        if (ELSEWHERE.stream().anyMatch(operator -> has(planned.plan(), operator))) {
            throw new BadRequest("这里只读图谱:不能读文件或网址,不能终止他人的事务");
        }
    }

    private static String refused() {
        return "这里只读:语句会改动图谱,未执行";
    }

    private static boolean has(Plan plan, String operator) {
        return plan.operatorType().startsWith(operator)
                || plan.children().stream().anyMatch(child -> has(child, operator));
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Node node -> {
                var shown = new LinkedHashMap<String, @Nullable Object>();
                shown.put("labels", node.labels());
                shown.put("properties", shown(node.asMap()));
                yield shown;
            }
            case Relationship relationship -> {
                var shown = new LinkedHashMap<String, @Nullable Object>();
                shown.put("type", relationship.type());
                shown.put("properties", shown(relationship.asMap()));
                yield shown;
            }
            case Path path -> {
                var shown = new ArrayList<@Nullable Object>();
                shown.add(shown(path.start()));
                path.forEach(step -> {
                    shown.add(shown(step.relationship()));
                    shown.add(shown(step.end()));
                });
                yield shown;
            }
            case List<?> list -> {
                var shown = new ArrayList<@Nullable Object>();
                list.forEach(one -> shown.add(shown(one)));
                yield shown;
            }
            case Map<?, ?> map -> {
                var shown = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, one) -> shown.put(String.valueOf(key), shown(one)));
                yield shown;
            }
            case Number number -> number;
            case Boolean flag -> flag;
            default -> String.valueOf(value);
        };
    }
}
