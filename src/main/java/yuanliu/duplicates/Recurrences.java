package yuanliu.duplicates;

import java.util.List;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// What was closed and came back.
@Component
@Transactional(readOnly = true)
class Recurrences {

    private final Neo4jClient graph;
    private final Statement recurrences;

    Recurrences(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.recurrences = cypher.get("duplicates/recurrences");
    }

    /// The latest first.
    Page<Recurrence> page(Window window) {
        var shown = graph.query(recurrences.text())
                .bind(window.afterNumber(0))
                .to("afterSequence")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(Shown.class)
                .mappedBy((types, row) -> new Shown(
                        row.get("total").asLong(), row.get("recurrences").asList(Recurrence::from)))
                .one()
                .orElseThrow();
        return Page.of(window, shown.recurrences(), shown.total(), one -> Cursor.at(one.sequence()));
    }

    private record Shown(long total, List<Recurrence> recurrences) {}
}
