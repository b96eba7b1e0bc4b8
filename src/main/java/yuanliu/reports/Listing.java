package yuanliu.reports;

import graphql.relay.Connection;
import graphql.relay.Edge;
import graphql.relay.PageInfo;
import java.time.LocalDate;
import java.util.List;
import yuanliu.web.Page;

/// A page of a list, as of when it is, and what was asked.
public final class Listing<T> implements Connection<T> {

    private final Page<T> page;
    private final LocalDate asOf;
    private final List<ListFilter.Echo> filters;

    Listing(Page<T> page, LocalDate asOf, List<ListFilter.Echo> filters) {
        this.page = page;
        this.asOf = asOf;
        this.filters = filters;
    }

    @Override
    public List<Edge<T>> getEdges() {
        return page.getEdges();
    }

    @Override
    public PageInfo getPageInfo() {
        return page.getPageInfo();
    }

    public List<T> getNodes() {
        return page.getNodes();
    }

    public int getTotalCount() {
        return page.getTotalCount();
    }

    public LocalDate getAsOf() {
        return asOf;
    }

    public List<ListFilter.Echo> getFilters() {
        return filters;
    }
}
