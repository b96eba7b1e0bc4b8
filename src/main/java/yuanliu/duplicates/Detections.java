package yuanliu.duplicates;

import jakarta.annotation.PreDestroy;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import yuanliu.catalog.CatalogueChanged;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.detection.Detector;
import yuanliu.turns.Turns;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// The runs of the detection: one at a time, however many applications there are.
@Component
class Detections {

    private static final Logger log = LoggerFactory.getLogger(Detections.class);
    private static final int LONGEST_READ_SECONDS = 3_600;
    private static final int BATCH = 5_000;

    private final Neo4jClient graph;
    private final Scenes scenes;
    private final Understandings understandings;
    private final Findings findings;
    private final Turns turns;
    private final Today today;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final boolean afterFiling;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("detection").daemon().factory());
    private final AtomicReference<@Nullable DetectionRun> asked = new AtomicReference<>();

    private final Statement understood;
    private final Statement newRun;
    private final Statement changedRun;
    private final Statement runs;
    private final Statement one;

    Detections(
            Neo4jClient graph,
            CypherLibrary cypher,
            Scenes scenes,
            Understandings understandings,
            Findings findings,
            Turns turns,
            Today today,
            PlatformTransactionManager transactions,
            @Value("${yuanliu.detection.after-filing:true}") boolean afterFiling) {
        this.graph = graph;
        this.scenes = scenes;
        this.understandings = understandings;
        this.findings = findings;
        this.turns = turns;
        this.today = today;
        this.afterFiling = afterFiling;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setTimeout(LONGEST_READ_SECONDS);
        this.writing = new TransactionTemplate(transactions);
        this.writing.setTimeout(TransactionDefinition.TIMEOUT_DEFAULT);
        this.understood = cypher.get("duplicates/understood");
        this.newRun = cypher.get("duplicates/new-run");
        this.changedRun = cypher.get("duplicates/changed-run");
        this.runs = cypher.get("duplicates/runs");
        this.one = cypher.get("duplicates/run");
    }

    /// Begins a run, unless one that was asked for here has not ended yet: then that one is meant.
    synchronized DetectionRun ask() {
        var open = asked.get();
        if (open != null) {
            return find(open.code()).orElse(open);
        }
        var run = enter(DetectionRun.Trigger.DEMAND);
        asked.set(run);
        worker.execute(() -> {
            try {
                run(run);
            } finally {
                asked.set(null);
            }
        });
        return run;
    }

    /// Runs to the end. What fails is told by the run.
    DetectionRun run(DetectionRun.Trigger trigger) {
        return run(enter(trigger));
    }

    /// Before the others that listen: they look at what was found.
    @EventListener
    @Order(0)
    void on(CatalogueChanged change) {
        if (afterFiling) {
            log.debug("after {}", change.filing());
            run(DetectionRun.Trigger.FILING);
        }
    }

    @Scheduled(cron = "${yuanliu.detection.cron:0 0 2 * * *}", zone = "Asia/Shanghai")
    void onSchedule() {
        run(DetectionRun.Trigger.SCHEDULE);
    }

    Optional<DetectionRun> find(String code) {
        return graph.query(one.text())
                .bind(Codes.key(code))
                .to("key")
                .fetchAs(DetectionRun.class)
                .mappedBy((types, row) -> DetectionRun.from(row.get("run")))
                .one();
    }

    /// Newest first.
    Page<DetectionRun> page(Window window) {
        var shown = graph.query(runs.text())
                .bind(window.afterNumber(0))
                .to("before")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(Shown.class)
                .mappedBy((types, row) ->
                        new Shown(row.get("total").asLong(), row.get("runs").asList(DetectionRun::from)))
                .one()
                .orElseThrow();
        return Page.of(window, shown.runs(), shown.total(), run -> Cursor.at(run.sequence()));
    }

    private DetectionRun enter(DetectionRun.Trigger trigger) {
        var now = now();
        var properties = new HashMap<String, Object>();
        properties.put("state", DetectionRun.State.RUNNING.name());
        properties.put("trigger", trigger.name());
        properties.put("scope", DetectionRun.Scope.WHOLE.name());
        properties.put("progress", 0.0);
        properties.put("startedAt", now);
        return graph.query(newRun.text())
                .bind("D" + now.format(DateTimeFormatter.BASIC_ISO_DATE).substring(0, 8))
                .to("day")
                .bind(properties)
                .to("properties")
                .fetchAs(DetectionRun.class)
                .mappedBy((types, row) -> DetectionRun.from(row.get("run")))
                .one()
                .orElseThrow();
    }

    private DetectionRun run(DetectionRun run) {
        try {
            turns.take("duplicates", turn -> detect(run.code(), turn));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            failed(run, "程序停止，检测未完成");
        } catch (RuntimeException failure) {
            log.error("检测 {} 失败", run.code(), failure);
            failed(run, failure.getMessage() == null ? "检测未完成" : "检测未完成：" + failure.getMessage());
        }
        return find(run.code()).orElse(run);
    }

    private void failed(DetectionRun run, String message) {
        changed(run.code(), Map.of("state", DetectionRun.State.FAILED.name(), "finishedAt", now(), "message", message));
    }

    private void detect(String code, Turns.Turn turn) {
        var day = today.date();
        var understanding = understandings.anew();
        var read = java.util.Objects.requireNonNull(reading.execute(status -> scenes.whole(understanding, day)));
        changed(code, Map.of("progress", 0.5));
        keepUnderstood(read.changed());
        changed(code, Map.of("progress", 0.6));
        var detector = new Detector(read.scene(), understanding, day, Detector.NOBODY);
        var units = read.scene().unitKeys();
        var found = new ArrayList<>(detector.ofUnits(units));
        found.addAll(detector.ofEntries(read.places()));
        changed(code, Map.of("progress", 0.9));
        var changed = java.util.Objects.requireNonNull(writing.execute(status -> {
            turn.confirm();
            return findings.keep(found, null, true, understanding.vocabulary().version(), now());
        }));
        var end = new HashMap<String, Object>();
        end.put("state", DetectionRun.State.FINISHED.name());
        end.put("progress", 1.0);
        end.put("finishedAt", now());
        end.put("units", (long) units.size());
        end.put("findings", (long) found.size());
        end.put("added", (long) changed.added());
        end.put("recurred", (long) changed.recurred());
        end.put("gone", (long) changed.gone());
        end.put("rules", Detector.RULES + "-" + understanding.vocabulary().version());
        changed(code, end);
    }

    private void keepUnderstood(List<Scenes.Understood> changed) {
        for (int from = 0; from < changed.size(); from += BATCH) {
            var rows = changed.subList(from, Math.min(changed.size(), from + BATCH)).stream()
                    .map(Detections::row)
                    .toList();
            writing.executeWithoutResult(status ->
                    graph.query(understood.text()).bind(rows).to("fields").run());
        }
    }

    private static Map<String, @Nullable Object> row(Scenes.Understood understood) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("key", understood.field());
        row.put("unit", understood.unit());
        var proposal = understood.proposal();
        row.put("element", proposal == null ? null : proposal.element().key());
        row.put("subject", proposal == null ? null : proposal.subject());
        row.put("qualifier", proposal == null ? null : proposal.qualifier());
        row.put("confidence", proposal == null ? null : proposal.confidence());
        row.put("signals", proposal == null ? null : DuplicateFinding.written(proposal.signals()));
        return row;
    }

    private void changed(String code, Map<String, Object> properties) {
        graph.query(changedRun.text())
                .bind(code)
                .to("code")
                .bind(properties)
                .to("properties")
                .run();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(Today.ZONE).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    private record Shown(long total, List<DetectionRun> runs) {}
}
