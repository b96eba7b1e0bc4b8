package yuanliu.filing;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.Neo4jException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;
import yuanliu.command.RunningYuanliu;
import yuanliu.command.Settings;
import yuanliu.command.Terminal;
import yuanliu.cypher.CypherLibrary;
import yuanliu.filing.reading.IllegalPackage;
import yuanliu.neo4j.GraphMigrations;
import yuanliu.neo4j.LoadedGraph;
import yuanliu.neo4j.OwnServer;
import yuanliu.neo4j.OwnServerSettings;
import yuanliu.neo4j.StartRefused;
import yuanliu.ownership.Units;

/// Loads a package into an empty graph by `neo4j-admin database import`: for what would take hours to file.
@Command(
        name = LoadCommand.NAME,
        synopsisHeading = "用法:",
        customSynopsis = "java -jar yuanliu.jar load PATH [--files=DIR] [--设置名=值 …]%n",
        description = {
            "把目录包整体装载进空的图谱:校验、写出导入文件、由 neo4j-admin 导入、建约束与索引。源流须未在运行。",
            "指明了 spring.neo4j.uri 时,只把导入文件写入 --files 所指的文件夹,并给出要执行的命令。%n",
        },
        parameterListHeading = "%n",
        optionListHeading = "",
        footer = {"%n退出码:0 全部装载 · 2 有被拒的行 · 1 未装载(图谱不空、不是目录包、路径不能读、导入失败)"},
        exitCodeOnInvalidInput = FilingCommand.NOTHING_FILED,
        exitCodeOnExecutionException = FilingCommand.NOTHING_FILED)
public final class LoadCommand implements Callable<Integer> {

    public static final String NAME = "load";

    private static final Logger ROOT_OF_LOGS = Logger.getLogger("");
    private static final String SCRATCH = "load-";
    private static final String URI_SETTING = "spring.neo4j.uri";
    private static final long SECONDS_BETWEEN_LINES = 30;

    private final Terminal terminal;
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(arity = "1", paramLabel = "PATH", description = "目录包:.csv 文件夹或其 .zip、.xlsx 工作簿、规定文件名的 .csv")
    private @Nullable Path path;

    @Option(names = "--files", paramLabel = "DIR", description = "导入文件写到哪里(只用于不归源流管理的 Neo4j);须不存在或为空")
    private @Nullable Path files;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示这段说明")
    private boolean help;

    @Unmatched
    private List<String> given = new ArrayList<>();

    LoadCommand(Terminal terminal) {
        this.terminal = terminal;
        this.out = terminal.out();
        this.err = terminal.err();
    }

    /// Runs the command as the process; what is not the report goes to standard error.
    ///
    /// @return the exit status
    public static int run(Class<?> application, List<String> arguments) {
        // the driver and the migrations tell the console of every step where no application has set up logging
        ROOT_OF_LOGS.setLevel(Level.WARNING);
        return new LoadCommand(Terminal.ofTheProcess()).run(arguments);
    }

    int run(List<String> arguments) {
        return terminal.run(
                this,
                arguments,
                wrong -> wrong instanceof MissingParameterException ? "请写明要装载的目录包" : FilingCommand.said(wrong),
                FilingCommand.NOTHING_FILED);
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = new Settings(given);
        var refusal = settings.refusal();
        if (refusal.isPresent()) {
            err.println(refusal.get());
            return FilingCommand.NOTHING_FILED;
        }
        var filed = java.util.Objects.requireNonNull(path);
        if (!Files.isReadable(filed)) {
            err.println("“%s”不存在或不能读取%s".formatted(filed, Terminal.ofTheLocale(filed)));
            return FilingCommand.NOTHING_FILED;
        }
        try (var memory = new PeakMemory()) {
            return load(settings, filed, memory);
        } catch (NotLoadable refused) {
            err.println("“%s”未装载:%s".formatted(filed, refused.sentence()));
        } catch (IllegalPackage illegal) {
            err.println("“%s”未装载:%s".formatted(filed, illegal.sentence()));
        } catch (StartRefused refused) {
            err.println("“%s”未装载:%s。%s [%s]".formatted(filed, refused.getMessage(), refused.remedy(), refused.code()));
        } catch (IOException failure) {
            err.println("“%s”未装载:%s [IMPORT_FAILED]".formatted(filed, failure.getMessage()));
        }
        return FilingCommand.NOTHING_FILED;
    }

    private int load(Settings settings, Path filed, PeakMemory memory) throws IOException, InterruptedException {
        try (var running = RunningYuanliu.at(settings.port()).orElse(null)) {
            if (running != null) {
                throw new NotLoadable("YUANLIU_RUNNING", "源流正在本机端口 %d 上运行,请先停止它".formatted(settings.port()));
            }
        }
        var environment = settings.environment();
        var data = Path.of(environment.getProperty("yuanliu.data", "data"))
                .toAbsolutePath()
                .normalize();
        var vocabulary = environment.getProperty("yuanliu.vocabulary.qualifiers", Path.class);
        var units = new Units(vocabulary);
        return environment.containsProperty(URI_SETTING)
                ? write(environment, filed, data, units)
                : load(environment, filed, data, units, memory);
    }

