package yuanliu.ownership;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;

/// Which fields come from which, a day's field lineage and what whole resources explain taken together.
@Component
@Transactional(readOnly = true)
class Origins {

    private final Neo4jClient graph;
    private final Statement sourcesOfFields;

    Origins(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.sourcesOfFields = cypher.get("ownership/sources-of-fields");
    }

    /// Everything upstream of some fields. Each field is visited once, level by level, so rings end and the number of
    /// statements is the length of the longest way.
    ///
    /// @param fields keys
    Upstream upstreamOf(Collection<String> fields, LocalDate day) {
        var users = new HashMap<String, Set<String>>();
        var seen = new HashSet<>(fields);
        Collection<String> frontier = new HashSet<>(fields);
        while (!frontier.isEmpty()) {
            var next = new LinkedHashSet<String>();
            for (var step : steps(frontier, day)) {
                users.computeIfAbsent(step.source(), source -> new HashSet<>()).add(step.user());
                if (seen.add(step.source())) {
                    next.add(step.source());
                }
            }
            frontier = next;
        }
        return new Upstream(users);
    }

    private Collection<Step> steps(Collection<String> fields, LocalDate day) {
        return graph.query(sourcesOfFields.text())
                .bind(List.copyOf(fields))
                .to("fields")
                .bind(day)
                .to("day")
                .fetchAs(Step.class)
                .mappedBy((types, row) ->
                        new Step(row.get("user").asString(), row.get("source").asString()))
                .all();
    }

    private record Step(String user, String source) {}

    /// What was found upstream.
    ///
    /// @param users by the key of a field, the keys of those derived from it
    record Upstream(Map<String, Set<String>> users) {

        /// The keys of what comes from any of some fields, those fields left out.
        Set<String> from(Set<String> sources) {
            var reached = new HashSet<String>();
            var open = new ArrayDeque<>(sources);
            while (!open.isEmpty()) {
                for (var user : users.getOrDefault(open.remove(), Set.of())) {
                    if (reached.add(user)) {
                        open.add(user);
                    }
                }
            }
            reached.removeAll(sources);
            return reached;
        }

        /// By each of some fields what is upstream of it.
        Map<String, Ledger.Drawn> drawn(Collection<String> fields) {
            var sources = new HashMap<String, Set<String>>();
            users.forEach((source, those) -> those.forEach(user ->
                    sources.computeIfAbsent(user, key -> new HashSet<>()).add(source)));
            var drawn = new HashMap<String, Ledger.Drawn>();
            for (var field : fields) {
                var seen = new HashSet<String>();
                var open = new ArrayDeque<>(sources.getOrDefault(field, Set.of()));
                while (!open.isEmpty()) {
                    var next = open.remove();
                    if (seen.add(next)) {
                        open.addAll(sources.getOrDefault(next, Set.of()));
                    }
                }
                seen.remove(field);
                var ends = new HashSet<>(seen);
                ends.removeIf(sources::containsKey);
                drawn.put(field, new Ledger.Drawn(seen, ends));
            }
            return drawn;
        }
    }
}
