package yuanliu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import yuanliu.web.Codes;

/// Every figure of the nation on one machine, written into `src/docs/measurements.md` between marks:
///
/// `mvn -Pbench test -Dtest=NationBench -Dbench.heap=2g`
///
/// It generates the package unless it is there, loads it, starts the product as a process of its own with a Neo4j of its own,
/// fills a PostgreSQL of this machine with the same rows, asks both, and compares what they answer.
///
/// - `-Dyuanliu.bench.tier=nation` (`county`, `city`, `province`), `-Dyuanliu.bench.seed=1`
/// - `-Dyuanliu.bench.only=load,restart,questions,clients,duplicates,filing`: some of the parts; what they need is loaded
/// - `-Dyuanliu.bench.folder=`: where the package lies, or is to; else `target/generated`
/// - `-Dyuanliu.bench.load=load`: the command by which it is loaded, else `file`
/// - `-Dyuanliu.bench.requests=200`, `-Dyuanliu.bench.seconds=120`: how often each question is asked, and how long at most
/// - `-Dyuanliu.bench.detections=2`: how often it is looked for what is collected twice
/// - `-Dyuanliu.bench.document=src/docs/measurements.md`
class NationBench {

    private static final String TIER = System.getProperty("yuanliu.bench.tier", "nation");
    private static final Path FOLDER = Path.of(System.getProperty(
            "yuanliu.bench.folder",
            GeneratedPackageBench.folder(TIER, FiledTier.SEED).toString()));
    private static final Path DATA = Path.of("target", "bench-" + TIER + "-" + FiledTier.SEED);
    private static final Path LOADED = DATA.resolve("filed");
    private static final ProductProcess.Sizes SIZES = ProductProcess.Sizes.of(TIER);
    private static final int REQUESTS = Integer.getInteger("yuanliu.bench.requests", 200);
    private static final int SECONDS = Integer.getInteger("yuanliu.bench.seconds", 120);
    /// How often the short questions are asked before they are measured: a JVM has not compiled them sooner.
    private static final int WARMING = 5;
    private static final int RESTARTS = 3;
    private static final int DETECTIONS = Integer.getInteger("yuanliu.bench.detections", 2);
    private static final int CLIENTS = 50;
    private static final int CLIENT_SECONDS = Integer.getInteger("yuanliu.bench.client-seconds", 60);
    /// What is filed every day: a province, by default, into a graph of its own.
    private static final String FILED =
            System.getProperty("yuanliu.bench.filed", Set.of("county", "city").contains(TIER) ? TIER : "province");
    private static final String[] ALONE = {
        "--yuanliu.detection.after-filing=false",
        "--yuanliu.checks.after-filing=false",
        "--yuanliu.detection.cron=-",
        "--yuanliu.checks.cron=-"
    };
    private static final String HEADER =
            "| 问题 question | 须 must | n | 中位 median | p95 | PostgreSQL n | 中位 median | p95 | 倍 times | 达到 reached |\n"
                    + "|---|---|---|---|---|---|---|---|---|---|\n";

    private @Nullable ProductProcess running;
    private final Figures figures =
            new Figures(Path.of(System.getProperty("yuanliu.bench.document", "src/docs/measurements.md")), TIER);

    private interface Part {
        void measure() throws Exception;
    }

    @Test
    void everyFigure() throws Exception {
        var parts = new LinkedHashMap<String, Part>();
        parts.put("load", this::load);
        parts.put("restart", this::restart);
        parts.put("questions", this::questions);
        parts.put("clients", this::clients);
        parts.put("duplicates", this::duplicates);
        parts.put("filing", this::filing);
        var only = List.of(System.getProperty("yuanliu.bench.only", String.join(",", parts.keySet()))
                .split(","));
        assertThat(parts.keySet()).containsAll(only);
        FiledTier.writeOnce(TIER, FOLDER);
        if (Files.notExists(LOADED) && !only.contains("load") && !only.equals(List.of("filing"))) {
            load();
        }
        var failures = new ArrayList<Throwable>();
        try {
            for (var part : only) {
                try {
                    Objects.requireNonNull(parts.get(part)).measure();
                } catch (Exception | AssertionError failure) {
                    // what can be measured without it is measured, and the whole fails in the end
                    failures.add(new AssertionError(part, failure));
                    System.out.println(part + ": " + failure);
                    if (part.equals("load")) {
                        break;
                    }
                }
            }
        } finally {
            stop();
        }
        assertThat(failures).isEmpty();
    }

