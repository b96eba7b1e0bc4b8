package yuanliu.catalog;

import graphql.relay.ConnectionCursor;
import graphql.relay.PageInfo;
import java.util.List;
import yuanliu.web.Page;

/// What a search found: the nodes are the things themselves, the edges say how well each fits.
record SearchConnection(List<SearchEdge> edges, PageInfo pageInfo, int totalCount) {

    static SearchConnection of(Page<SearchHit> hits) {
        var edges = hits.getEdges().stream()
                .map(edge -> SearchEdge.of(edge.getCursor(), edge.getNode()))
                .toList();
        return new SearchConnection(edges, hits.getPageInfo(), hits.getTotalCount());
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
