package yuanliu.ownership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.TellingPage;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// Which designations hang on departments that are dissolved or merged (数源移交).
@Controller
class SourceHandovers {

    private final Neo4jClient graph;
    private final Today today;
    private final Statement handovers;

    SourceHandovers(Neo4jClient graph, Today today, CypherLibrary cypher) {
        this.graph = graph;
        this.today = today;
        this.handovers = cypher.get("ownership/handovers");
    }

    @QueryMapping
    HandoverPage sourceHandovers(
            @Argument @Nullable SourceHandoverFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var asked = filter == null ? SourceHandoverFilter.ALL : filter;
        var day = today.date();
        return new HandoverPage(page(asked, Window.of("sourceHandovers|" + asked, first, after), day), asked, day);
    }

    private Page<SourceHandover> page(SourceHandoverFilter asked, Window window, LocalDate day) {
        var shown = graph.query(handovers.text())
                .bind(day)
                .to("day")
                .bind(Codes.keyOrNull(asked.department()))
                .to("department")
                .bind(Codes.keyOrNull(asked.region()))
                .to("region")
                .bind(Codes.keyOrNull(asked.element()))
                .to("element")
                .bind(asked.handedOver())
                .to("carried")
                .bind(window.afterValue(0))
                .to("afterUnit")
                .bind(window.afterValue(1))
                .to("afterCode")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(Shown.class)
                .mappedBy((types, row) -> new Shown(
                        row.get("total").asLong(), row.get("handovers").asList(SourceHandover::from)))
                .one()
                .orElseThrow();
        return Page.of(
                window,
                shown.handovers(),
                shown.total(),
                handover ->
                        Cursor.at(handover.unit().code(), handover.designation().code()));
    }

    private record Shown(long total, List<SourceHandover> handovers) {}

    /// A page, and what it answers: the filter as asked, and of which day it tells.
    static final class HandoverPage extends TellingPage<SourceHandover> {

        private final SourceHandoverFilter filter;
        private final LocalDate asOf;

        HandoverPage(Page<SourceHandover> page, SourceHandoverFilter filter, LocalDate asOf) {
            super(page);
            this.filter = filter;
            this.asOf = asOf;
        }

        public SourceHandoverFilter getFilter() {
            return filter;
        }

        public LocalDate getAsOf() {
            return asOf;
        }
    }
}