    // -- loading

    /// How a package comes into an empty graph: by the command that is said.
    private static Process loading() throws IOException {
        return ProductProcess.command(
                DATA,
                SIZES,
                System.getProperty("yuanliu.bench.load", "load"),
                FOLDER.toAbsolutePath().toString(),
                ALONE[0],
                ALONE[1]);
    }

    private void load() throws Exception {
        stop();
        delete(DATA);
        var rows = rows(FOLDER);
        var field = Ordinary.of(FOLDER, 1).fields().getFirst();
        var began = System.nanoTime();
        var process = loading();
        int status;
        Resident resident;
        try (var watched = Resident.of(process.toHandle())) {
            resident = watched;
            status = process.waitFor();
        }
        if (status != 0) {
            throw new AssertionError(Files.readString(DATA.resolve("command.log")));
        }
        var loaded = seconds(began);
        try (var product = ProductProcess.start(DATA, SIZES, ALONE)) {
            product.awaitAnswer();
            product.await(() -> product.questions().knowsField(field));
        }
        var answering = seconds(began);
        Files.createFile(LOADED);
        write("load", """
                ### 装载 · Loading, %s

                %s

                | | 须 must | |
                |---|---|---|
                | 行 rows | | %,d |
                | 装载 loaded, s | | %.0f |
                | 行/秒 rows/s | | %,.0f |
                | 装载并可回答 loaded and answering, s | ≤ 600 | %.0f, %s |
                | 内存 memory | | %s |
                """.formatted(TIER, where(), rows, loaded, rows / loaded, answering, reached(answering <= 600), resident.told()));
    }

    private static long rows(Path folder) throws IOException {
        var rows = 0L;
        var buffer = new byte[1 << 20];
        for (var file : FiledTier.files(folder).values()) {
            try (var in = Files.newInputStream(file)) {
                for (int read; (read = in.read(buffer)) > 0; ) {
                    for (var at = 0; at < read; at++) {
                        rows += buffer[at] == '\n' ? 1 : 0;
                    }
                }
            }
            rows--;
        }
        return rows;
    }

    // -- restarting

    private record Probe(String field, Questions.Reached right) {}

    /// A field that comes from something. Right is what the graph answers at leisure.
    private Probe probe() throws Exception {
        for (var field : Ordinary.of(FOLDER, 50).fields()) {
            var right = going().questions().reached(field, true);
            if (right.count() > 0) {
                return new Probe(field, right);
            }
        }
        throw new IllegalStateException("No field of " + FOLDER + " comes from anything");
    }

    private void restart() throws Exception {
        var probe = probe();
        var answer = new Samples("answer");
        var memory = new Samples("memory");
        for (var time = 0; time < RESTARTS; time++) {
            stop();
            var began = System.nanoTime();
            var product = ProductProcess.start(DATA, SIZES, ALONE);
            running = product;
            product.await(() -> {
                assertThat(product.questions().reached(probe.field(), true)).isEqualTo(probe.right());
                return true;
            });
            answer.add(seconds(began) * 1000);
            if (time == RESTARTS - 1) {
                awaitMemory(product);
                memory.add(seconds(began) * 1000);
            }
        }
        write("restart", """
                ### 重启 · Restarting, %s

                %s

                | | 须 must | n | s | |
                |---|---|---|---|---|
                | 重启至首个正确答案 restart to the first right answer | ≤ 30 s | %d | %.1f, %.1f at most | %s |
                | 至血缘读模型就绪 until the lineage in memory answers, or is found not to pay | | %d | %.1f | |
                """.formatted(
                        TIER,
                        where(),
                        answer.size(),
                        answer.median() / 1000,
                        answer.quantile(1) / 1000,
                        reached(answer.quantile(1) <= 30_000),
                        memory.size(),
                        memory.median() / 1000));
    }

