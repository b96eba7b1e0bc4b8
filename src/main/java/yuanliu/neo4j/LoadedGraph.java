package yuanliu.neo4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The graph of our own server, made anew by `neo4j-admin database import` in a folder beside it. Until [#finish()] the
/// one that is there stays as it is, and from then on the new one is it, whenever we are stopped.
public final class LoadedGraph implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LoadedGraph.class);
    private static final String LOADING = ".loading";
    private static final String LOADED = ".loaded";
    private static final Pattern STAGE = Pattern.compile("^\\((\\d)/(\\d)\\) ", Pattern.MULTILINE);
    private static final Pattern PERCENT = Pattern.compile("^[.\\- ]+ (\\d+)% ", Pattern.MULTILINE);
    /// What of a home belongs to the graph that is replaced, or to a process.
    private static final Set<Path> NOT_TAKEN_ALONG = Set.of(
            Path.of("data", "databases", "neo4j"),
            Path.of("data", "transactions", "neo4j"),
            Path.of("logs"),
            Path.of("run"),
            Path.of("server.pid"),
            Path.of("yuanliu.lock"));

    private final Path home;
    private final Path loading;
    private final OwnServerSettings settings;
    private final FileChannel lock;

    /// @throws StartRefused when somebody uses the graph
    public LoadedGraph(Path home, OwnServerSettings settings) {
        this.home = home.toAbsolutePath().normalize();
        this.loading = beside(this.home, LOADING);
        this.settings = settings;
        OwnServer.javaCommand(settings);
        OwnServer.classPath(settings);
        try {
            takeOver(this.home);
            Files.createDirectories(this.home);
            this.lock = OwnServer.locked(this.home);
            try {
                OwnServer.requireFree(settings);
                delete(loading);
                Files.createDirectories(folder());
                takeAlong();
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("数据目录 %s 不能读写".formatted(this.home), failure);
        }
    }

    /// Whether a home holds a graph at all, be it an empty one.
    public static boolean isThere(Path home) {
        return Files.exists(home.resolve("data").resolve("databases").resolve("neo4j"))
                || Files.exists(beside(home.toAbsolutePath().normalize(), LOADED));
    }

    /// Where the files lie that are imported.
    public Path folder() {
        return loading.resolve("import");
    }

    /// What a start finds of a load that was through: it is the graph now.
    static void takeOver(Path home) {
        var loaded = beside(home, LOADED);
        if (!Files.exists(loaded)) {
            return;
        }
        try {
            delete(home);
            Files.move(loaded, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("装载好的图谱 %s 不能移到 %s".formatted(loaded, home), failure);
        }
    }

    private static Path beside(Path home, String ending) {
        return home.resolveSibling(home.getFileName() + ending);
    }

    /// Users and their passwords stay.
    private void takeAlong() throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.toList()) {
                var path = home.relativize(file);
                if (NOT_TAKEN_ALONG.stream().noneMatch(path::startsWith) && !file.equals(home)) {
                    var target = loading.resolve(path);
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.createDirectories(target.getParent());
                        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
        }
    }

    /// Imports what lies in the folder, and deletes it.
    ///
    /// @param heap     most heap of the import, as the JVM reads it
    /// @param offHeap  most memory beside it, as the import reads it; half of what is available when not given
    /// @param progress is told again and again how much of the whole is done
    public void importFiles(String heap, @Nullable String offHeap, List<String> arguments, DoubleConsumer progress)
            throws IOException, InterruptedException {
        var logs = Files.createDirectories(loading.resolve("logs"));
        var conf = Files.createDirectories(loading.resolve("conf"));
        Files.writeString(conf.resolve("neo4j.conf"), "dbms.usage_report.enabled=false\n");
        var said = logs.resolve("import.log");
        var command = new ArrayList<>(List.of(OwnServer.javaCommand(settings).toString(), "-Xmx" + heap));
        command.addAll(OwnServer.JVM_FLAGS);
        command.addAll(List.of("org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j"));
        command.addAll(arguments);
        command.add("--max-off-heap-memory=" + (offHeap != null ? offHeap : halfOfTheAvailable()));
        command.add("--overwrite-destination=true");
        command.add("--report-file=" + logs.resolve("import.report"));
        var builder = new ProcessBuilder(command)
                .directory(folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("CLASSPATH", OwnServer.classPath(settings));
        builder.environment().put("NEO4J_HOME", loading.toString());
        builder.environment().put("NEO4J_CONF", conf.toString());
        var process = builder.start();
        var ending = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            while (!process.waitFor(1, TimeUnit.SECONDS)) {
                progress.accept(done(Files.readString(said)));
            }
            if (process.exitValue() != 0) {
                throw new IOException("neo4j-admin database import: %d, %s"
                        .formatted(process.exitValue(), OwnServer.lastLines(said)));
            }
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(ending);
        }
        delete(folder());
    }

    /// Left to itself the import asks how much memory is free, and what the system keeps of the files just written does
    /// not count as free: then it has next to nothing, and links relationships in many small rounds.
    private static String halfOfTheAvailable() throws IOException {
        var available = OwnServerSettings.available();
        return available.isEmpty() ? "50%" : Math.min(available.getAsLong(), OwnServerSettings.machine()) / 2 + "m";
    }

    /// How much of an import is done that says `(2/4) Relationship import` and, under it, per cents of that.
    static double done(String said) {
        var stage = STAGE.matcher(said);
        var done = 0.0;
        while (stage.find()) {
            var percent = PERCENT.matcher(said).region(stage.end(), said.length());
            var ofIt = 0;
            while (percent.find()) {
                ofIt = Integer.parseInt(percent.group(1));
            }
            done = (Integer.parseInt(stage.group(1)) - 1 + ofIt / 100.0) / Integer.parseInt(stage.group(2));
        }
        return done;
    }

    /// A server on the new graph; before anything is imported, on an empty one.
    public OwnServer start() {
        return new OwnServer(loading, settings);
    }

    /// From here on the new graph is the graph.
    public void finish() throws IOException {
        Files.move(loading, beside(home, LOADED), StandardCopyOption.ATOMIC_MOVE);
        takeOver(home);
    }

    @Override
    public void close() {
        try {
            lock.close();
            delete(loading);
        } catch (IOException failure) {
            log.warn("{} 未能删除,下次装载时删除", loading, failure);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
