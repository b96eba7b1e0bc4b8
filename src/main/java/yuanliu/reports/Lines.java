package yuanliu.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;
import yuanliu.catalog.DepartmentLines;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;

/// Which departments are of one line (条线).
@Component
class Lines {

    private final Asking asking;
    private final Statement guides;

    Lines(Asking asking, CypherLibrary cypher) {
        this.asking = asking;
        this.guides = cypher.get("reports/guides");
    }

    /// By the key of each department, the one that stands for its line.
    Map<String, String> all() {
        var guided = new HashMap<String, List<String>>();
        asking.each(
                guides,
                Map.of(),
                row -> guided.put(row.get("key").asString(), row.get("guides").asList(Value::asString)));
        return DepartmentLines.of(guided);
    }
}