    /// One that goes on for all parts that only ask: to read the nation into memory takes minutes.
    private ProductProcess ready() throws Exception {
        var product = going();
        awaitMemory(product);
        return product;
    }

    private ProductProcess going() throws Exception {
        var product = running;
        if (product == null) {
            product = ProductProcess.start(DATA, SIZES, ALONE);
            running = product;
            product.awaitAnswer();
        }
        return product;
    }

    private void stop() throws Exception {
        var product = running;
        running = null;
        if (product != null) {
            product.close();
        }
    }

    /// A small graph is not held in memory, and the product says so.
    private static void awaitMemory(ProductProcess product) throws Exception {
        product.await(() -> {
            var memory = product.endpoint()
                    .ask("{ lineageMemory { state why readAt } }", Map.of())
                    .path("lineageMemory");
            return memory.path("state").asString().equals("READY")
                    || memory.path("state").asString().equals("OFF")
                            && !memory.path("why").asString("").equals("尚未启动");
        });
    }

    // -- one after the other, beside PostgreSQL

    /// A row of the figures.
    ///
    /// @param bound what the issue asks for, in milliseconds
    /// @param tail  whether the bound is of the ninety-fifth of a hundred, and not of the median
    /// @param times how many times faster than PostgreSQL it must be; 0 when that is not asked for
    private record Wanted(String question, String must, double bound, boolean tail, int times) {

        String row(Samples ours, @Nullable Samples theirs) {
            var faster = theirs == null ? 0 : theirs.median() / ours.median();
            var told = tail ? ours.quantile(0.95) : ours.median();
            return "| %s | %s | %d | %.1f ms | %.1f ms | %s | %s | %s |\n"
                    .formatted(
                            question,
                            must,
                            ours.size(),
                            ours.median(),
                            ours.quantile(0.95),
                            theirs == null
                                    ? "– | – | –"
                                    : "%d | %.1f ms | %.1f ms"
                                            .formatted(theirs.size(), theirs.median(), theirs.quantile(0.95)),
                            theirs == null ? "–" : "%.2f".formatted(faster),
                            reached(told <= bound && faster >= times));
        }
    }

    private void questions() throws Exception {
        var some = Ordinary.of(FOLDER, REQUESTS);
        var hubs = truth("FIELD_REACHED");
        var hub = hubs.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        var unit = truth("UNIT_HELD").entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow();
        var slash = unit.getKey().indexOf('/');
        var table = new StringBuilder(HEADER);
        try (var postgres = Postgres.keptIn(Path.of(
                System.getProperty("java.io.tmpdir"), "yuanliu-bench-postgres-" + TIER + "-" + FiledTier.SEED))) {
            var tables = PackageInPostgres.in(postgres, FOLDER);
            var product = ready();
            try (var resident = Resident.of(product.handle(), postgres)) {
                var questions = product.questions();
                table.append(ordinary(questions, tables, some.fields()));
                table.append(hub(questions, tables, hub.getKey(), hub.getValue()));
                table.append(impact(questions, tables, hub.getKey()));
                table.append(held(
                        questions,
                        tables,
                        unit.getKey().substring(0, slash),
                        unit.getKey().substring(slash + 1),
                        unit.getValue()));
                table.append(search(questions, some.words()));
                write("questions", """
                        ### 提问 · Questions, %s

                        %s; PostgreSQL %s

                        %s
                        枢纽 hub: %s, %,d 个下游 downstream; 单元 unit: %s, %,d 个持有 holders. 逐次比对与 PostgreSQL 的回答一致(枢纽的跳数和部门各比对一次;PostgreSQL 的递归去重式只数数,不说跳数;查找不比) every answer was PostgreSQL's (hops and departments of the hub once; the deduplicating expression counts and tells no hops; search is not compared).

                        内存 memory: %s
                        """.formatted(
                                TIER,
                                where(),
                                postgres.version(),
                                table,
                                hub.getKey(),
                                hub.getValue(),
                                unit.getKey(),
                                unit.getValue(),
                                resident.told()));
            }
        }
    }

