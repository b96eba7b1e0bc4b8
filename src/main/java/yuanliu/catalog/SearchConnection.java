package yuanliu.catalog;

import graphql.relay.ConnectionCursor;
import graphql.relay.PageInfo;
import java.util.List;
import java.util.Set;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// What a search found: the nodes are the things themselves, the edges say how well each fits. How many there are in
/// all is counted when somebody asks: a word of a nation is in millions.
record SearchConnection(SearchText text, Set<Kind> kinds, List<SearchEdge> edges, PageInfo pageInfo) {

    static SearchConnection of(SearchText text, Set<Kind> kinds, Window window, List<SearchHit> hits) {
        var page = Page.of(window, hits, hits.size(), SearchHit::place);
        var edges = page.getEdges().stream()
                .map(edge -> SearchEdge.of(edge.getCursor(), edge.getNode()))
                .toList();
        return new SearchConnection(text, kinds, edges, page.getPageInfo());
    }

    public List<Entity> getNodes() {
        return edges.stream().map(SearchEdge::node).toList();
    }

    record SearchEdge(ConnectionCursor cursor, Entity node, double score, SearchMatch matched) {

        static SearchEdge of(ConnectionCursor cursor, SearchHit hit) {
            return new SearchEdge(cursor, hit.entity(), hit.score(), hit.matched());
        }
    }
}
