package yuanliu.catalog;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.cypher.Together;
import yuanliu.web.NotThere;

/// Finds the things of the catalogue by what people call them.
@Component
@Transactional(readOnly = true)
public class Catalog {

    private final Neo4jClient graph;
    private final Statement things;
    private final Map<Kind, Together<String, Entity>> byKey = new EnumMap<>(Kind.class);

    public Catalog(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.things = cypher.get("catalog/things");
        for (var kind : Kind.values()) {
            byKey.put(kind, cypher.together(keys -> read(kind, keys)));
        }
    }

    public Optional<Entity> find(Kind kind, String key) {
        return Optional.ofNullable(find(kind, List.of(key)).get(key));
    }

    /// Things of one kind by their keys; what is not there is left out.
    public Map<String, Entity> find(Kind kind, Collection<String> keys) {
        return Objects.requireNonNull(byKey.get(kind)).ask(keys);
    }

    private Map<String, Entity> read(Kind kind, Collection<String> keys) {
        var found = new HashMap<String, Entity>();
        graph.query(things.text())
                .bind(kind.label())
                .to("label")
                .bind(List.copyOf(keys))
                .to("keys")
                .fetchAs(Entity.class)
                .mappedBy((types, row) -> {
                    var thing = kind.read(row.get("thing"));
                    found.put(row.get("key").asString(), thing);
                    return thing;
                })
                .all();
        return found;
    }

    public Optional<Entity> find(EntityRef ref) {
        return ref.named().flatMap(named -> find(named.kind(), named.key()));
    }

    /// What a question is put to.
    ///
    /// @param argument the argument's name, for the error
    /// @throws NotThere when nothing is called that
    public Entity get(EntityRef ref, String argument) {
        return find(ref).orElseThrow(() -> new NotThere(argument, ref.asked()));
    }
}