    private static String ordinary(Questions questions, PackageInPostgres tables, List<String> fields) throws Exception {
        var ours = new Samples("ours");
        var theirs = new Samples("theirs");
        for (var round = -WARMING; round < 1; round++) {
            for (var at = 0; at < fields.size(); at++) {
                var field = fields.get(at);
                var upstream = at % 2 == 0;
                var id = tables.id(field);
                var answer = time(round < 0, ours, () -> questions.nodes(field, upstream));
                var other = time(round < 0, theirs, () -> tables.nodes(id, upstream));
                assertThat(answer.count()).as(field).isEqualTo(Integer.parseInt(other.getFirst()));
                if (answer.count() <= Questions.FIRST_NODES) {
                    assertThat(named(answer)).as(field).isEqualTo(Set.copyOf(other.subList(1, other.size())));
                } else {
                    assertThat(answer.first()).as(field).hasSize(Questions.FIRST_NODES);
                }
            }
        }
        return new Wanted(
                        "普通信息项的血缘,前 100 个及名称 lineage of an ordinary field, first 100 nodes with names",
                        "p95 ≤ 20 ms",
                        20,
                        true,
                        0)
                .row(ours, theirs);
    }

    private static Set<String> named(Questions.Nodes nodes) {
        return nodes.first().stream().map(node -> node.key() + " " + node.name()).collect(Collectors.toSet());
    }

    private static String hub(Questions questions, PackageInPostgres tables, String hub, int told) throws Exception {
        var id = tables.id(Codes.key(hub));
        var hops = tables.hops(id, false);
        var ours = repeated(() -> questions.reached(hub, false), answer -> {
            assertThat(answer.count()).isEqualTo(told);
            assertThat(answer.hops()).isEqualTo(hops);
        });
        var theirs = repeatedInTime(
                () -> tables.count(id, false), count -> assertThat(count).isEqualTo(told));
        return new Wanted(
                        "枢纽的下游数目与各跳数目 lineage count and hops of the hub", "≤ 300 ms, ≥ 10 ×", 300, false, 10)
                .row(ours, theirs);
    }

    private static String impact(Questions questions, PackageInPostgres tables, String hub) throws Exception {
        var id = tables.id(Codes.key(hub));
        var departments = tables.departments(id);
        var totals = PackageInPostgres.totals(tables.impact(id).getFirst());
        var ours = repeated(() -> questions.impactOfField(hub, Questions.FIRST_DEPARTMENTS), answer -> {
            assertThat(answer.totals()).isEqualTo(totals);
            answer.departments()
                    .forEach((code, hit) -> assertThat(departments.get(code))
                            .as(code)
                            .isEqualTo(new Questions.DepartmentHit(
                                    0, hit.fields(), hit.resources(), hit.systems(), hit.sharings(), hit.calls())));
        });
        var theirs = repeatedInTime(
                () -> tables.impact(id),
                rows -> assertThat(PackageInPostgres.totals(rows.getFirst())).isEqualTo(totals));
        return new Wanted(
                        "枢纽停用的影响,按部门汇总 impact of the hub, rolled up by department",
                        "≤ 1 s, ≥ 10 ×",
                        1000,
                        false,
                        10)
                .row(ours, theirs);
    }

