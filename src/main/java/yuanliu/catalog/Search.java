package yuanliu.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.driver.types.MapAccessor;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Codes;
import yuanliu.web.Window;

/// Finds things by what is written about them.
@Component
@Transactional(readOnly = true)
class Search {

    /// What can be searched for, those first that come first on ties.
    private static final List<Kind> SEARCHED = List.of(
            Kind.DATA_ELEMENT,
            Kind.DATA_RESOURCE,
            Kind.DATA_FIELD,
            Kind.FORM,
            Kind.INFORMATION_SYSTEM,
            Kind.DEPARTMENT);

    /// How many of what the indexes find best are read and put in order.
    private static final int BEST = 300;

    /// Of what has one name, how many are read and put in order at a time.
    private static final int BLOCK = 100;

    private final Neo4jClient graph;
    private final Statement exactly;
    private final Statement best;
    private final Statement rest;
    private final Statement counted;

    Search(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.exactly = cypher.get("catalog/found-exactly");
        this.best = cypher.get("catalog/found-best");
        this.rest = cypher.get("catalog/found-rest");
        this.counted = cypher.get("catalog/found-counted");
    }

    /// First what has the text as its code or name, then what the indexes find best for its words, then all else.
    ///
    /// @param namesAlone whether nothing of them is wanted but what they are called
    List<SearchHit> find(SearchText text, Set<Kind> kinds, Window window, boolean namesAlone) {
        var looked = new HashMap<>(looked(text, kinds));
        looked.put("namesAlone", namesAlone);
        var exact = Objects.requireNonNullElse(window.afterNumber(0), 0L);
        var part = Objects.requireNonNullElse(window.afterNumber(1), 0L);
        var hits = new ArrayList<SearchHit>();
        if (part == 0) {
            hits.addAll(exactly(looked, exact, window.oneMore()));
        }
        var most = window.oneMore() - hits.size();
        if (most > 0) {
            var place = new Place(exact + hits.size(), part);
            var found = best(looked, text, place, most);
            hits.addAll(found.hits());
            most -= found.hits().size();
            if (most > 0 && found.more()) {
                hits.addAll(rest(looked, found.nodes(), place, most));
            }
        }
        return hits;
    }

    long count(SearchText text, Set<Kind> kinds) {
        return graph.query(counted.text())
                .bindAll(looked(text, kinds))
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    private static Map<String, Object> looked(SearchText text, Set<Kind> kinds) {
        return Map.of(
                "words", text.words(),
                "key", Codes.key(text.text()),
                "plain", text.plain(),
                "labels",
                        SEARCHED.stream()
                                .filter(kinds::contains)
                                .map(Kind::label)
                                .toList());
    }

    /// Where the next thing stands.
    private static final class Place {

        private final long exact;
        private long part;

        Place(long exact, long part) {
            this.exact = exact;
            this.part = part;
        }

        SearchHit next(MapAccessor row) {
            part++;
            return SearchHit.from(row, exact, part);
        }
    }

    private List<SearchHit> exactly(Map<String, Object> looked, long skip, int most) {
        var place = new AtomicLong(skip);
        return List.copyOf(graph.query(exactly.text())
                .bindAll(looked)
                .bindAll(Map.of(
                        "block", BLOCK, "reach", (skip + most + BLOCK - 1) / BLOCK * BLOCK, "skip", skip, "most", most))
                .fetchAs(SearchHit.class)
                .mappedBy((types, row) -> SearchHit.from(row, place.incrementAndGet(), 0))
                .all());
    }

    /// @param nodes of all that are put in order
    /// @param more  whether the indexes may find others
    private record Best(List<Object> nodes, List<SearchHit> hits, boolean more) {}

    /// Several queries are met by what stands far down in one of them: so each is looked at whole.
    private Best best(Map<String, Object> looked, SearchText text, Place place, int most) {
        return graph.query(best.text())
                .bindAll(looked)
                .bindAll(Map.of(
                        "reach",
                        text.words().size() == 1 ? BEST : Integer.MAX_VALUE,
                        "runs",
                        text.longRuns(),
                        "typed",
                        text.mayBeInitials(),
                        "best",
                        BEST,
                        "skip",
                        place.part,
                        "most",
                        most))
                .fetchAs(Best.class)
                .mappedBy((types, row) -> new Best(
                        row.get("nodes").asList(),
                        row.get("hits").asList(place::next),
                        row.get("more").asBoolean()))
                .one()
                .orElseThrow();
    }

    private List<SearchHit> rest(Map<String, Object> looked, List<Object> told, Place place, int most) {
        return List.copyOf(graph.query(rest.text())
                .bindAll(looked)
                .bindAll(Map.of("told", told, "skip", Math.max(0, place.part - told.size()), "most", most))
                .fetchAs(SearchHit.class)
                .mappedBy((types, row) -> place.next(row))
                .all());
    }

    static Set<Kind> everyKind() {
        return Set.copyOf(SEARCHED);
    }
}