    private int load(ConfigurableEnvironment environment, Path filed, Path data, Units units, PeakMemory memory)
            throws IOException, InterruptedException {
        if (files != null) {
            throw new NotLoadable("FILES_WITHOUT_URI", "--files 只用于由 spring.neo4j.uri 指明的 Neo4j");
        }
        var settings = Binder.get(environment).bindOrCreate("yuanliu.neo4j", OwnServerSettings.class);
        var home = data.resolve("neo4j");
        requireBare(home, settings);
        var watch = new Watch();
        try (var loaded = new LoadedGraph(home, settings)) {
            Loading loading;
            MigratedGraph migrated;
            boolean newPassword;
            try (var migrating = new Migrating(loaded)) {
                loading = read(filed, data, loaded.folder(), units);
                watch.lap("校验并写出导入文件");
                migrated = migrating.result();
                newPassword = migrating.newPassword;
            }
            // the import and Neo4j need the memory that held the package, and nothing else would make us give it back
            System.gc();
            try (var step = new Step("导入")) {
                loaded.importFiles(
                        environment.getProperty("yuanliu.load.heap", "1g"),
                        environment.getProperty("yuanliu.load.off-heap"),
                        loading.arguments(),
                        step);
            }
            watch.lap("导入");
            try (var server = loaded.start();
                    var driver = driver(server);
                    var step = new Step("约束与索引")) {
                if (newPassword) {
                    err.printf(
                            "%n  Neo4j 用户 %s,口令 %s(只显示这一次,保存在 %s)%n%n",
                            OwnServer.USER, server.password(), home.resolve("password"));
                }
                var graph = looked(driver);
                migrated.make(driver, graph, loading.counts(), step);
                requireSame(loading.counts(), graph);
            }
            watch.lap("约束与索引");
            loaded.finish();
            return tell(filed, loading.report(), "已装载", memory);
        }
    }

    /// What the migrations make of an empty graph, found out while the package is read.
    private final class Migrating implements AutoCloseable {

        private final FutureTask<MigratedGraph> task;
        private final Thread thread;
        private volatile boolean newPassword;

        private Migrating(LoadedGraph loaded) {
            task = new FutureTask<>(() -> migrated(loaded));
            thread = Thread.ofPlatform().name("migrations").start(task);
        }

        private MigratedGraph migrated(LoadedGraph loaded) {
            try (var server = loaded.start();
                    var driver = driver(server)) {
                GraphMigrations.apply(driver, "neo4j");
                newPassword = server.newPassword();
                return MigratedGraph.read(looked(driver));
            }
        }

        MigratedGraph result() throws InterruptedException {
            try {
                return task.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
            }
        }

        /// Where the package could not be read, nobody waits for the rest.
        @Override
        public void close() {
            task.cancel(true);
            var interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException now) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Driver driver(OwnServer server) {
        return GraphDatabase.driver(server.boltUri(), AuthTokens.basic(OwnServer.USER, server.password()));
    }

    /// A graph that somebody has filed something into stays what it is.
    private static void requireBare(Path home, OwnServerSettings settings) {
        if (!LoadedGraph.isThere(home)) {
            return;
        }
        try (var server = new OwnServer(home, settings);
                var driver = driver(server)) {
            requireBare(driver);
        }
    }

    /// The graph to look at; what is loaded is not written through it.
    private static FilingGraph looked(Driver driver) {
        return new FilingGraph(driver, new CypherLibrary(""), (transaction, changed) -> {
            throw new IllegalStateException("A load writes files");
        });
    }

    private static void requireBare(Driver driver) {
        var graph = looked(driver);
        if (!graph.read("bare", Map.of()).getFirst().get("bare").asBoolean()) {
            throw new NotLoadable("GRAPH_NOT_EMPTY", "图谱不是空的,只能装载进空的图谱;已有内容时请用 file 入库");
        }
    }

    private static void requireSame(Map<String, Long> expected, FilingGraph graph) {
        var row = graph.read("graph-counts", Map.of()).getFirst();
        var there = new HashMap<String, Long>();
        row.get("labels")
                .asList(pair -> there.put(
                        "(:%s)".formatted(pair.get(0).asString()), pair.get(1).asLong()));
        row.get("types")
                .asList(pair -> there.put(
                        "[:%s]".formatted(pair.get(0).asString()), pair.get(1).asLong()));
        expected.forEach((what, count) -> {
            if (!count.equals(there.getOrDefault(what, 0L))) {
                throw new NotLoadable(
                        "COUNTS_DIFFER", "导入后 %s 有 %d 个,应为 %d 个,未采用".formatted(what, there.get(what), count));
            }
        });
    }