    private static String held(Questions questions, PackageInPostgres tables, String element, String subject, int told)
            throws Exception {
        var right = tables.held(element);
        assertThat(right.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(told);
        var ours = repeated(
                () -> questions.held(element, subject),
                answer -> assertThat(answer).isEqualTo(right));
        var theirs = repeatedInTime(
                () -> tables.held(element), answer -> assertThat(answer).isEqualTo(right));
        return new Wanted(
                        "数源单元及各获取方式的持有数 sourceUnit with counts of its holders by mode", "≤ 300 ms", 300, false, 0)
                .row(ours, theirs);
    }

    private static String search(Questions questions, List<String> words) throws Exception {
        var ours = new Samples("ours");
        for (var round = -WARMING; round < 1; round++) {
            for (var word : words) {
                time(round < 0, ours, () -> questions.found(word));
            }
        }
        return new Wanted("查找中文词,前 20 个 search, Chinese words, first 20", "p95 ≤ 100 ms", 100, true, 0)
                .row(ours, null);
    }

    private static <T> T time(boolean warming, Samples samples, Callable<T> question) throws Exception {
        return warming ? question.call() : samples.time(question);
    }

    private interface Checked<T> {
        void check(T answer);
    }

    /// Asked as often as is wanted; the first few are for warming.
    private static <T> Samples repeated(Callable<T> question, Checked<T> checked) throws Exception {
        return repeated(question, checked, Double.POSITIVE_INFINITY);
    }

    /// PostgreSQL takes seconds for some: it is asked as often as fits into the time.
    private static <T> Samples repeatedInTime(Callable<T> question, Checked<T> checked) throws Exception {
        return repeated(question, checked, SECONDS);
    }

    private static <T> Samples repeated(Callable<T> question, Checked<T> checked, double seconds) throws Exception {
        var samples = new Samples("repeated");
        var began = System.nanoTime();
        for (var warming = 0; warming < 20 && seconds(began) < SECONDS / 4.0; warming++) {
            checked.check(question.call());
        }
        began = System.nanoTime();
        while (samples.size() < REQUESTS && (samples.size() < 3 || seconds(began) < seconds)) {
            checked.check(samples.time(question));
        }
        return samples;
    }

    // -- many at once

    /// What fifty people ask at once: mostly look-ups, lineage and search, sometimes what a change would hit.
    private void clients() throws Exception {
        var some = Ordinary.of(FOLDER, 2_000);
        var product = ready();
        try (var resident = Resident.of(product.handle())) {
            var questions = product.questions();
            together(questions, some, Duration.ofSeconds(2 * CLIENT_SECONDS));
            var told = together(questions, some, Duration.ofSeconds(CLIENT_SECONDS));
            var rate = told.samples().size() / (double) CLIENT_SECONDS;
            write("clients", """
                    ### 并发 · Many at once, %s

                    %s

                    %d 个客户端 clients, %d s: 血缘 lineage 40 %%, 普通资源的影响 impact of ordinary resources 10 %%, sourceUnit 10 %%, 查找 search 15 %%, 查询信息项与资源 look-ups 25 %%

                    | | 须 must | | |
                    |---|---|---|---|
                    | 回答/秒 answers/s | ≥ 500 | %.0f | %s |
                    | 错误 errors | 0 | %d | %s |
                    | 中位 median, p95, 最长 max | | %.1f, %.1f, %.1f ms | |
                    | 内存 memory | | %s | |
                    %s""".formatted(
                            TIER,
                            where(),
                            CLIENTS,
                            CLIENT_SECONDS,
                            rate,
                            reached(rate >= 500),
                            told.errors(),
                            reached(told.errors() == 0),
                            told.samples().median(),
                            told.samples().quantile(0.95),
                            told.samples().quantile(1),
                            resident.told(),
                            told.first() == null ? "" : "\n首个错误 first error: " + told.first()));
        }
    }

    private record Told(Samples samples, int errors, @Nullable String first) {}

    private static Told together(Questions questions, Ordinary some, Duration time) throws Exception {
        var until = System.nanoTime() + time.toNanos();
        var errors = new AtomicInteger();
        var first = new AtomicReference<@Nullable String>();
        var all = new Samples("all");
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var done = new ArrayList<Future<Samples>>();
            for (var client = 0; client < CLIENTS; client++) {
                var chance = new Random(client);
                done.add(clients.submit(() -> {
                    var samples = new Samples("client");
                    while (System.nanoTime() < until) {
                        try {
                            samples.time(() -> mixed(questions, some, chance));
                        } catch (Exception | AssertionError error) {
                            errors.incrementAndGet();
                            first.compareAndSet(null, error.toString());
                        }
                    }
                    return samples;
                }));
            }
            for (var one : done) {
                all.addAll(one.get());
            }
        }
        return new Told(all, errors.get(), first.get());
    }

