package yuanliu.neo4j;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real Neo4j Community server in a process of its own, on a class path of its own, with its data in a folder of
/// ours. It ends with us; if it ends before us, that is said and [#alive()] is false.
public final class OwnServer implements AutoCloseable {

    public static final String USER = "neo4j";

    private static final Logger log = LoggerFactory.getLogger(OwnServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration STOPPING = Duration.ofSeconds(60);
    /// Neo4j's own policy without the hosts that its Browser would otherwise fetch fonts and helpers from.
    private static final String BROWSER_ASKS_US_ALONE = "default-src 'self'; img-src 'self' data:; "
            + "style-src 'self' 'unsafe-inline'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
            + "connect-src 'self' ws://127.0.0.1:* ws://localhost:* http://127.0.0.1:* http://localhost:*";

    private static final int OLDEST_JDK = 25;
    static final List<String> JVM_FLAGS = List.of(
            "-XX:+UseG1GC",
            "-XX:-OmitStackTraceInFastThrow",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8");

    private final Path home;
    private final OwnServerSettings settings;
    private final @Nullable Integer guidePort;
    private final FileChannel lock;
    private final String password;
    private final boolean newPassword;
    private final Process process;
    private volatile boolean stopping;
    private volatile boolean answered;

    /// As [#OwnServer(Path, OwnServerSettings, Integer)], without a guide.
    public OwnServer(Path home, OwnServerSettings settings) {
        this(home, settings, null);
    }

    /// Starts it; whoever asks for [#boltUri()] waits until it answers.
    ///
    /// @param guidePort where on this machine our own pages are served, for the guide and style that its Browser opens
    ///                  after login; null when that is not known
    /// @param home where its configuration, data, logs and password are kept
    /// @throws StartRefused with a sentence for whoever starts us
    public OwnServer(Path home, OwnServerSettings settings, @Nullable Integer guidePort) {
        this.guidePort = guidePort;
        this.home = home.toAbsolutePath().normalize();
        this.settings = settings;
        var java = javaCommand(settings);
        var classPath = classPath(settings);
        LoadedGraph.takeOver(this.home);
        try {
            Files.createDirectories(this.home.resolve("conf"));
            Files.createDirectories(this.home.resolve("logs"));
            this.lock = locked(this.home);
            try {
                awaitEndOfPredecessor();
                requireFree(settings);
                configure();
                var watched = installWatch() + File.pathSeparator + classPath;
                var kept = keptPassword();
                this.newPassword = kept.isEmpty();
                this.password = kept.isPresent() ? kept.get() : newlyMade();
                this.process = launch(java, watched);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("数据目录 %s 不能读写".formatted(this.home), failure);
        }
        process.onExit().thenAccept(ended -> {
            if (answered && !stopping) {
                log.error("自带的 Neo4j 意外退出(退出码 {}),图谱不能回答;其日志在 {}", ended.exitValue(), serverLog());
            }
        });
    }

    /// Where it answers, as soon as it does.
    ///
    /// @throws StartRefused with a sentence for whoever starts us, when it never does
    public synchronized URI boltUri() {
        if (!answered) {
            try {
                awaitAnswer();
                answered = true;
            } catch (RuntimeException failure) {
                close();
                throw failure;
            }
        }
        return bolt();
    }

    /// Has the system keep in memory what walks go through.
    void readAhead() {
        ReadAhead.begin(home.resolve("data").resolve("databases").resolve("neo4j"));
    }

    private URI bolt() {
        return URI.create("bolt://127.0.0.1:" + settings.boltPort());
    }

    public URI browserUri() {
        return URI.create("http://127.0.0.1:" + settings.httpPort() + "/browser/");
    }

    public String password() {
        return password;
    }

    public Path passwordFile() {
        return home.resolve(UnderWatch.PASSWORD);
    }

    /// Whether the password was made by this start: the one time at which it is shown.
    public boolean newPassword() {
        return newPassword;
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// Stops the server in order, and by force when it does not end within a minute.
    @Override
    public void close() {
        stopping = true;
        process.destroy();
        try {
            if (!process.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("自带的 Neo4j 在 {} 秒内没有停下,现强行结束", STOPPING.toSeconds());
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly().onExit().join();
            Thread.currentThread().interrupt();
        }
        try {
            Files.deleteIfExists(pidFile());
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path javaCommand(OwnServerSettings settings) {
        var javaHome = settings.javaHome() != null ? settings.javaHome() : Path.of(System.getProperty("java.home"));
        var java = javaHome.resolve("bin").resolve(File.separatorChar == '\\' ? "java.exe" : "java");
        if (!Files.isExecutable(java) || majorVersion(javaHome).orElse(OLDEST_JDK) < OLDEST_JDK) {
            throw new StartRefused(
                    "NO_JDK",
                    "在 %s 没有找到可用的 JDK %d".formatted(javaHome, OLDEST_JDK),
                    "请安装 JDK %d,或用 yuanliu.neo4j.java-home 指明其位置".formatted(OLDEST_JDK));
        }
        return java;
    }

    private static Optional<Integer> majorVersion(Path javaHome) {
        var release = javaHome.resolve("release");
        if (!Files.isReadable(release)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
                    .map(Integer::valueOf)
                    .findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String classPath(OwnServerSettings settings) {
        var file = settings.classpathFile();
        if (!Files.isReadable(file)) {
            throw new StartRefused(
                    "NO_SERVER_JARS",
                    "没有找到自带 Neo4j 的类路径文件 %s".formatted(file.toAbsolutePath()),
                    "请在检出目录中先执行 mvn package 并从该目录启动,或用 spring.neo4j.uri 指明已有的 Neo4j");
        }
        try {
            var classPath = Files.readString(file).strip();
            for (var jar : classPath.split(File.pathSeparator)) {
                if (!Files.isReadable(Path.of(jar))) {
                    throw new StartRefused("NO_SERVER_JARS", "自带 Neo4j 的 %s 不在了".formatted(jar), "请重新执行 mvn package");
                }
            }
            return classPath;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Our own lock, beside Neo4j's: it tells a living sister from a server that is still ending.
    static FileChannel locked(Path home) throws IOException {
        var channel =
                FileChannel.open(home.resolve("yuanliu.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException held) {
            log.debug("The lock is held in this very process", held);
        }
        channel.close();
        throw new StartRefused(
                "DATA_LOCKED", "数据目录 %s 正被另一个源流实例使用".formatted(home), "请先停止那个实例,或用 yuanliu.data 为本实例指定另一个目录");
    }

    /// A server whose parent was killed ends by itself; until it has, its store is locked.
    private void awaitEndOfPredecessor() throws IOException {
        if (!Files.exists(pidFile())) {
            return;
        }
        var written = Files.readString(pidFile()).strip();
        var pid = written.isEmpty() ? -1 : Long.parseLong(written);
        var predecessor = ProcessHandle.of(pid).filter(this::isOurs);
        if (predecessor.isPresent()) {
            log.info("上次的 Neo4j(进程 {})正在结束,稍候", pid);
            predecessor.get().destroy();
            try {
                predecessor.get().onExit().get(STOPPING.toSeconds(), TimeUnit.SECONDS);
            } catch (java.util.concurrent.TimeoutException slow) {
                log.warn("进程 {} 没有停下,现强行结束", pid);
                predecessor.get().destroyForcibly();
                predecessor.get().onExit().join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for process " + pid, interrupted);
            } catch (java.util.concurrent.ExecutionException failure) {
                throw new IllegalStateException("Process " + pid + " cannot be watched", failure);
            }
        }
        Files.deleteIfExists(pidFile());
    }

    private boolean isOurs(ProcessHandle handle) {
        return handle.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains("--home-dir=" + home))
                .orElse(false);
    }

    static void requireFree(OwnServerSettings settings) throws IOException {
        requireFree(settings.boltPort(), "yuanliu.neo4j.bolt-port");
        requireFree(settings.httpPort(), "yuanliu.neo4j.http-port");
    }

    private static void requireFree(int port, String setting) throws IOException {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (java.net.BindException taken) {
            throw new StartRefused(
                    "PORT_TAKEN", "端口 %d 已被占用".formatted(port), "请停止占用它的程序,或用 %s 换一个端口".formatted(setting));
        }
    }

    /// Left to itself Neo4j merges the parts of a full-text index by two: of twenty million fields each text is then
    /// written six times. By ten, as Lucene itself would, and from larger parts, it is written twice.
    private void configure() throws IOException {
        Files.writeString(
                home.resolve("conf").resolve("neo4j.conf"),
                """
                server.default_listen_address=127.0.0.1
                server.bolt.enabled=true
                server.bolt.listen_address=127.0.0.1:%d
                server.http.enabled=true
                server.http.listen_address=127.0.0.1:%d
                server.https.enabled=false
                server.memory.pagecache.size=%s
                db.query.default_language=CYPHER_25
                db.tx_log.rotation.retention_policy=2 days 512M
                dbms.usage_report.enabled=false
                dbms.fleet_manager.enabled=false
                client.allow_telemetry=false
                internal.dbms.index.lucene.merge_factor=10
                internal.dbms.index.lucene.population_ram_buffer_size=128.0
                dbms.security.http_static_content_security_policy_header=%s
                browser.remote_content_hostname_whitelist=127.0.0.1
                """.formatted(
                                        settings.boltPort(),
                                        settings.httpPort(),
                                        settings.pageCacheOrShare(),
                                        BROWSER_ASKS_US_ALONE)
                        + afterLogin());
    }

    private String afterLogin() {
        return guidePort == null
                ? ""
                : "browser.post_connect_cmd=style http://127.0.0.1:%d/browser/style.grass; play http://127.0.0.1:%d/browser/guide.html%n"
                        .formatted(guidePort, guidePort);
    }

    /// Inside our jar the class is no class path entry, so it is laid beside the data.
    private Path installWatch() throws IOException {
        var folder = home.resolve("watch");
        var name = UnderWatch.class.getName().replace('.', '/') + ".class";
        var target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        try (var bytes = OwnServer.class.getClassLoader().getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("No " + name + " on the class path");
            }
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return folder;
    }

    private Optional<String> keptPassword() throws IOException {
        return Files.exists(passwordFile())
                ? Optional.of(Files.readString(passwordFile()).strip())
                : Optional.empty();
    }

    /// The password goes to the child in a file that only we can read, so that it is on no command line. Only once
    /// the server's admin tool has taken it does that file become the one that is kept: see [UnderWatch].
    private String newlyMade() throws IOException {
        var made = randomPassword();
        writeForOwner(home.resolve(UnderWatch.NEW_PASSWORD), made);
        return made;
    }

    private static String randomPassword() {
        var letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        return new SecureRandom()
                .ints(20, 0, letters.length())
                .mapToObj(i -> String.valueOf(letters.charAt(i)))
                .collect(java.util.stream.Collectors.joining());
    }

    private static void writeForOwner(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    private Process launch(Path java, String classPath) throws IOException {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.add("-Xmx" + settings.heapOrShare());
        command.addAll(JVM_FLAGS);
        command.addAll(
                List.of(UnderWatch.class.getName(), "--home-dir=" + home, "--config-dir=" + home.resolve("conf")));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(serverLog().toFile());
        // Not on the command line: with its 20 kB there, the JDK would not tell us the arguments of a predecessor.
        builder.environment().put("CLASSPATH", classPath);
        builder.environment().put("NEO4J_HOME", home.toString());
        builder.environment().put("NEO4J_CONF", home.resolve("conf").toString());
        var started = builder.start();
        Files.writeString(pidFile(), String.valueOf(started.pid()));
        return started;
    }

    private void awaitAnswer() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        Exception last = null;
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new StartRefused(
                        "SERVER_DIED",
                        "自带的 Neo4j 没有启动起来:" + lastLines(serverLog()),
                        Files.exists(home.resolve(UnderWatch.NEW_PASSWORD))
                                ? "数据目录 %s 若来自别处且没有 password 文件,请换一个目录或补上该文件".formatted(home)
                                : "完整日志在 %s".formatted(home.resolve("logs")));
            }
            if (!listening()) {
                pause();
                continue;
            }
            try (var driver = GraphDatabase.driver(bolt(), AuthTokens.basic(USER, password))) {
                driver.executableQuery("RETURN 1").execute();
                return;
            } catch (org.neo4j.driver.exceptions.AuthenticationException wrong) {
                throw new StartRefused(
                        "WRONG_PASSWORD",
                        "%s 中的口令不被 %s 的数据接受".formatted(passwordFile(), home),
                        "若在 Neo4j Browser 中改过口令,请把新口令写入该文件");
            } catch (Neo4jException | IllegalStateException notYet) {
                last = notYet;
                pause();
            }
        }
        throw new StartRefused(
                "SERVER_DIED",
                "自带的 Neo4j 在 %d 秒内没有应答:%s".formatted(PATIENCE.toSeconds(), last),
                "完整日志在 %s".formatted(home.resolve("logs")));
    }

    /// Asked before the driver is: a driver that is refused a connection logs a page about it.
    private boolean listening() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.boltPort()), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the server started", interrupted);
        }
    }

    static @Nullable String lastLines(Path file) {
        try {
            var lines = Files.readAllLines(file);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException unreadable) {
            return "(日志 %s 不能读取)".formatted(file);
        }
    }

    private Path serverLog() {
        return home.resolve("logs").resolve("server.log");
    }

    private Path pidFile() {
        return home.resolve("server.pid");
    }
}
