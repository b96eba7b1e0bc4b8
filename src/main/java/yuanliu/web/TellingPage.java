package yuanliu.web;

import graphql.relay.Connection;
import graphql.relay.Edge;
import graphql.relay.PageInfo;
import java.util.List;

/// A page that tells more than a page does: of which day it is, what was asked. What that is, its kinds say.
public abstract class TellingPage<T> implements Connection<T> {

    private final Page<T> page;

    protected TellingPage(Page<T> page) {
        this.page = page;
    }

    @Override
    public final List<Edge<T>> getEdges() {
        return page.getEdges();
    }

    @Override
    public final PageInfo getPageInfo() {
        return page.getPageInfo();
    }

    public final List<T> getNodes() {
        return page.getNodes();
    }

    public int getTotalCount() {
        return page.getTotalCount();
    }
}
