package yuanliu.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Where things lie in the graph, for those who ask the memory of them.
@Component
public class Nodes {

    private final Reading reading;

    Nodes(Reading reading) {
        this.reading = reading;
    }

    /// The ids of the nodes of fields, by their keys; without those that are not there.
    public Map<String, Long> ofFields(Collection<String> keys) {
        return of("nodes-of-fields", keys);
    }

    /// As [#ofFields(Collection)], of resources.
    public Map<String, Long> ofResources(Collection<String> keys) {
        return of("nodes-of-resources", keys);
    }

    /// As [#ofFields(Collection)], of forms.
    public Map<String, Long> ofForms(Collection<String> keys) {
        return of("nodes-of-forms", keys);
    }

    /// As [#ofFields(Collection)], of source units.
    public Map<String, Long> ofUnits(Collection<String> keys) {
        return of("nodes-of-units", keys);
    }

    private Map<String, Long> of(String statement, Collection<String> keys) {
        var nodes = new HashMap<String, Long>();
        if (!keys.isEmpty()) {
            reading.each(
                    statement,
                    Map.of("keys", List.copyOf(keys)),
                    row -> nodes.put(row.get("key").asString(), row.get("id").asLong()));
        }
        return nodes;
    }
}
