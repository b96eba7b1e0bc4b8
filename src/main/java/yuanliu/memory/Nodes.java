package yuanliu.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Together;

/// Where things lie in the graph, for those who ask the memory of them.
@Component
public class Nodes {

    private final Reading reading;
    private final Together<String, Long> fields;
    private final Together<String, Long> resources;
    private final Together<String, Long> forms;
    private final Together<String, Long> units;

    Nodes(Reading reading, CypherLibrary cypher) {
        this.reading = reading;
        this.fields = together(cypher, "nodes-of-fields");
        this.resources = together(cypher, "nodes-of-resources");
        this.forms = together(cypher, "nodes-of-forms");
        this.units = together(cypher, "nodes-of-units");
    }

    /// The ids of the nodes of fields, by their keys; without those that are not there.
    public Map<String, Long> ofFields(Collection<String> keys) {
        return fields.ask(keys);
    }

    /// As [#ofFields(Collection)], of resources.
    public Map<String, Long> ofResources(Collection<String> keys) {
        return resources.ask(keys);
    }

    /// As [#ofFields(Collection)], of forms.
    public Map<String, Long> ofForms(Collection<String> keys) {
        return forms.ask(keys);
    }

    /// As [#ofFields(Collection)], of source units.
    public Map<String, Long> ofUnits(Collection<String> keys) {
        return units.ask(keys);
    }

    private Together<String, Long> together(CypherLibrary cypher, String statement) {
        return cypher.together(keys -> {
            var nodes = new HashMap<String, Long>();
            reading.eachOfFew(
                    statement,
                    Map.of("keys", List.copyOf(keys)),
                    row -> nodes.put(row.get("key").asString(), row.get("id").asLong()));
            return nodes;
        });
    }
}
