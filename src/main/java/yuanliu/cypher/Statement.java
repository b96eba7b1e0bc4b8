package yuanliu.cypher;

import java.util.Map;
import java.util.function.Consumer;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;

/// A Cypher statement from a file.
///
/// @param name where it is kept, without the ending: `lineage/reached-upstream`
/// @param text what is sent to Neo4j, heading included
public record Statement(String name, String text) {

    /// Takes each row as it comes, and keeps none: there may be tens of millions.
    public void each(Neo4jClient graph, Map<String, Object> parameters, Consumer<Record> take) {
        graph.query(text)
                .bindAll(parameters)
                .fetchAs(Boolean.class)
                .mappedBy((types, row) -> {
                    take.accept(row);
                    return null;
                })
                .all();
    }

    @Override
    public String toString() {
        return name;
    }
}