    private static Object mixed(Questions questions, Ordinary some, Random chance) throws Exception {
        var dice = chance.nextInt(100);
        if (dice < 40) {
            return questions.nodes(one(some.fields(), chance), dice < 20);
        }
        if (dice < 50) {
            return questions.impactOfResource(one(some.resources(), chance), Questions.FIRST_DEPARTMENTS);
        }
        if (dice < 60) {
            return questions.held(one(some.elements(), chance), "");
        }
        if (dice < 75) {
            return questions.found(one(some.words(), chance));
        }
        var there = dice < 88
                ? questions.knowsField(one(some.fields(), chance))
                : questions.knowsResource(one(some.resources(), chance));
        if (!there) {
            throw new AssertionError("What is in the package is not there");
        }
        return true;
    }

    private static String one(List<String> codes, Random chance) {
        return codes.get(chance.nextInt(codes.size()));
    }

    // -- what is collected twice

    private void duplicates() throws Exception {
        var product = ready();
        try (var resident = Resident.of(product.handle())) {
            var endpoint = product.endpoint();
            var runs = new ArrayList<JsonNode>();
            for (var run = 0; run < DETECTIONS; run++) {
                runs.add(detected(endpoint));
            }
            var slowest = runs.stream().mapToDouble(NationBench::seconds).max().orElseThrow();
            var told = resident.told();
            var application = resident.mostOfApplication();
            var last = runs.getLast();
            var text = """
                    ### 重复采集的检测 · Duplicate detection, %s

                    %s

                    | | 须 must | | |
                    |---|---|---|---|
                    | 全量,依次,装载后首次还要写下提议 whole, one after another, the first behind a load writes proposals too, s | ≤ 600 | %s | %s |
                    | 应用的内存 memory of the application, MiB | ≤ 8,192 | %,d | %s |
                    | 内存 memory | | %s | |
                    | 单元, 疑点 units, findings | | %,d, %,d | |
                    """.formatted(
                            TIER,
                            where(),
                            runs.stream()
                                    .map(run -> "%.0f".formatted(seconds(run)))
                                    .collect(Collectors.joining(", ")),
                            reached(slowest <= 600),
                            application,
                            reached(application <= 8_192),
                            told,
                            last.path("units").asLong(),
                            last.path("findings").asLong());
            // what follows asks much, and may fail
            write("duplicates", text);
            write(
                    "duplicates",
                    text + "\n已知的事实 known truth: %s\n".formatted(new Planted(FOLDER).heldAgainst(endpoint::ask, Duration.ofSeconds(2L * SECONDS))));
        }
    }

    private static JsonNode detected(Endpoint endpoint) throws Exception {
        var code = endpoint.ask("mutation { detectDuplicates { code } }", Map.of())
                .path("detectDuplicates")
                .path("code")
                .asString();
        JsonNode run;
        do {
            Thread.sleep(200);
            run = endpoint.ask(
                            "query($code: String!) { detectionRun(code: $code) { state units findings added gone startedAt finishedAt message } }",
                            Map.of("code", code))
                    .path("detectionRun");
        } while (run.path("state").asString().equals("RUNNING"));
        assertThat(run.path("state").asString()).as("%s", run).isEqualTo("FINISHED");
        return run;
    }

