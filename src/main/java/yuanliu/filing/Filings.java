package yuanliu.filing;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.catalog.CatalogueChanged;
import yuanliu.filing.reading.CataloguePackages;
import yuanliu.filing.reading.IllegalPackage;
import yuanliu.ownership.StaleUnits;
import yuanliu.ownership.Units;
import yuanliu.web.Today;

/// The filings, one after the other, and what became of each.
@Component
class Filings {

    private static final Logger log = LoggerFactory.getLogger(Filings.class);
    private static final long LEASE_MILLIS = 30_000;
    static final String PROBLEMS = "problems.spool";
    private static final String INCOMING = "incoming-";
    private static final int UUID_LENGTH = 36;

    private final FilingGraph graph;
    private final Units units;
    private final StaleUnits stale;
    private final ApplicationEventPublisher events;
    private final Path home;
    private final String process = UUID.randomUUID().toString();
    private final JsonMapper json = JsonMapper.builder().build();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("filing").daemon().factory());
    private volatile boolean stopping;
    private final ScheduledExecutorService lease = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("filing-lease").daemon().factory());
    private final Map<String, Report> goingOn = new ConcurrentHashMap<>();
    private final Object locking = new Object();
    private @Nullable FileChannel locks;

    Filings(
            FilingGraph graph,
            Units units,
            StaleUnits stale,
            ApplicationEventPublisher events,
            @Value("${yuanliu.data:data}") Path data) {
        this.events = events;
        this.graph = graph;
        this.units = units;
        this.stale = stale;
        this.home = data.toAbsolutePath().normalize().resolve("filings");
    }

    /// A folder of its own for something that is being handed in.
    Path newFolder() throws IOException {
        locked(lifeOf(process));
        return Files.createDirectories(home.resolve(INCOMING + process + "-" + UUID.randomUUID()));
    }

    /// Enters what lies in the folder into the queue; from now on the folder is ours.
    ///
    /// @throws IllegalPackage when it is no package; then nothing is left of it
    Report enter(Path folder, Path filed, boolean dryRun) throws IOException {
        try (var opened = CataloguePackages.open(filed, Files.createDirectories(folder.resolve("looked")))) {
            log.debug("{} sheets", opened.sheets().size());
        } catch (IOException | RuntimeException failure) {
            delete(folder);
            throw failure;
        }
        return queued(folder, filed, dryRun);
    }

    /// One at a time, so that filings stand in the queue in the order of their codes.
    private synchronized Report queued(Path folder, Path filed, boolean dryRun) throws IOException {
        var report = new Report("", Report.State.QUEUED, dryRun, null, null, 0, List.of(), List.of(), 0, null);
        var day = "F"
                + OffsetDateTime.now(Today.ZONE)
                        .format(DateTimeFormatter.BASIC_ISO_DATE)
                        .substring(0, 8);
        var entered = graph.written(
                "new-filing",
                Map.of(
                        "day",
                        day,
                        "properties",
                        Map.of(
                                "state",
                                "QUEUED",
                                "dryRun",
                                dryRun,
                                "home",
                                home.toString(),
                                "process",
                                process,
                                "report",
                                "{}")));
        var code = entered.getFirst().get("code").asString();
        var queued = keep(with(report, code, Report.State.QUEUED, null, null, 0));
        var own = home.resolve(code);
        delete(own);
        Files.move(folder, own);
        var upload = own.resolve(folder.relativize(filed));
        worker.execute(() -> file(queued, own, filed.startsWith(folder) ? upload : filed));
        return queued;
    }

    Optional<Report> find(String code) {
        var now = goingOn.get(code);
        return now != null
                ? Optional.of(now)
                : graph.readNow("filing", Map.of("code", code)).stream()
                        .findFirst()
                        .map(row -> read(row.get("report").asString()));
    }

    /// Newest first.
    List<Entered> page(int first, @Nullable Long before) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("first", first);
        parameters.put("before", before);
        return graph.readNow("filings", parameters).stream()
                .map(row -> {
                    var report = read(row.get("report").asString());
                    return new Entered(row.get("sequence").asLong(), goingOn.getOrDefault(report.code(), report));
                })
                .toList();
    }

    record Entered(long sequence, Report report) {}

    /// Where all problems of a finished filing are kept.
    Path problems(String code) {
        return home.resolve(code).resolve(PROBLEMS);
    }

    @EventListener(ApplicationReadyEvent.class)
    void failAbandonedLater() {
        worker.execute(this::failAbandoned);
    }

    /// Only who holds the folder's lock may say that another has died: a command line may file beside a server, and the
    /// system takes the lock even from who is killed.
    private void failAbandoned() {
        if (!holdsHome()) {
            return;
        }
        deleteAbandoned();
        for (var row : graph.read("abandoned-filings", Map.of("home", home.toString(), "process", process))) {
            var report = read(row.get("report").asString());
            graph.written("left-lease", Map.of("process", row.get("process").asString()));
            keep(new Report(
                    report.code(),
                    Report.State.FAILED,
                    report.dryRun(),
                    report.startedAt(),
                    now(),
                    report.progress(),
                    report.sheets(),
                    report.problems(),
                    report.problemsOmitted(),
                    "程序在入库过程中停止,本次入库未完成,请重新提交同一目录包,已入库的部分不会重复"));
            try {
                deleteAllBut(home.resolve(report.code()), PROBLEMS);
            } catch (IOException failure) {
                log.error("入库 {} 留下的文件未能删除", report.code(), failure);
            }
        }
    }

    /// Uploads of a process that was killed before they stood in the queue.
    private void deleteAbandoned() {
        try (var folders = Files.newDirectoryStream(home, INCOMING + "*")) {
            for (var folder : folders) {
                var owner = ownerOf(folder);
                if (!owner.equals(process) && locked(lifeOf(owner))) {
                    delete(folder);
                }
            }
        } catch (IOException failure) {
            log.error("{} 中未入队的上传未能删除", home, failure);
        }
    }

    private static String ownerOf(Path incoming) {
        var name = incoming.getFileName().toString().substring(INCOMING.length());
        return name.substring(0, Math.min(name.length(), UUID_LENGTH));
    }

    private boolean holdsHome() {
        try {
            return locked(0);
        } catch (IOException failure) {
            throw new UncheckedIOException("数据目录 %s 不能读写".formatted(home), failure);
        }
    }

    /// Every process holds a byte of the lock file for as long as it lives, the first to come the very first too.
    private static long lifeOf(String process) {
        return 1 + Integer.toUnsignedLong(process.hashCode());
    }

    /// All through one channel: the system lets go of a file's locks as soon as any channel to it is closed.
    private boolean locked(long at) throws IOException {
        synchronized (locking) {
            var channel = locks;
            if (channel == null) {
                Files.createDirectories(home);
                channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                locks = channel;
            }
            try {
                return channel.tryLock(at, 1, false) != null;
            } catch (OverlappingFileLockException held) {
                return false;
            }
        }
    }

    private void file(Report queued, Path folder, Path filed) {
        var code = queued.code();
        var started = now();
        var report = with(queued, code, Report.State.RUNNING, started, null, 0);
        try {
            takeLease();
            var renewal =
                    lease.scheduleAtFixedRate(this::renew, LEASE_MILLIS / 3, LEASE_MILLIS / 3, TimeUnit.MILLISECONDS);
            try {
                goingOn.put(code, keep(report));
                report = run(report, folder, filed);
            } finally {
                renewal.cancel(false);
            }
        } catch (Exception | OutOfMemoryError failure) {
            if (stopping) {
                log.warn("程序停止，入库 {} 中断；已入库的部分保持一致，请在启动后重新提交同一目录包", code);
                return;
            }
            log.error("入库 {} 失败", code, failure);
            var sentence =
                    failure instanceof IllegalPackage illegal ? illegal.sentence() : "入库中断,已入库的部分保持一致,请稍后重新提交同一目录包";
            report = new Report(
                    code, Report.State.FAILED, queued.dryRun(), started, now(), 0, List.of(), List.of(), 0, sentence);
        }
        try {
            graph.written("left-lease", Map.of("process", process));
            keep(report);
            deleteAllBut(folder, PROBLEMS);
            goingOn.remove(code);
        } catch (RuntimeException | IOException failure) {
            log.error("入库 {} 的结果未能保存", code, failure);
            // The graph cannot say it, so we do for as long as we live.
            goingOn.put(code, report);
        }
    }

    private Report run(Report running, Path folder, Path filed) throws IOException {
        var code = running.code();
        try (var problems = new Problems(folder.resolve(PROBLEMS));
                var opened = CataloguePackages.open(filed, Files.createDirectories(folder.resolve("unpacked")))) {
            var run = new FilingRun(
                    code,
                    running.dryRun(),
                    opened,
                    folder.resolve("scratch"),
                    graph,
                    units,
                    problems,
                    progress -> goingOn.put(
                            code,
                            with(running, code, Report.State.RUNNING, running.startedAt(), null, progress * 0.95)));
            run.run();
            if (!running.dryRun()) {
                stale.refresh();
                events.publishEvent(new CatalogueChanged(code));
            }
            return new Report(
                    code,
                    Report.State.FINISHED,
                    running.dryRun(),
                    running.startedAt(),
                    now(),
                    1,
                    run.counts(),
                    problems.first(),
                    problems.omitted(),
                    null);
        }
    }

    private void takeLease() throws InterruptedException {
        while (!leased()) {
            Thread.sleep(500);
        }
    }

    /// A renewal that fails must not be the last one.
    private void renew() {
        try {
            leased();
        } catch (RuntimeException failure) {
            log.warn("入库的租约未能续期", failure);
        }
    }

    private boolean leased() {
        var now = System.currentTimeMillis();
        return !graph.written("taken-lease", Map.of("process", process, "now", now, "until", now + LEASE_MILLIS))
                .isEmpty();
    }

    private Report keep(Report report) {
        graph.written(
                "changed-filing",
                Map.of(
                        "code",
                        report.code(),
                        "properties",
                        Map.of(
                                "state", report.state().name(),
                                "progress", report.progress(),
                                "startedAt", report.startedAt() == null ? "" : report.startedAt(),
                                "finishedAt", report.finishedAt() == null ? "" : report.finishedAt(),
                                "report", json.writeValueAsString(report))));
        return report;
    }

    private Report read(String report) {
        return json.readValue(report, Report.class);
    }

    private static Report with(
            Report report,
            String code,
            Report.State state,
            @Nullable String started,
            @Nullable String finished,
            double progress) {
        return new Report(
                code,
                state,
                report.dryRun(),
                started,
                finished,
                progress,
                report.sheets(),
                report.problems(),
                report.problemsOmitted(),
                report.message());
    }

    private static String now() {
        return OffsetDateTime.now(Today.ZONE).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static void delete(Path folder) throws IOException {
        deleteAllBut(folder, "");
    }

    private static void deleteAllBut(Path folder, String kept) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .filter(file -> kept.isEmpty() || !file.equals(folder) && !file.equals(folder.resolve(kept)))
                    .forEach(file -> {
                        try {
                            Files.delete(file);
                        } catch (IOException failure) {
                            throw new UncheckedIOException(failure);
                        }
                    });
        }
    }

    @PreDestroy
    void stop() throws IOException {
        stopping = true;
        worker.shutdownNow();
        lease.shutdownNow();
        synchronized (locking) {
            if (locks != null) {
                locks.close();
            }
        }
    }
}
