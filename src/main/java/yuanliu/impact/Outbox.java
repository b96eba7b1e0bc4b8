package yuanliu.impact;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Today;
import yuanliu.webhook.Event;
import yuanliu.webhook.Rounds;
import yuanliu.webhook.Sent;
import yuanliu.webhook.Webhook;

/// Sends issued notices out, each until it is taken or given up. What is still to be sent stands in the graph, so that
/// a restart forgets none; a notice may then be sent twice, under the same id.
@Component
class Outbox implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 20;

    private final Neo4jClient graph;
    private final Webhook webhook;
    private final Statement undelivered;
    private final Statement delivered;
    private final Rounds rounds =
            new Rounds("outbox", PAUSE, this::empty, failure -> log.error("告知未能发出,稍后再试", failure));

    Outbox(Neo4jClient graph, CypherLibrary cypher, Webhook webhook) {
        this.graph = graph;
        this.webhook = webhook;
        this.undelivered = cypher.get("impact/undelivered-notices");
        this.delivered = cypher.get("impact/delivered-notice");
    }

    /// Nothing runs where nobody is to be told.
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (webhook.isConfigured()) {
            rounds.begin();
        }
    }

    /// Tries everything that is to be sent by now, once.
    synchronized void empty() {
        for (var notice : waiting()) {
            var attempts = 1 + Objects.requireNonNull(notice.delivery()).attempts();
            switch (webhook.send(event(notice))) {
                case Sent.Taken taken -> keep(notice, Notice.Delivery.State.DELIVERED, attempts, null, null);
                case Sent.NotTaken refused -> failed(notice, attempts, refused.problem());
            }
        }
    }

    private void failed(Notice notice, int attempts, String problem) {
        if (attempts < webhook.attempts()) {
            var next = OffsetDateTime.now(Today.ZONE).plus(webhook.waitAfter(attempts));
            keep(notice, Notice.Delivery.State.PENDING, attempts, next, problem);
        } else {
            log.warn("告知 {} 试发 {} 次未成,不再发送:{}", notice.code(), attempts, problem);
            keep(notice, Notice.Delivery.State.FAILED, attempts, null, problem);
        }
    }

    private List<Notice> waiting() {
        return List.copyOf(graph.query(undelivered.text())
                .bind(OffsetDateTime.now(Today.ZONE))
                .to("now")
                .bind(AT_ONCE)
                .to("limit")
                .fetchAs(Notice.class)
                .mappedBy((types, row) -> Notice.from(row.get("notice")))
                .all());
    }

    private void keep(
            Notice notice,
            Notice.Delivery.State state,
            int attempts,
            @Nullable OffsetDateTime next,
            @Nullable String problem) {
        graph.query(delivered.text())
                .bind(notice.code())
                .to("key")
                .bind(state.name())
                .to("delivery")
                .bind(attempts)
                .to("attempts")
                .bind(next)
                .to("deliverAfter")
                .bind(problem)
                .to("problem")
                .run();
    }

    private static Event event(Notice notice) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("code", notice.code());
        data.put("department", notice.department().code());
        data.put("departmentName", notice.department().name());
        data.put("of", notice.of().code());
        data.put("ofName", notice.of().name());
        data.put("change", notice.change().name());
        data.put("severity", notice.severity().name());
        data.put("subject", notice.subject());
        data.put("hit", notice.hit());
        data.put("why", notice.why());
        data.put("todo", notice.todo());
        data.put("workingDays", notice.workingDays());
        data.put("due", notice.due().toString());
        data.put("dueCertain", notice.dueCertain());
        data.put("ground", notice.ground());
        var issued = Objects.requireNonNull(notice.issued());
        return new Event(
                Objects.requireNonNull(notice.code()),
                "yuanliu.notice.issued",
                notice.department().code(),
                issued.at(),
                data);
    }

    @Override
    public void close() {
        rounds.close();
    }
}
