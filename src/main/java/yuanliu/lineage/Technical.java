package yuanliu.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Kind;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;

/// What data only passes through: what the asker names, and what is called so.
@Component
class Technical {

    private final Neo4jClient graph;
    private final Starts starts;
    private final List<String> words;
    private final Statement technical;

    /// @param words what the name of a technical resource or system has in it
    Technical(
            Neo4jClient graph,
            Starts starts,
            CypherLibrary cypher,
            @Value("${yuanliu.lineage.technical:前置,中间库,缓冲,暂存,交换库}") List<String> words) {
        this.graph = graph;
        this.starts = starts;
        this.words = List.copyOf(words);
        this.technical = cypher.get("lineage/technical");
    }

    /// @param named    fields, or resources, forms, systems and departments with all of theirs
    /// @param byTheirNames whether what is called technical is folded too
    Folding.Folded of(Walk walk, Collection<Entity> named, boolean byTheirNames, LocalDate day) {
        var things = new HashSet<Owner>();
        for (var one : named) {
            var start = starts.of(one, day);
            start.fields().forEach(key -> things.add(new Owner(Kind.DATA_FIELD, key)));
            if (start.whole()) {
                things.addAll(start.owners());
            }
        }
        if (byTheirNames) {
            things.addAll(called(walk));
        }
        return new Folding.Folded(things);
    }

    private Set<Owner> called(Walk walk) {
        var resources = new ArrayList<String>();
        var forms = new ArrayList<String>();
        for (var step : walk.steps()) {
            for (var end : List.of(step.row().from(), step.row().to())) {
                switch (end.kind()) {
                    case DATA_RESOURCE -> resources.add(end.key());
                    case FORM -> forms.add(end.key());
                    default -> {}
                }
            }
        }
        return Set.copyOf(graph.query(technical.text())
                .bind(List.copyOf(walk.touched()))
                .to("fields")
                .bind(resources.stream().distinct().toList())
                .to("resources")
                .bind(forms.stream().distinct().toList())
                .to("forms")
                .bind(words)
                .to("words")
                .fetchAs(Owner.class)
                .mappedBy((types, row) -> new Owner(
                        Kind.labelled(row.get("label").asString()).orElseThrow(),
                        row.get("key").asString()))
                .all());
    }
}
