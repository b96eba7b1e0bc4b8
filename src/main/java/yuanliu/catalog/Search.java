package yuanliu.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Codes;
import yuanliu.web.Page;
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

    private final Neo4jClient graph;
    private final Statement found;
    private final Statement counted;

    Search(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.found = cypher.get("catalog/found");
        this.counted = cypher.get("catalog/found-counted");
    }

    Page<SearchHit> find(SearchText text, Set<Kind> kinds, Window window) {
        var looked = new HashMap<String, Object>();
        looked.put("words", text.words());
        looked.put("key", Codes.key(text.text()));
        looked.put(
                "labels",
                SEARCHED.stream().filter(kinds::contains).map(Kind::label).toList());
        var hits = List.copyOf(graph.query(found.text())
                .bindAll(looked)
                .bindAll(begins(window))
                .bind(text.plain())
                .to("plain")
                .bind(window.oneMore())
                .to("most")
                .fetchAs(SearchHit.class)
                .mappedBy((types, row) -> SearchHit.from(row))
                .all());
        var total = graph.query(counted.text())
                .bindAll(looked)
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
        return Page.of(window, hits, total, SearchHit::place);
    }

    static Set<Kind> everyKind() {
        return Set.copyOf(SEARCHED);
    }

    /// Null is a value that Neo4j takes, which the signature of its client does not say.
    @SuppressWarnings("NullAway")
    private static Map<String, Object> begins(Window window) {
        var begins = new HashMap<String, Object>();
        begins.put("afterScore", window.afterDecimal(0));
        begins.put("afterRank", window.afterNumber(1));
        begins.put("afterCode", window.afterValue(2));
        return begins;
    }
}
