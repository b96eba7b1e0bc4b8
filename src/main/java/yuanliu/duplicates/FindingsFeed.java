package yuanliu.duplicates;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// What runs have found, in the order in which it became known.
@Component
@Transactional(readOnly = true)
class FindingsFeed {

    static final String LIST = "findings.atom";

    private final Neo4jClient graph;
    private final Statement news;

    FindingsFeed(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.news = cypher.get("duplicates/news");
    }

    /// The oldest first: so whoever keeps the last cursor misses nothing and sees nothing twice.
    Page<News> page(Window window) {
        var read = List.copyOf(graph.query(news.text())
                .bind(window.after().isPresent() ? window.afterNumber(0) : Long.valueOf(0))
                .to("after")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(News.class)
                .mappedBy((types, row) -> News.from(row))
                .all());
        return Page.of(window, read, read.size(), one -> Cursor.at(one.sequence()));
    }

    /// Where somebody stands who knows all up to a step.
    static @Nullable String cursor(long sequence) {
        var window = new Window(LIST, 1, Optional.empty());
        return sequence == 0
                ? null
                : Page.of(window, List.of(sequence), 1, Cursor::at)
                        .getPageInfo()
                        .getEndCursor()
                        .getValue();
    }

    /// That a finding was found: for the first time, after it had been closed, or after its exemption had run out.
    record News(DuplicateFinding finding, FindingStep step, long sequence) {

        static News from(Record row) {
            return new News(
                    DuplicateFinding.from(row.get("finding")),
                    FindingStep.from(row.get("step")),
                    row.get("step").get("sequence").asLong());
        }
    }
}
