package yuanliu.duplicates;

import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.understanding.Element;
import yuanliu.duplicates.understanding.Teaching;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.duplicates.understanding.Vocabulary;
import yuanliu.ownership.Units;

/// How fields are understood today: by the elements and the decisions that are in the graph, and by the vocabulary,
/// which
/// is read anew each time so that operators extend it while the application runs.
@Component
class Understandings {

    private final Neo4jClient graph;
    private final Units units;
    private final Path own;
    private final Statement elements;

    Understandings(
            Neo4jClient graph,
            CypherLibrary cypher,
            Units units,
            @Value("${yuanliu.vocabulary.folder:#{null}}") @Nullable Path folder,
            @Value("${yuanliu.data:data}") Path data) {
        this.graph = graph;
        this.units = units;
        this.own = folder == null ? data.resolve("vocabulary") : folder;
        this.elements = cypher.get("duplicates/elements");
    }

    Understanding today() {
        var known = new ArrayList<Element>();
        graph.query(elements.text())
                .fetchAs(Element.class)
                .mappedBy((types, row) -> Element.from(row.get("element")))
                .all()
                .forEach(known::add);
        return new Understanding(known, Vocabulary.read(own), units.roles(), Teaching.NONE);
    }
}
