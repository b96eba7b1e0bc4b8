package yuanliu.standards;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import yuanliu.catalog.DataElement;
import yuanliu.catalog.Department;
import yuanliu.catalog.Region;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.TellingPage;
import yuanliu.web.Today;
import yuanliu.web.Window;

@Controller
class ConformanceController {

    private final Conformances conformances;
    private final Today today;

    ConformanceController(Conformances conformances, Today today) {
        this.conformances = conformances;
        this.today = today;
    }

    @QueryMapping
    Conforming<FieldConformance> standardConformance(
            @Argument @Nullable ConformanceFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var which = filter == null ? ConformanceFilter.ALL : filter;
        var window = Window.of("standardConformance|" + which.asked(), first, after);
        var page = Page.of(
                window,
                conformances.page(which, window),
                0,
                conformance -> Cursor.at(conformance.field().code()));
        return new Conforming<>(page, () -> conformances.count(which), today.date(), which.asked());
    }

    @QueryMapping
    Conforming<ConformanceSummary> conformanceSummary(
            @Argument @Nullable ConformanceScope filter,
            @Argument SummaryBy by,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var which = filter == null ? ConformanceScope.ALL : filter;
        var window = Window.of("conformanceSummary|%s|%s".formatted(which, by), first, after);
        var rows = conformances.summary(which, by);
        var page = Page.cut(window, rows, row -> Cursor.at(Objects.requireNonNullElse(row.code(), "")));
        return new Conforming<>(page, rows::size, today.date(), which);
    }

    @BatchMapping(typeName = "ConformanceSummary", field = "department")
    Map<ConformanceSummary, Department> department(List<ConformanceSummary> rows) {
        return groups(rows, SummaryBy.DEPARTMENT, Department::from);
    }

    @BatchMapping(typeName = "ConformanceSummary", field = "element")
    Map<ConformanceSummary, DataElement> element(List<ConformanceSummary> rows) {
        return groups(rows, SummaryBy.ELEMENT, DataElement::from);
    }

    @BatchMapping(typeName = "ConformanceSummary", field = "region")
    Map<ConformanceSummary, Region> region(List<ConformanceSummary> rows) {
        return groups(rows, SummaryBy.REGION, Region::from);
    }

    private <T> Map<ConformanceSummary, T> groups(
            List<ConformanceSummary> rows, SummaryBy by, Function<Value, T> reader) {
        var keys = rows.stream()
                .filter(row -> row.by() == by)
                .map(ConformanceSummary::code)
                .filter(Objects::nonNull)
                .toList();
        var found = keys.isEmpty() ? Map.<String, T>of() : conformances.groups(by, keys, reader);
        var things = new HashMap<ConformanceSummary, T>();
        rows.forEach(row -> {
            var thing = row.code() == null ? null : found.get(row.code());
            if (thing != null) {
                things.put(row, thing);
            }
        });
        return things;
    }

    /// A page, the day for which it was judged, and how the question was understood. How many there are is counted when
    /// it is asked for: of the whole nation that takes longer than the page.
    static final class Conforming<T> extends TellingPage<T> {

        private final LongSupplier total;
        private final LocalDate asOf;
        private final Object asked;

        Conforming(Page<T> page, LongSupplier total, LocalDate asOf, Object asked) {
            super(page);
            this.total = total;
            this.asOf = asOf;
            this.asked = asked;
        }

        @Override
        public int getTotalCount() {
            return Math.toIntExact(total.getAsLong());
        }

        public LocalDate getAsOf() {
            return asOf;
        }

        public Object getAsked() {
            return asked;
        }
    }
}