    // -- every day

    /// Into a graph of its own, once when everything is new, once more when nothing is, and then as on the day after; without
    /// the detection and the checks that follow, which would be measured with it.
    private void filing() throws Exception {
        stop();
        var folder = GeneratedPackageBench.folder(FILED, FiledTier.SEED);
        FiledTier.writeOnce(FILED, folder);
        var data = Path.of("target", "bench-everyday");
        var tomorrow = Path.of("target", "bench-everyday-later");
        delete(data);
        var filed = FiledTier.files(folder);
        var packages = new LinkedHashMap<String, Map<String, Path>>();
        packages.put("全部新增 all new", filed);
        packages.put("没有变化 nothing new", filed);
        packages.put("次日:每五十行改一行,每百行新增一行 the day after: one of fifty changed, one more for each hundred", DayLater.write(filed, tomorrow));
        var sizes = ProductProcess.Sizes.of(FILED);
        var rows = new StringBuilder();
        try (var product = ProductProcess.start(data, sizes, ALONE).awaitAnswer();
                var resident = Resident.of(product.handle())) {
            for (var which : packages.entrySet()) {
                var report = product.endpoint().file(data, which.getValue());
                var read = Endpoint.rows(report);
                var took = seconds(report);
                var rate = read / took;
                rows.append("| %s | ≥ 20,000 | %,d | %.1f | %,.0f | %s |\n"
                        .formatted(which.getKey(), read, took, rate, reached(rate >= 20_000)));
            }
            write("filing", """
                    ### 日常入库 · Everyday filing, %s

                    %s; %s

                    | | 须 must rows/s | 行 rows | s | 行/秒 rows/s | 达到 reached |
                    |---|---|---|---|---|---|
                    %s
                    内存 memory: %s
                    """.formatted(FILED, where(), sizes, rows, resident.told()));
        }
        delete(data);
        delete(tomorrow);
    }

    // -- telling

    private void write(String part, String text) throws IOException {
        System.out.println(text);
        figures.write(part, text);
    }

    private static String reached(boolean so) {
        return so ? "是 yes" : "**否 no**";
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /// Of what tells when it began and when it ended.
    private static double seconds(JsonNode told) {
        return Duration.between(
                                OffsetDateTime.parse(told.path("startedAt").asString()),
                                OffsetDateTime.parse(told.path("finishedAt").asString()))
                        .toMillis()
                / 1e3;
    }

    /// The machine, what runs on it, and how busy it was.
    private static String where() throws IOException {
        return "%s · %d 核 processors (%s), %s GiB · Java %s · Neo4j %s · 种子 seed %s · 应用 application %s · 负载 load %.1f"
                .formatted(
                        LocalDate.now(ZoneId.of("Asia/Shanghai")),
                        Runtime.getRuntime().availableProcessors(),
                        first(Path.of("/proc/cpuinfo"), "model name\\s*:\\s*(.+)"),
                        Long.parseLong(first(Path.of("/proc/meminfo"), "MemTotal:\\s*(\\d+) kB")) + (1 << 19) >> 20,
                        Runtime.version(),
                        first(Path.of("target", "neo4j.classpath"), ".*?/neo4j-server-([^/]+)\\.jar.*"),
                        FiledTier.SEED,
                        SIZES,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String first(Path file, String pattern) throws IOException {
        var wanted = Pattern.compile(pattern);
        try (var lines = Files.lines(file)) {
            return lines.map(wanted::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse("?");
        }
    }

    private static Map<String, Integer> truth(String kind) throws IOException {
        try (var rows =
                CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve("truth").resolve("hubs.csv"))) {
            return rows.stream()
                    .filter(row -> row.getField("kind").equals(kind))
                    .collect(Collectors.toMap(
                            row -> row.getField("code"), row -> Integer.valueOf(row.getField("count"))));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
