package yuanliu.catalog;

import graphql.relay.Connection;
import graphql.relay.ConnectionCursor;
import graphql.relay.Edge;
import graphql.relay.PageInfo;
import java.util.List;
import yuanliu.web.Page;

/// What a search found: the nodes are the things themselves, the edges say how well each fits.
record SearchConnection(Page<SearchHit> hits) implements Connection<Entity> {

    @Override
    public List<Edge<Entity>> getEdges() {
        return hits.getEdges().stream()
                .map(edge -> (Edge<Entity>) new SearchEdge(edge.getCursor(), edge.getNode()))
                .toList();
    }

    @Override
    public PageInfo getPageInfo() {
        return hits.getPageInfo();
    }

    public List<Entity> getNodes() {
        return hits.getNodes().stream().map(SearchHit::entity).toList();
    }

    public int getTotalCount() {
        return hits.getTotalCount();
    }

    record SearchEdge(ConnectionCursor cursor, SearchHit hit) implements Edge<Entity> {

        @Override
        public ConnectionCursor getCursor() {
            return cursor;
        }

        @Override
        public Entity getNode() {
            return hit.entity();
        }

        public double getScore() {
            return hit.score();
        }

        public SearchMatch getMatched() {
            return hit.matched();
        }
    }
}
