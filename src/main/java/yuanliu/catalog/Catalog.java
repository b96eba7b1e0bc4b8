package yuanliu.catalog;

import java.util.Optional;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.NotThere;

/// Finds the things of the catalogue by what people call them.
@Component
@Transactional(readOnly = true)
public class Catalog {

    private final Neo4jClient graph;
    private final Statement named;

    public Catalog(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.named = cypher.get("catalog/named");
    }

    public Optional<Entity> find(Kind kind, String key) {
        return graph.query(named.text())
                .bind(kind.label())
                .to("label")
                .bind(key)
                .to("key")
                .fetchAs(Entity.class)
                .mappedBy((types, row) -> kind.read(row.get("thing")))
                .one();
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
