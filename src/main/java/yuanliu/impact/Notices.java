package yuanliu.impact;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Entity;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.NotThere;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;
import yuanliu.webhook.Webhook;
import yuanliu.workdays.Workdays;

/// What departments are told of changes, and whether they have acknowledged it.
@Component
@EnableConfigurationProperties(NoticesSettings.class)
class Notices {

    private final Neo4jClient graph;
    private final Impacts impacts;
    private final Workdays workdays;
    private final Today today;
    private final Webhook webhook;
    private final int workingDays;
    private final Statement issued;
    private final Statement notices;
    private final Statement acknowledged;

    Notices(
            Neo4jClient graph,
            CypherLibrary cypher,
            Impacts impacts,
            Workdays workdays,
            Today today,
            Webhook webhook,
            NoticesSettings settings) {
        this.graph = graph;
        this.impacts = impacts;
        this.workdays = workdays;
        this.today = today;
        this.webhook = webhook;
        this.workingDays = settings.workingDays();
        this.issued = cypher.get("impact/issued-notices");
        this.notices = cypher.get("impact/notices");
        this.acknowledged = cypher.get("impact/acknowledged-notice");
    }

    /// What would be issued today.
    Page<Notice> drafts(Impact impact, Window window) {
        return impacts.drafts(impact, window, workingDays, workdays.after(today.date(), workingDays));
    }

    /// Issues a notice to each department that is hit and has no unacknowledged one of the same question.
    @Transactional
    public NoticesIssued issue(Impact impact, String by) {
        if (by.isBlank()) {
            throw new BadRequest("参数 by 须写明由谁发出");
        }
        var day = today.date();
        var drafts = impacts.allDrafts(impact, workingDays, workdays.after(day, workingDays));
        var question = question(impact);
        var now = now();
        var rows = drafts.stream()
                .map(draft -> row(draft, question, impact, by, now))
                .toList();
        var codes = rows.isEmpty()
                ? List.<String>of()
                : List.copyOf(graph.query(issued.text())
                        .bind(day.format(DateTimeFormatter.BASIC_ISO_DATE))
                        .to("day")
                        .bind(rows)
                        .to("rows")
                        .fetchAs(String.class)
                        .mappedBy((types, row) -> row.get("code").asString())
                        .all());
        return new NoticesIssued(codes.size(), rows.size() - codes.size(), question);
    }

    /// What tells one question from another: an unacknowledged notice of the same is not issued twice.
    private static String question(Impact impact) {
        return Codes.fitted(
                "%s|%s|%s".formatted(label(impact.of()), Codes.key(impact.of().code()), impact.asked()));
    }

    private static String label(Entity of) {
        return of.getClass().getSimpleName();
    }

    private Map<String, @Nullable Object> row(
            Notice draft, String question, Impact impact, String by, OffsetDateTime now) {
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("question", question);
        properties.put("change", draft.change().name());
        properties.put("asOf", impact.asOf());
        properties.put("severity", draft.severity().name());
        properties.put("subject", draft.subject());
        properties.put("hit", draft.hit());
        properties.put("why", draft.why());
        properties.put("todo", draft.todo());
        properties.put("workingDays", draft.workingDays());
        properties.put("due", draft.due());
        properties.put("dueCertain", draft.dueCertain());
        properties.put("ground", draft.ground());
        properties.put("issuedAt", now);
        properties.put("issuedBy", by);
        if (webhook.isConfigured()) {
            properties.put("delivery", Notice.Delivery.State.PENDING.name());
            properties.put("deliveryAttempts", 0);
            properties.put("deliverAfter", now);
        }
        var department = Codes.key(draft.department().code());
        return Map.of(
                "openKey",
                Codes.fitted(department + "|" + question),
                "department",
                department,
                "label",
                label(draft.of()),
                "thing",
                Codes.key(draft.of().code()),
                "properties",
                properties);
    }

    @Transactional(readOnly = true)
    public Page<Notice> page(NoticeFilter filter, Window window) {
        return page(null, null, filter, window);
    }

    /// All notices of one question.
    @Transactional(readOnly = true)
    public Page<Notice> ofQuestion(String question, Window window) {
        return page(null, question, NoticeFilter.ALL, window);
    }

    @Transactional(readOnly = true)
    public Optional<Notice> find(String code) {
        return page(Codes.key(code), null, NoticeFilter.ALL, Window.of("notice", 1, null)).getNodes().stream()
                .findFirst();
    }

    /// @throws NotThere when no notice has that code
    @Transactional
    public AcknowledgeNoticeResult acknowledge(AcknowledgeNoticeInput input) {
        if (input.by().isBlank()) {
            throw new BadRequest("参数 by 须写明由谁确认");
        }
        var fresh = graph.query(acknowledged.text())
                .bind(Codes.key(input.code()))
                .to("key")
                .bind(input.by())
                .to("by")
                .bind(input.remark())
                .to("remark")
                .bind(now())
                .to("at")
                .fetchAs(Boolean.class)
                .mappedBy((types, row) -> row.get("fresh").asBoolean())
                .one()
                .orElseThrow(() -> new NotThere("code", input.code()));
        var notice = find(input.code()).orElseThrow(() -> new NotThere("code", input.code()));
        return fresh
                ? new AcknowledgeNoticeResult.NoticeAcknowledged(notice)
                : new AcknowledgeNoticeResult.NoticeAcknowledgedBefore(notice);
    }

    private Page<Notice> page(@Nullable String code, @Nullable String question, NoticeFilter filter, Window window) {
        var overdue = filter.overdue();
        if (Boolean.FALSE.equals(overdue)) {
            throw new BadRequest("筛选条件 overdue 只能为 true,或不填");
        }
        var found = graph.query(notices.text())
                .bind(code)
                .to("code")
                .bind(question)
                .to("question")
                .bind(Codes.keyOrNull(filter.department()))
                .to("department")
                .bind(filter.change() == null ? null : filter.change().name())
                .to("change")
                .bind(filter.acknowledged())
                .to("acknowledged")
                .bind(overdue == null ? null : today.date())
                .to("dueBefore")
                .bind(window.afterValue(0))
                .to("afterDue")
                .bind(window.afterValue(1))
                .to("afterCode")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(Found.class)
                .mappedBy((types, row) ->
                        new Found(row.get("total").asLong(), row.get("notices").asList(Notice::from)))
                .one()
                .orElseThrow();
        return Page.of(
                window,
                found.notices(),
                found.total(),
                notice -> Cursor.at(notice.due(), String.valueOf(notice.code())));
    }

    private record Found(long total, List<Notice> notices) {}

    private static OffsetDateTime now() {
        return OffsetDateTime.now(Today.ZONE).truncatedTo(ChronoUnit.SECONDS);
    }
}
