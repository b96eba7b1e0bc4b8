package yuanliu.duplicates;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.understanding.Element;
import yuanliu.duplicates.understanding.Embeddings;
import yuanliu.duplicates.understanding.Nearness;
import yuanliu.duplicates.understanding.Teaching;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.duplicates.understanding.Vocabulary;
import yuanliu.ownership.Units;

/// How fields are understood today: by the elements and the decisions that are in the graph, and by the vocabulary,
/// which
/// is read anew when its files are newer, so that operators extend it while the application runs.
@Component
class Understandings {

    /// An element that somebody changed in Neo4j Browser counts after this time at the latest.
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final Neo4jClient graph;
    private final Units units;
    private final Path own;
    private final Statement elements;
    private final Statement mark;
    private final Statement decisions;
    private final Statement filedRoles;
    private final Statement filedNames;
    private final Statement unfiledNames;
    private final Optional<Embeddings> embeddings;
    private final double least;
    private @Nullable Kept kept;

    private record Kept(String mark, long nanos, Understanding understanding) {}

    Understandings(
            Neo4jClient graph,
            CypherLibrary cypher,
            Units units,
            @Value("${yuanliu.vocabulary.folder:#{null}}") @Nullable Path folder,
            @Value("${yuanliu.data:data}") Path data,
            Optional<Embeddings> embeddings,
            @Value("${yuanliu.embeddings.least:0.85}") double least) {
        this.embeddings = embeddings;
        this.least = least;
        this.unfiledNames = cypher.get("duplicates/unfiled-names");
        this.graph = graph;
        this.units = units;
        this.own = folder == null ? data.resolve("vocabulary") : folder;
        this.elements = cypher.get("duplicates/elements");
        this.mark = cypher.get("duplicates/elements-mark");
        this.filedNames = cypher.get("duplicates/filed-names");
        this.filedRoles = cypher.get("duplicates/filed-roles");
        this.decisions = cypher.get("duplicates/name-decisions");
    }

    /// As the graph and the vocabulary are now.
    Understanding anew() {
        var known = new ArrayList<Element>();
        graph.query(elements.text())
                .fetchAs(Element.class)
                .mappedBy((types, row) -> Element.from(row.get("element")))
                .all()
                .forEach(known::add);
        return new Understanding(known, Vocabulary.read(own), roles(), filed(), teaching(), nearness(known));
    }

    private @Nullable Nearness nearness(List<Element> known) {
        return embeddings
                .map(model -> new Nearness(
                        model,
                        least,
                        known,
                        graph.query(unfiledNames.text()).fetchAs(String.class).all()))
                .orElse(null);
    }

    /// As they were within the last moments, for questions that are to be answered at once.
    synchronized Understanding recent() {
        var now = mark();
        var last = kept;
        if (last != null && last.mark().equals(now) && System.nanoTime() - last.nanos() < OLDEST.toNanos()) {
            return last.understanding();
        }
        var understanding = anew();
        kept = new Kept(now, System.nanoTime(), understanding);
        return understanding;
    }

    private String mark() {
        return graph.query(mark.text()).fetchAs(String.class).one().orElse("") + "|" + Vocabulary.changed(own);
    }

    private Map<String, Map<String, Long>> filed() {
        var filed = new HashMap<String, Map<String, Long>>();
        for (var row : graph.query(filedNames.text()).fetch().all()) {
            filed.computeIfAbsent((String) row.get("name"), name -> new HashMap<>())
                    .merge((String) row.get("element"), (Long) row.get("fields"), Long::sum);
        }
        return filed;
    }

    /// The listed parts, and those that somebody filed.
    private Map<String, String> roles() {
        var roles = new HashMap<>(units.roles());
        graph.query(filedRoles.text()).fetchAs(String.class).all().forEach(role -> roles.putIfAbsent(role, role));
        return roles;
    }

    /// Where people said yes of one field and no of another of the same name, the name alone says nothing.
    private Teaching teaching() {
        var confirmed = new HashMap<String, Set<String>>();
        var rejected = new HashMap<String, Set<String>>();
        for (var row : graph.query(decisions.text()).fetch().all()) {
            var by = Boolean.TRUE.equals(row.get("confirmed")) ? confirmed : rejected;
            by.computeIfAbsent((String) row.get("name"), name -> new HashSet<>())
                    .add((String) row.get("element"));
        }
        confirmed.forEach((name, elements) -> {
            var both = new HashSet<>(rejected.getOrDefault(name, Set.of()));
            both.retainAll(elements);
            elements.removeAll(both);
            rejected.getOrDefault(name, new HashSet<>()).removeAll(both);
        });
        return new Teaching(Map.copyOf(confirmed), Map.copyOf(rejected));
    }
}