    private int write(ConfigurableEnvironment environment, Path filed, Path data, Units units) throws IOException {
        var folder = files;
        if (folder == null) {
            throw new NotLoadable(
                    "FILES_WANTED", "图谱在 %s,请用 --files=DIR 指明导入文件写到哪里".formatted(environment.getProperty(URI_SETTING)));
        }
        if (Files.exists(folder) && (!Files.isDirectory(folder) || !isEmpty(folder))) {
            throw new NotLoadable("FOLDER_NOT_EMPTY", "“%s”不是空的文件夹".formatted(folder));
        }
        var looked = requireBareThere(environment);
        var loading = read(filed, data, folder.toAbsolutePath().normalize(), units);
        var database = environment.getProperty("spring.data.neo4j.database", "neo4j");
        out.println("""
                导入文件在 %s。请在 Neo4j 所在的机器上依次:
                1. 停止 Neo4j%s
                2. 在该文件夹中执行:
                   neo4j-admin database import full %s %s
                3. 启动 Neo4j,再启动源流:源流启动时建约束与索引,本次装载即列入入库记录 %s
                """.formatted(
                        folder.toAbsolutePath().normalize(),
                        looked ? "" : "(现在没有应答,是否为空没有核对:执行下一步会丢弃其中原有的内容)",
                        String.join(" ", loading.arguments()) + " --overwrite-destination=true",
                        database,
                        loading.report().code()));
        return tell(filed, loading.report(), "已写出导入文件", null);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /// @return whether it answered
    private static boolean requireBareThere(ConfigurableEnvironment environment) {
        var uri = URI.create(environment.getRequiredProperty(URI_SETTING));
        var user = environment.getProperty("spring.neo4j.authentication.username");
        var password = environment.getProperty("spring.neo4j.authentication.password", "");
        try (var driver = GraphDatabase.driver(
                uri,
                user == null ? AuthTokens.none() : AuthTokens.basic(user, password),
                Config.builder()
                        .withConnectionTimeout(5, TimeUnit.SECONDS)
                        .withMaxTransactionRetryTime(5, TimeUnit.SECONDS)
                        .build())) {
            driver.verifyConnectivity();
            requireBare(driver);
            return true;
        } catch (org.neo4j.driver.exceptions.ServiceUnavailableException notThere) {
            return false;
        } catch (Neo4jException refused) {
            throw new NotLoadable("GRAPH_REFUSED", "%s 拒绝了连接:%s".formatted(uri, refused.getMessage()));
        }
    }

    private Loading read(Path filed, Path data, Path folder, Units units) throws IOException {
        Files.createDirectories(data);
        try (var lock =
                FileChannel.open(data.resolve("load.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw running(data);
            }
            deleteLeftOver(data);
            return readAlone(filed, data, folder, units);
        } catch (OverlappingFileLockException inThisProcess) {
            throw running(data);
        }
    }

    private static NotLoadable running(Path data) {
        return new NotLoadable("LOAD_RUNNING", "另一个装载正在数据目录 %s 中进行".formatted(data));
    }

    /// A load that was killed leaves what it had taken apart.
    private static void deleteLeftOver(Path data) throws IOException {
        try (var left = Files.newDirectoryStream(data, SCRATCH + "*")) {
            for (var folder : left) {
                if (Files.isDirectory(folder)) {
                    Filings.delete(folder);
                }
            }
        }
    }

    private Loading readAlone(Path filed, Path data, Path folder, Units units) throws IOException {
        var scratch = Files.createTempDirectory(data, SCRATCH);
        try (var step = new Step("校验 " + filed.getFileName())) {
            return Loading.of(filed, data.resolve("filings"), folder, scratch, units, step);
        } finally {
            Filings.delete(scratch);
        }
    }

    private int tell(Path filed, Report report, String done, @Nullable PeakMemory memory) {
        new PrintedReport(out)
                .print(
                        "“%s”%s(%s)".formatted(filed, done, report.code()),
                        "启动源流后见 /api/filings/%s/report.xlsx".formatted(report.code()),
                        report);
        if (memory != null && memory.gibibytes() > 0) {
            err.println("内存峰值:%.1f GiB(本程序、导入程序与 Neo4j 合计)".formatted(memory.gibibytes()));
        }
        return PrintedReport.total(report, Report.Counts::refused) == 0
                ? FilingCommand.ALL_FILED
                : FilingCommand.SOME_REFUSED;
    }

    /// Tells how far a step has come: a bar for somebody who looks on, else a line now and then.
    private final class Step implements DoubleConsumer, AutoCloseable {

        private final String name;
        private final @Nullable ProgressBar bar;
        private long told = System.nanoTime();

        Step(String name) {
            this.name = name;
            this.bar = terminal.interactive() ? Terminal.progress(name) : null;
        }

        @Override
        public void accept(double done) {
            var percent = Math.round(done * 100);
            var now = System.nanoTime();
            if (bar != null) {
                bar.stepTo(percent);
            } else if (now - told > TimeUnit.SECONDS.toNanos(SECONDS_BETWEEN_LINES)) {
                told = now;
                err.println("%s:%d%%".formatted(name, percent));
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }

    /// Tells how long each step took.
    private final class Watch {

        private long since = System.nanoTime();

        void lap(String step) {
            var now = System.nanoTime();
            err.println("%s:%.1f 秒".formatted(step, (now - since) / 1e9));
            since = now;
        }
    }
}
