package yuanliu.reports;

import java.time.LocalDate;
import java.util.List;
import yuanliu.web.Page;
import yuanliu.web.TellingPage;

/// A page of a list, as of when it is, and what was asked.
public final class Listing<T> extends TellingPage<T> {

    private final LocalDate asOf;
    private final List<ListFilter.Echo> filters;

    Listing(Page<T> page, LocalDate asOf, List<ListFilter.Echo> filters) {
        super(page);
        this.asOf = asOf;
        this.filters = filters;
    }

    public LocalDate getAsOf() {
        return asOf;
    }

    public List<ListFilter.Echo> getFilters() {
        return filters;
    }
}
