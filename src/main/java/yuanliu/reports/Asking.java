package yuanliu.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.Statement;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// Puts the statements of the lists to the graph.
@Component
@Transactional(readOnly = true)
class Asking {

    private final Neo4jClient graph;
    private final Today today;

    Asking(Neo4jClient graph, Today today) {
        this.graph = graph;
        this.today = today;
    }

    /// Of a list, what `$after` and `$limit` make its window.
    <R> List<R> window(
            Statement statement,
            ListFilter filter,
            Window window,
            Map<String, ? extends @Nullable Object> more,
            Function<Record, R> row) {
        var parameters = parameters(filter, more);
        parameters.put("after", window.afterValue(0));
        parameters.put("limit", window.oneMore());
        return rows(statement, parameters, row);
    }

    /// What a statement returns as `total`.
    long total(Statement statement, ListFilter filter, Map<String, ? extends @Nullable Object> more) {
        return rows(statement, parameters(filter, more), row -> row.get("total").asLong())
                .getFirst();
    }

    <R> List<R> rows(Statement statement, Map<String, ? extends @Nullable Object> parameters, Function<Record, R> row) {
        return List.copyOf(graph
                .query(statement.text())
                .bindAll(unlinked(parameters))
                .fetchAs(Object.class)
                .mappedBy((types, record) -> (Object) row.apply(record))
                .all()
                .stream()
                .map(Asking::<R>cast)
                .toList());
    }

    void each(Statement statement, Map<String, ? extends @Nullable Object> parameters, Consumer<Record> taken) {
        graph.query(statement.text())
                .bindAll(unlinked(parameters))
                .fetchAs(Boolean.class)
                .mappedBy((types, record) -> {
                    taken.accept(record);
                    return null;
                })
                .all();
    }

    private Map<String, @Nullable Object> parameters(ListFilter filter, Map<String, ? extends @Nullable Object> more) {
        var parameters = new HashMap<String, @Nullable Object>(filter.parameters());
        parameters.put("day", today.date());
        parameters.putAll(more);
        return parameters;
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private static Map<String, Object> unlinked(Map<String, ? extends @Nullable Object> parameters) {
        return (Map<String, Object>) parameters;
    }

    @SuppressWarnings("unchecked")
    private static <R> R cast(Object row) {
        return (R) row;
    }
}
