package yuanliu.checks;

import jakarta.annotation.PreDestroy;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import yuanliu.catalog.CatalogueChanged;
import yuanliu.checks.rules.Checking;
import yuanliu.checks.rules.Terms;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.ownership.SourceDecided;
import yuanliu.turns.Going;
import yuanliu.turns.Turns;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// The runs of the checks: one at a time, however many applications there are.
@Component
class CheckRuns {

    /// After the detection, whose findings R19 looks at.
    private static final int AFTER_DETECTION = 100;

    private static final Logger log = LoggerFactory.getLogger(CheckRuns.class);
    private static final int LONGEST_READ_SECONDS = 3_600;

    private final Neo4jClient graph;
    private final Survey survey;
    private final Checks checks;
    private final Turns turns;
    private final Going runsGoing;
    private final Today today;
    private final CheckSettings settings;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("checks").daemon().factory());
    private final AtomicReference<@Nullable CheckRun> asked = new AtomicReference<>();
    private @Nullable Future<?> waiting;

    private final Statement counted;
    private final Statement newRun;
    private final Statement changedRun;
    private final Statement runs;
    private final Statement one;

    CheckRuns(
            Neo4jClient graph,
            Survey survey,
            Checks checks,
            Turns turns,
            Going runsGoing,
            Today today,
            CheckSettings settings,
            PlatformTransactionManager transactions,
            CypherLibrary cypher) {
        this.graph = graph;
        this.survey = survey;
        this.checks = checks;
        this.turns = turns;
        this.runsGoing = runsGoing;
        this.today = today;
        this.settings = settings;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setTimeout(LONGEST_READ_SECONDS);
        this.writing = new TransactionTemplate(transactions);
        this.writing.setTimeout(TransactionDefinition.TIMEOUT_DEFAULT);
        this.counted = cypher.get("checks/counted");
        this.newRun = cypher.get("checks/new-run");
        this.changedRun = cypher.get("checks/changed-run");
        this.runs = cypher.get("checks/runs");
        this.one = cypher.get("checks/run");
    }

    /// What the rules leave open, as it is set now.
    Terms terms() {
        return Terms.read(settings.folder());
    }

    /// Begins a run, unless one that was asked for here has not ended yet: then that one is meant.
    synchronized CheckRun ask() {
        var open = asked.get();
        if (open != null) {
            var now = find(open.code()).orElse(open);
            if (now.state() == CheckRun.State.RUNNING) {
                return now;
            }
        }
        var run = enter(CheckRun.Trigger.DEMAND);
        asked.set(run);
        worker.execute(() -> {
            try {
                run(run);
            } finally {
                asked.compareAndSet(run, null);
            }
        });
        return run;
    }

    /// Runs to the end. What fails is told by the run.
    CheckRun run(CheckRun.Trigger trigger) {
        return run(enter(trigger));
    }

    /// Whoever files is told of the checks at once; a filing after which they take longer ends all the same, and they
    /// go on behind it.
    @EventListener
    @Order(AFTER_DETECTION)
    void on(CatalogueChanged change) {
        if (!settings.afterFiling() || isLeftToTheClock()) {
            return;
        }
        try {
            behind(CheckRun.Trigger.FILING).get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException longer) {
            log.info("检查在 {} 秒内未完成，入库 {} 先行结束，检查继续进行", settings.patience().toSeconds(), change.filing());
        } catch (ExecutionException failure) {
            log.error("入库 {} 之后的检查失败", change.filing(), failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @TransactionalEventListener
    void after(SourceDecided decision) {
        if (settings.afterDecision() && !isLeftToTheClock()) {
            behind(CheckRun.Trigger.DECISION);
        }
    }

    /// A run looks at everything: where that is much, it does not follow every change.
    private boolean isLeftToTheClock() {
        var size = size();
        if (size.fields() <= settings.mostFields()) {
            return false;
        }
        log.info("图谱有 {} 个信息项，多于 yuanliu.checks.most-fields（{}），不随即检查，由定时检查", size.fields(), settings.mostFields());
        return true;
    }

    /// How much there is to look at.
    record Size(long fields, long agreements) {

        private static final long BYTES_OF_ONE = 2_048;

        /// About how much memory a run takes.
        long bytes() {
            return (fields + agreements) * BYTES_OF_ONE;
        }

        /// @throws IllegalStateException with a sentence, when it would leave the others too little
        void refuseMoreThanHalfOf(long memory) {
            if (bytes() > memory / 2) {
                throw new IllegalStateException(
                        "图谱有 %d 个信息项、%d 条共享关系，检查约需 %d MiB 内存，超过全部内存 %d MiB 的一半；请加大源流的内存（java -Xmx…）"
                                .formatted(fields, agreements, bytes() >> 20, memory >> 20));
            }
        }
    }

    private Size size() {
        return graph.query(counted.text())
                .fetchAs(Size.class)
                .mappedBy((types, row) -> new Size(
                        row.get("fields").asLong(), row.get("agreements").asLong()))
                .one()
                .orElseThrow();
    }

    /// The run after something has changed; one that has not begun yet will see this too.
    private synchronized Future<?> behind(CheckRun.Trigger trigger) {
        var open = waiting;
        if (open == null) {
            var run = enter(trigger);
            open = worker.submit(() -> {
                begun();
                run(run);
            });
            waiting = open;
        }
        return open;
    }

    private synchronized void begun() {
        waiting = null;
    }

    @Scheduled(cron = "${yuanliu.checks.cron:0 0 3 * * *}", zone = "Asia/Shanghai")
    void onSchedule() {
        run(CheckRun.Trigger.SCHEDULE);
    }

    Optional<CheckRun> find(String code) {
        return graph.query(one.text())
                .bind(Codes.key(code))
                .to("key")
                .fetchAs(CheckRun.class)
                .mappedBy((types, row) -> CheckRun.from(row.get("run")))
                .one();
    }

    /// Newest first.
    Page<CheckRun> page(Window window) {
        var shown = graph.query(runs.text())
                .bind(window.afterNumber(0))
                .to("before")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(Shown.class)
                .mappedBy((types, row) ->
                        new Shown(row.get("total").asLong(), row.get("runs").asList(CheckRun::from)))
                .one()
                .orElseThrow();
        return Page.of(window, shown.runs(), shown.total(), run -> Cursor.at(run.sequence()));
    }

    private CheckRun enter(CheckRun.Trigger trigger) {
        var now = now();
        var run = graph.query(newRun.text())
                .bind("J" + now.format(DateTimeFormatter.BASIC_ISO_DATE).substring(0, 8))
                .to("day")
                .bind(Map.of(
                        "state", CheckRun.State.RUNNING.name(),
                        "trigger", trigger.name(),
                        "day", today.date(),
                        "progress", 0.0,
                        "startedAt", now,
                        "alive", Going.now()))
                .to("properties")
                .fetchAs(CheckRun.class)
                .mappedBy((types, row) -> CheckRun.from(row.get("run")))
                .one()
                .orElseThrow();
        runsGoing.begun(Codes.key(run.code()));
        return run;
    }

    private CheckRun run(CheckRun run) {
        try {
            turns.take("checks", turn -> check(run.code(), turn));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            failed(run, "程序停止，检查未完成");
        } catch (RuntimeException failure) {
            log.error("检查 {} 失败", run.code(), failure);
            failed(run, failure.getMessage() == null ? "检查未完成" : "检查未完成：" + failure.getMessage());
        } catch (OutOfMemoryError tooMuch) {
            log.error("检查 {} 内存不足", run.code(), tooMuch);
            failed(run, "内存不足，检查未完成；请加大源流的内存（java -Xmx…）后再检查");
        } finally {
            runsGoing.ended(Codes.key(run.code()));
        }
        return find(run.code()).orElse(run);
    }

    private void failed(CheckRun run, String message) {
        changed(run.code(), Map.of("state", CheckRun.State.FAILED.name(), "finishedAt", now(), "message", message));
    }

    private void check(String code, Turns.Turn turn) {
        size().refuseMoreThanHalfOf(Runtime.getRuntime().maxMemory());
        var day = today.date();
        var terms = terms();
        var facts = Objects.requireNonNull(reading.execute(status -> survey.on(day, terms)));
        changed(code, Map.of("progress", 0.5));
        var checked = Checking.of(facts);
        changed(code, Map.of("progress", 0.8));
        var changed = Objects.requireNonNull(writing.execute(status -> {
            turn.confirm();
            return checks.keep(checked.breaches(), terms, now());
        }));
        var end = new HashMap<String, Object>();
        end.put("state", CheckRun.State.FINISHED.name());
        end.put("progress", 1.0);
        end.put("day", day);
        end.put("finishedAt", now());
        end.put("evaluations", checked.evaluations());
        end.put("checks", (long) checked.breaches().size());
        end.put("added", (long) changed.added());
        end.put("recurred", (long) changed.recurred());
        end.put("mended", (long) changed.mended());
        end.put("rules", Checking.RULES + "-" + terms.version());
        changed(code, end);
    }

    private void changed(String code, Map<String, Object> properties) {
        graph.query(changedRun.text())
                .bind(code)
                .to("code")
                .bind(properties)
                .to("properties")
                .run();
    }

    static OffsetDateTime now() {
        return OffsetDateTime.now(Today.ZONE).truncatedTo(ChronoUnit.MILLIS);
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    private record Shown(long total, List<CheckRun> runs) {}
}
