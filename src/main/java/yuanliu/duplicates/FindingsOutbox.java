package yuanliu.duplicates;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Cursor;
import yuanliu.web.Today;
import yuanliu.web.Window;
import yuanliu.webhook.Event;
import yuanliu.webhook.Rounds;
import yuanliu.webhook.Sent;
import yuanliu.webhook.Webhook;

/// Tells the receiver of the webhook what runs have found, in the order of the feed, a hundred at a time at most. How
/// far it was told stands in the graph: a restart forgets nothing, and what is tried again is the same event.
@Component
class FindingsOutbox implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FindingsOutbox.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 100;

    private final Neo4jClient graph;
    private final FindingsFeed feed;
    private final Webhook webhook;
    private final Statement told;
    private final Statement further;
    private final Rounds rounds =
            new Rounds("findings-outbox", PAUSE, this::empty, failure -> log.error("新检出的疑点未能推送,稍后再试", failure));

    FindingsOutbox(Neo4jClient graph, CypherLibrary cypher, FindingsFeed feed, Webhook webhook) {
        this.graph = graph;
        this.feed = feed;
        this.webhook = webhook;
        this.told = cypher.get("duplicates/told-findings");
        this.further = cypher.get("duplicates/told-further");
    }

    /// Nothing runs where nobody is to be told.
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (webhook.isConfigured()) {
            rounds.begin();
        }
    }

    /// Tells everything that is known by now, until something is not taken.
    synchronized void empty() {
        for (var goesOn = true; goesOn; ) {
            goesOn = tell(told());
        }
    }

    /// Whether there may be more to tell.
    private boolean tell(Told told) {
        if (told.deliverAfter() != null && told.deliverAfter().isAfter(OffsetDateTime.now(Today.ZONE))) {
            return false;
        }
        var page = feed.page(new Window(FindingsFeed.LIST, AT_ONCE, Optional.of(Cursor.at(told.last()))));
        var news = page.getNodes().stream()
                .filter(one -> told.upTo() == null || one.sequence() <= told.upTo())
                .toList();
        if (news.isEmpty()) {
            return false;
        }
        var upTo = news.getLast().sequence();
        var attempts = told.attempts() + 1;
        return switch (webhook.send(event(news, told.last(), upTo))) {
            case Sent.Taken taken -> {
                keep(upTo, null, 0, null, null);
                yield true;
            }
            case Sent.NotTaken refused -> refused(told, upTo, attempts, refused.problem());
        };
    }

    private boolean refused(Told told, long upTo, int attempts, String problem) {
        if (attempts < webhook.attempts()) {
            var next = OffsetDateTime.now(Today.ZONE).plus(webhook.waitAfter(attempts));
            keep(told.last(), upTo, attempts, next, problem);
            return false;
        }
        log.warn("新检出的疑点（序号 {} 之后至 {}）试发 {} 次未成，不再推送，可从 Atom 订阅补取：{}", told.last(), upTo, attempts, problem);
        keep(upTo, null, 0, null, problem);
        return true;
    }

    private Told told() {
        return graph.query(told.text())
                .fetchAs(Told.class)
                .mappedBy((types, row) -> Told.from(row))
                .one()
                .orElseThrow();
    }

    private void keep(
            long last,
            @Nullable Long upTo,
            int attempts,
            @Nullable OffsetDateTime deliverAfter,
            @Nullable String problem) {
        graph.query(further.text())
                .bind(last)
                .to("last")
                .bind(upTo)
                .to("upTo")
                .bind(attempts)
                .to("attempts")
                .bind(deliverAfter)
                .to("deliverAfter")
                .bind(problem)
                .to("problem")
                .run();
    }

    private static Event event(List<FindingsFeed.News> news, long after, long upTo) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("count", news.size());
        data.put("after", FindingsFeed.cursor(after));
        data.put("next", FindingsFeed.cursor(upTo));
        data.put("findings", news.stream().map(FindingsOutbox::told).toList());
        return new Event(
                "findings-%d-%d".formatted(after, upTo),
                "yuanliu.findings.detected",
                "findings",
                news.getLast().step().at(),
                data);
    }

    private static Map<String, @Nullable Object> told(FindingsFeed.News news) {
        var finding = news.finding();
        var one = new LinkedHashMap<String, @Nullable Object>();
        one.put("code", finding.code());
        one.put("name", finding.name());
        one.put("kind", finding.kind().name());
        one.put("band", finding.band().name());
        one.put("state", news.step().to().name());
        one.put("reason", news.step().reason());
        one.put("suggestion", finding.suggestion());
        one.put("at", news.step().at().toString());
        return one;
    }

    @Override
    public void close() {
        rounds.close();
    }

    /// @param last what was told already
    /// @param upTo what is being told, once it has been tried
    private record Told(
            long last,
            @Nullable Long upTo,
            int attempts,
            @Nullable OffsetDateTime deliverAfter) {

        static Told from(Record row) {
            return new Told(
                    row.get("last").asLong(),
                    row.get("upTo").isNull() ? null : row.get("upTo").asLong(),
                    row.get("attempts").asInt(),
                    row.get("deliverAfter").isNull()
                            ? null
                            : row.get("deliverAfter").asOffsetDateTime());
        }
    }
}
