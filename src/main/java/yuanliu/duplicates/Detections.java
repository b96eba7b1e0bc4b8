package yuanliu.duplicates;

import jakarta.annotation.PreDestroy;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
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
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.detection.Detector;
import yuanliu.duplicates.detection.EntryIndex;
import yuanliu.duplicates.detection.Finding;
import yuanliu.duplicates.detection.Scene;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.lineage.LineageDecided;
import yuanliu.ownership.SourceDecided;
import yuanliu.turns.Going;
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

    /// From here on, looking at everything takes no longer.
    private static final long MOST_TOUCHED = 5_000;

    private final Neo4jClient graph;
    private final Scenes scenes;
    private final Understandings understandings;
    private final Findings findings;
    private final Turns turns;
    private final Going runsGoing;
    private final Today today;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final boolean afterFiling;
    private final Duration patience;
    private final boolean afterDecision;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("detection").daemon().factory());
    private final AtomicReference<@Nullable DetectionRun> asked = new AtomicReference<>();
    private final AtomicBoolean decided = new AtomicBoolean();
    private final AtomicBoolean sourceDecided = new AtomicBoolean();
    private final ReentrantLock one = new ReentrantLock();
    private SoftReference<@Nullable Memory> memory = new SoftReference<>(null);

    private final Statement understood;
    private final Statement understoodNodes;
    private final Statement proposals;
    private final Statement leftProposals;
    private final Statement lookedThrough;
    private final Statement looked;
    private final Statement touched;
    private final Statement decidedLineage;
    private final Statement unlookedFilings;
    private final Statement newRun;
    private final Statement changedRun;
    private final Statement runs;
    private final Statement run;

    Detections(
            Neo4jClient graph,
            CypherLibrary cypher,
            Scenes scenes,
            Understandings understandings,
            Findings findings,
            Turns turns,
            Going runsGoing,
            Today today,
            PlatformTransactionManager transactions,
            @org.springframework.beans.factory.annotation.Value("${yuanliu.detection.after-filing:true}")
                    boolean afterFiling,
            @org.springframework.beans.factory.annotation.Value("${yuanliu.detection.patience:30s}") Duration patience,
            @org.springframework.beans.factory.annotation.Value("${yuanliu.detection.after-decision:true}")
                    boolean afterDecision) {
        this.patience = patience;
        this.graph = graph;
        this.scenes = scenes;
        this.understandings = understandings;
        this.findings = findings;
        this.turns = turns;
        this.runsGoing = runsGoing;
        this.today = today;
        this.afterFiling = afterFiling;
        this.afterDecision = afterDecision;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setTimeout(LONGEST_READ_SECONDS);
        this.writing = new TransactionTemplate(transactions);
        this.writing.setTimeout(TransactionDefinition.TIMEOUT_DEFAULT);
        this.understood = cypher.get("duplicates/understood");
        this.understoodNodes = cypher.get("duplicates/understood-nodes");
        this.proposals = cypher.get("duplicates/proposals");
        this.leftProposals = cypher.get("duplicates/left-proposals");
        this.lookedThrough = cypher.get("duplicates/looked-through");
        this.looked = cypher.get("duplicates/looked");
        this.touched = cypher.get("duplicates/touched");
        this.decidedLineage = cypher.get("duplicates/decided-lineage");
        this.unlookedFilings = cypher.get("duplicates/unlooked-filings");
        this.newRun = cypher.get("duplicates/new-run");
        this.changedRun = cypher.get("duplicates/changed-run");
        this.runs = cypher.get("duplicates/runs");
        this.run = cypher.get("duplicates/run");
    }

    /// Begins a run, unless one that was asked for here has not ended yet: then that one is meant.
    synchronized DetectionRun ask() {
        var open = asked.get();
        if (open != null) {
            var now = find(open.code()).orElse(open);
            if (now.state() == DetectionRun.State.RUNNING) {
                return now;
            }
        }
        var run = enter(DetectionRun.Trigger.DEMAND);
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
    DetectionRun run(DetectionRun.Trigger trigger) {
        return run(enter(trigger));
    }

    /// Before the others that listen, who look at what was found. Whoever files and asks at once is told of the
    /// findings too; a filing so big that it takes longer than that ends all the same, and the detection goes on behind
    /// it.
    @EventListener
    @Order(0)
    void on(CatalogueChanged change) {
        if (!afterFiling) {
            return;
        }
        var run = enter(DetectionRun.Trigger.FILING);
        var going = worker.submit(() -> run(run, change.filing()));
        try {
            going.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException longer) {
            log.info("检测 {} 在 {} 秒内未完成，入库 {} 先行结束，检测继续进行", run.code(), patience.toSeconds(), change.filing());
        } catch (ExecutionException failure) {
            log.error("检测 {} 失败", run.code(), failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Within the transaction of the decision: so it is remembered, or was never made.
    @EventListener
    void on(LineageDecided decision) {
        graph.query(decidedLineage.text())
                .bind(decision.user())
                .to("user")
                .bind(now())
                .to("at")
                .run();
    }

    @TransactionalEventListener
    void after(LineageDecided decision) {
        if (afterDecision && decided.compareAndSet(false, true)) {
            worker.execute(() -> {
                decided.set(false);
                run(DetectionRun.Trigger.DECISION);
            });
        }
    }

    /// Whoever is the source decides of all that is collected of a unit: everything is looked at anew.
    @TransactionalEventListener
    void after(SourceDecided decision) {
        if (afterDecision && sourceDecided.compareAndSet(false, true)) {
            worker.execute(() -> {
                sourceDecided.set(false);
                forget();
                run(DetectionRun.Trigger.DECISION);
            });
        }
    }

    private void forget() {
        one.lock();
        try {
            memory = new SoftReference<>(null);
        } finally {
            one.unlock();
        }
    }

    /// An application that was stopped between a filing and the detection after it left something to do.
    @EventListener(ApplicationReadyEvent.class)
    void lookAtWhatWasLeft() {
        if (afterFiling
                && graph.query(unlookedFilings.text()).fetchAs(Long.class).one().orElse(0L) > 0) {
            worker.execute(() -> run(DetectionRun.Trigger.FILING));
        }
    }

    @Scheduled(cron = "${yuanliu.detection.cron:0 0 2 * * *}", zone = "Asia/Shanghai")
    void onSchedule() {
        run(DetectionRun.Trigger.SCHEDULE);
    }

    Optional<DetectionRun> find(String code) {
        return graph.query(run.text())
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
        properties.put("alive", Going.now());
        var run = graph.query(newRun.text())
                .bind("D" + now.format(DateTimeFormatter.BASIC_ISO_DATE).substring(0, 8))
                .to("day")
                .bind(properties)
                .to("properties")
                .fetchAs(DetectionRun.class)
                .mappedBy((types, row) -> DetectionRun.from(row.get("run")))
                .one()
                .orElseThrow();
        runsGoing.begun(Codes.key(run.code()));
        return run;
    }

    private DetectionRun run(DetectionRun run) {
        return run(run, "");
    }

    /// @param filing the code of the filing that has just ended; empty for none
    private DetectionRun run(DetectionRun run, String filing) {
        one.lock();
        try {
            turns.take("duplicates", turn -> detect(run, filing, turn));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            failed(run, "程序停止，检测未完成");
        } catch (RuntimeException failure) {
            log.error("检测 {} 失败", run.code(), failure);
            failed(run, failure.getMessage() == null ? "检测未完成" : "检测未完成：" + failure.getMessage());
        } catch (OutOfMemoryError tooMuch) {
            memory = new SoftReference<>(null);
            log.error("检测 {} 内存不足", run.code(), tooMuch);
            failed(run, "内存不足，检测未完成；请加大源流的内存（java -Xmx…）后再检测");
        } finally {
            runsGoing.ended(Codes.key(run.code()));
            one.unlock();
        }
        return find(run.code()).orElse(run);
    }

    private void failed(DetectionRun run, String message) {
        changed(run.code(), Map.of("state", DetectionRun.State.FAILED.name(), "finishedAt", now(), "message", message));
    }

    /// What was looked at last, which is gone on from when little has changed. It is let go where memory is wanted.
    ///
    /// @param entries what was found about entries, by the codes
    private record Memory(
            Scenes.Kept kept,
            Understandings.Grounds grounds,
            EntryIndex index,
            Map<String, Finding> entries,
            LookedThrough looked,
            LocalDate day) {}

    /// @param graph   which graph it is
    /// @param through the sequence of the last filing all of which was in the graph
    /// @param decided the number of the last decision on lineage that was
    private record LookedThrough(String graph, long through, long decided) {}

    private void detect(DetectionRun run, String filing, Turns.Turn turn) {
        var looked = graph.query(lookedThrough.text())
                .bind(filing)
                .to("filing")
                .fetchAs(LookedThrough.class)
                .mappedBy((types, row) -> new LookedThrough(
                        row.get("graph").asString(),
                        row.get("through").asLong(),
                        row.get("decided").asLong()))
                .one()
                .orElseThrow();
        var again = run.trigger().isOfWhatChanged() ? again(run.code(), looked, turn) : null;
        memory = new SoftReference<>(null);
        memory = new SoftReference<>(again == null ? whole(run.code(), looked, turn) : again);
        graph.query(this.looked.text())
                .bind(looked.through())
                .to("through")
                .bind(now().minusDays(2))
                .to("before")
                .run();
    }

    private Memory whole(String code, LookedThrough looked, Turns.Turn turn) {
        var day = today.date();
        var read = read(day);
        changed(code, Map.of("progress", 0.6));
        var understanding = read.grounds().understanding();
        var seen = look(read.kept(), understanding, day);
        var found = new ArrayList<>(seen.ofUnits());
        found.addAll(seen.ofEntries());
        changed(code, Map.of("progress", 0.9));
        var changed = keep(found, understanding.vocabulary().version(), turn);
        forgetLeftProposals(turn);
        finished(code, read.kept().scene().unitKeys().size(), found.size(), changed, understanding);
        var byCode = new HashMap<String, Finding>();
        seen.ofEntries().forEach(finding -> byCode.put(finding.code(), finding));
        return new Memory(read.kept(), read.grounds(), seen.index(), byCode, looked, day);
    }

    /// A run that breaks off in the middle leaves what it has kept; the next finds it as it would have written it.
    private Findings.Changed keep(List<Finding> found, String version, Turns.Turn turn) {
        var now = now();
        var changed = Findings.Changed.NOTHING;
        for (var part : Findings.parts(found)) {
            changed = changed.and(inTurn(turn, () -> findings.keepPart(part, version, now)));
        }
        var lost = findings.presentBeside(found);
        for (int from = 0; from < lost.size(); from += BATCH) {
            var some = lost.subList(from, Math.min(lost.size(), from + BATCH));
            changed = changed.and(inTurn(turn, () -> findings.lost(some)));
        }
        return changed;
    }

    private void forgetLeftProposals(Turns.Turn turn) {
        var last = Optional.of(Long.MIN_VALUE);
        while (last.isPresent()) {
            var after = last.get();
            last = inTurn(
                    turn,
                    () -> graph.query(leftProposals.text())
                            .bind(after)
                            .to("after")
                            .bind(BATCH)
                            .to("most")
                            .fetchAs(Long.class)
                            .mappedBy((types, row) -> row.get("last").isNull()
                                    ? null
                                    : row.get("last").asLong())
                            .one());
        }
    }

    private <T> T inTurn(Turns.Turn turn, Supplier<T> work) {
        return Objects.requireNonNull(writing.execute(status -> {
            turn.confirm();
            return work.get();
        }));
    }

    private record Read(Scenes.Kept kept, Understandings.Grounds grounds) {}

    /// Which elements fields represent is read first, for two need it: on what understanding rests is read beside the
    /// owners, and what fields were understood to be is kept while the others are read.
    private Read read(LocalDate day) {
        try (var beside = new Beside("detection-grounds");
                var writer = new Beside("detection-keeping")) {
            return Objects.requireNonNull(reading.execute(status -> {
                var begun = understandings.begin();
                var grounds = beside.begin(() -> understandings.grounds(begun));
                var keeping = new Keeping(writer);
                var kept = scenes.all(begun.represented(), () -> grounds.done().understanding(), day, keeping);
                keeping.end();
                return new Read(kept, grounds.done());
            }));
        }
    }

    private record Seen(List<Finding> ofUnits, List<Finding> ofEntries, EntryIndex index) {}

    /// Units and entries have nothing to do with each other, and there are at least two processors: what is brought
    /// together twice is looked for beside what is catalogued twice; who waits for either or is done looks at units.
    private static Seen look(Scenes.Kept kept, Understanding understanding, LocalDate day) {
        var scene = kept.scene();
        var units = new Units(scene, understanding, day);
        var indexed = new AtomicBoolean();
        try (var beside = new Beside("detection-beside")) {
            var meanwhile = beside.begin(() -> units.look(indexed::get));
            var index = new EntryIndex(scene, kept.places());
            indexed.set(true);
            var ofLibraries =
                    beside.begin(() -> new Detector(scene, understanding, day, Detector.NOBODY).ofLibraries(index));
            var behind = beside.begin(() -> units.look(() -> false));
            var ofEntries = new ArrayList<>(new Detector(scene, understanding, day, Detector.NOBODY).ofDoubles(index));
            units.look(() -> false);
            meanwhile.done();
            ofEntries.addAll(ofLibraries.done());
            behind.done();
            return new Seen(units.found(), ofEntries, index);
        }
    }

    /// All units of a scene, of which several look at some until none is left.
    private static final class Units {

        private static final int SOME = 50;

        private final Scene scene;
        private final Understanding understanding;
        private final LocalDate day;
        private final List<String> keys;
        private final AtomicInteger next = new AtomicInteger();
        private final Queue<Finding> found = new ConcurrentLinkedQueue<>();

        Units(Scene scene, Understanding understanding, LocalDate day) {
            this.scene = scene;
            this.understanding = understanding;
            this.day = day;
            this.keys = List.copyOf(scene.unitKeys());
        }

        /// @param enough whether something else is to be done now
        /// @return whether there was nothing else to do
        boolean look(BooleanSupplier enough) {
            var detector = new Detector(scene, understanding, day, Detector.NOBODY);
            while (!enough.getAsBoolean()) {
                var from = next.getAndAdd(SOME);
                if (from >= keys.size()) {
                    return true;
                }
                found.addAll(detector.ofUnits(keys.subList(from, Math.min(keys.size(), from + SOME))));
            }
            return false;
        }

        /// In the order of their codes.
        List<Finding> found() {
            return found.stream().sorted(Comparator.comparing(Finding::code)).toList();
        }
    }

    /// Looks at what has changed since.
    ///
    /// @return null when that cannot be told, or is too much
    private @Nullable Memory again(String code, LookedThrough looked, Turns.Turn turn) {
        var last = memory.get();
        memory = new SoftReference<>(null);
        var day = today.date();
        if (last == null
                || !day.equals(last.day())
                || !looked.graph().equals(last.looked().graph())) {
            return null;
        }
        var what = touched(last.looked());
        if (what == null) {
            return null;
        }
        var grounds = understandings.still(last.grounds(), what.names()).orElse(null);
        if (grounds == null) {
            return null;
        }
        changed(code, Map.of("scope", DetectionRun.Scope.TOUCHED.name()));
        var understanding = grounds.understanding();
        var run = Objects.requireNonNull(writing.execute(status -> {
            turn.confirm();
            var changes = new Changes();
            var taken = scenes.again(last.kept(), understanding, day, what.again(), changes);
            taken.owners().forEach(last.index()::take);
            changes.parts().forEach(part -> keep(understood, part));
            var detector = new Detector(last.kept().scene(), understanding, day, Detector.NOBODY);
            var units = taken.touched().units();
            var found = new ArrayList<>(detector.ofUnits(units));
            var entries = detector.ofEntriesAgain(
                    last.index(), taken.touched().resources(), last.entries().values());
            found.addAll(entries.found());
            var changed = findings.keep(
                    found,
                    new Findings.LookedAt(units, entries.looked()),
                    understanding.vocabulary().version(),
                    now());
            last.entries().keySet().removeAll(entries.looked());
            entries.found().forEach(finding -> last.entries().put(finding.code(), finding));
            return new Again(units.size(), found.size(), changed);
        }));
        finished(code, run.units(), run.findings(), run.changed(), understanding);
        return new Memory(last.kept(), grounds, last.index(), last.entries(), looked, day);
    }

    private record Again(int units, int findings, Findings.Changed changed) {}

    /// What filings and decisions have touched.
    ///
    /// @param names of fields
    private record What(Scenes.Again again, Set<String> names) {}

    private @Nullable What touched(LookedThrough last) {
        return graph.query(touched.text())
                .bind(last.through())
                .to("through")
                .bind(last.decided())
                .to("decided")
                .bind(MOST_TOUCHED)
                .to("most")
                .fetchAs(Record.class)
                .mappedBy((types, row) -> row)
                .one()
                .map(Detections::what)
                .orElse(null);
    }

    private static @Nullable What what(Record row) {
        var owners = new HashSet<String>();
        var names = new HashSet<String>();
        for (var field : row.get("fields").values()) {
            owners.add(field.get("owner").asString(""));
            names.add(Codes.key(field.get("name").asString("")));
        }
        var some = List.of("owners", "hosted", "shared", "left", "decided");
        some.forEach(kind -> row.get(kind).values().forEach(key -> owners.add(key.asString(""))));
        var systems = new HashSet<>(row.get("systems").asList(Value::asString));
        var units = new HashSet<>(row.get("designated").asList(Value::asString));
        units.addAll(row.get("designatedAt").asList(Value::asString));
        var tooMuch = row.get("land").asBoolean()
                || row.get("much").asBoolean()
                || row.get("fields").size() >= MOST_TOUCHED
                || some.stream().anyMatch(kind -> row.get(kind).size() >= MOST_TOUCHED)
                || systems.size() >= MOST_TOUCHED
                || units.size() >= MOST_TOUCHED;
        return tooMuch ? null : new What(new Scenes.Again(owners, systems, units), names);
    }

    private void finished(String code, int units, int found, Findings.Changed changed, Understanding understanding) {
        var end = new HashMap<String, Object>();
        end.put("state", DetectionRun.State.FINISHED.name());
        end.put("progress", 1.0);
        end.put("finishedAt", now());
        end.put("units", (long) units);
        end.put("findings", (long) found);
        end.put("added", (long) changed.added());
        end.put("recurred", (long) changed.recurred());
        end.put("gone", (long) changed.gone());
        end.put("rules", Detector.RULES + "-" + understanding.vocabulary().version());
        changed(code, end);
    }

    /// What is to be kept of how fields are understood.
    private static final class Changes implements Scenes.Keeper {

        private final List<Proposal> proposals = new ArrayList<>();
        private final List<Scenes.Understood> fields = new ArrayList<>();

        @Override
        public void proposed(Proposal proposal) {
            proposals.add(proposal);
        }

        @Override
        public void understood(Scenes.Understood field) {
            fields.add(field);
        }

        boolean isEnough() {
            return proposals.size() >= BATCH || fields.size() >= BATCH;
        }

        /// In parts that fit into a transaction each, proposals before the fields that refer to them.
        List<Changes> parts() {
            var parts = new ArrayList<Changes>();
            for (int from = 0; from < proposals.size(); from += BATCH) {
                var part = new Changes();
                part.proposals.addAll(proposals.subList(from, Math.min(proposals.size(), from + BATCH)));
                parts.add(part);
            }
            for (int from = 0; from < fields.size(); from += BATCH) {
                var part = new Changes();
                part.fields.addAll(fields.subList(from, Math.min(fields.size(), from + BATCH)));
                parts.add(part);
            }
            return parts;
        }
    }

    private void keep(Statement ofFields, Changes changes) {
        writing.executeWithoutResult(status -> {
            if (!changes.proposals.isEmpty()) {
                var others = graph.query(proposals.text())
                        .bind(changes.proposals.stream().map(Proposal::row).toList())
                        .to("proposals")
                        .fetchAs(Long.class)
                        .one()
                        .orElse(0L);
                if (others > 0) {
                    throw new IllegalStateException("%d proposals have the numbers of others".formatted(others));
                }
            }
            if (!changes.fields.isEmpty()) {
                graph.query(ofFields.text())
                        .bind(changes.fields.stream().map(Detections::row).toList())
                        .to("fields")
                        .run();
            }
        });
    }

    /// Keeps what fields were understood to be while the others are read: by the numbers of their nodes, which are good
    /// until the transaction ends that reads them. It waits for what is to be written, so that it never grows.
    private final class Keeping implements Scenes.Keeper {

        private final Beside writer;
        private Changes changes = new Changes();
        private Beside.@Nullable Work<Boolean> going;

        Keeping(Beside writer) {
            this.writer = writer;
        }

        @Override
        public void proposed(Proposal proposal) {
            changes.proposed(proposal);
            writeIfEnough();
        }

        @Override
        public void understood(Scenes.Understood field) {
            changes.understood(field);
            writeIfEnough();
        }

        private void writeIfEnough() {
            if (changes.isEnough()) {
                write();
            }
        }

        private void write() {
            written();
            var batch = changes;
            changes = new Changes();
            going = writer.begin(() -> {
                keep(understoodNodes, batch);
                return true;
            });
        }

        private void written() {
            if (going != null) {
                going.done();
            }
        }

        void end() {
            write();
            written();
        }
    }

    private static Map<String, @Nullable Object> row(Scenes.Understood understood) {
        var row = new HashMap<String, @Nullable Object>();
        if (understood.node() == null) {
            row.put("key", understood.field());
        } else {
            row.put("node", understood.node());
        }
        row.put("moved", understood.moved());
        row.put("unit", understood.unit());
        row.put(
                "proposal",
                understood.proposal() == null ? null : understood.proposal().number());
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
