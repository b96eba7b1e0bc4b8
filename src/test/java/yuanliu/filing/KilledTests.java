package yuanliu.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import yuanliu.neo4j.TestNeo4j;

/// The application as a process of its own with its own Neo4j, and what `kill -9` leaves of either.
class KilledTests {

    private static final Path CITY = Path.of("src", "main", "resources", "demo-city");
    private static final Duration STARTING = Duration.ofSeconds(240);

    private final int port = TestNeo4j.freePort();
    private final int boltPort = TestNeo4j.freePort();
    private final int httpPort = TestNeo4j.freePort();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    private Posted user;

    @BeforeEach
    void user() {
        user = new Posted(port);
    }

    @AfterEach
    void endWhatWasStarted() throws InterruptedException {
        user.close();
        for (var process : started) {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void afterAKillOfTheApplicationOrOfItsNeo4jTheSamePackageMakesTheSameGraph() throws Exception {
        var application = start();
        user.file("city.zip", city());
        var undisturbed = graph();
        wipe();

        var killed = halfFiled();
        application.destroyForcibly().waitFor();
        application = start();

        assertThat(graph()).isNotEqualTo(undisturbed);
        assertFailedInChinese(killed);
        user.file("city.zip", city());
        assertThat(differences(undisturbed, graph())).isEmpty();
        wipe();

        var broken = halfFiled();
        var neo4j = neo4j();
        neo4j.destroyForcibly();
        neo4j.onExit().get(30, TimeUnit.SECONDS);
        assertFailedInChinese(broken);
        var unanswered = user.get("/api/filings");
        assertThat(unanswered.statusCode()).isEqualTo(503);
        assertThat(new String(unanswered.body(), StandardCharsets.UTF_8)).contains("图数据库暂时不能回答");
        application.destroy();
        assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
        start();

        assertThat(graph()).isNotEqualTo(undisturbed);
        assertFailedInChinese(broken);
        user.file("city.zip", city());
        assertThat(differences(undisturbed, graph())).isEmpty();
        assertThat(leftIn(folder.resolve("data").resolve("filings"))).isEmpty();
    }

    private Process start() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "yuanliu.Yuanliu",
                        "--server.port=" + port,
                        "--yuanliu.demo=false",
                        "--yuanliu.data=" + folder.resolve("data"),
                        "--yuanliu.neo4j.bolt-port=" + boltPort,
                        "--yuanliu.neo4j.http-port=" + httpPort,
                        "--yuanliu.neo4j.heap=512m",
                        "--yuanliu.neo4j.page-cache=64m",
                        "--spring.neo4j.max-transaction-retry-time=3s")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("CLASSPATH", classPathOfTheApplication());
        var process = builder.start();
        started.add(process);
        Posted.await(STARTING, "A started application", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The application ended: " + logged());
            }
            return isReady();
        });
        return process;
    }

    static String classPathOfTheApplication() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private boolean isReady() {
        try {
            return user.get("/actuator/health").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Path log() {
        return folder.resolve("application.log");
    }

    private String logged() {
        try {
            return Files.readString(log());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// @return where the report is of a filing that has come to a third
    private String halfFiled() throws IOException, InterruptedException {
        var location =
                user.post("city.zip", city()).headers().firstValue("Location").orElseThrow();
        while (true) {
            var report = user.read(location);
            if (report.path("progress").asDouble() > 0.3) {
                assertThat(report.path("state").asString()).as("in mid-filing").isEqualTo("RUNNING");
                return location;
            }
            Thread.sleep(5);
        }
    }

    private void assertFailedInChinese(String location) throws InterruptedException {
        Posted.await(Duration.ofSeconds(60), "FAILED", () -> state(location).equals("FAILED"));
        try {
            assertThat(user.read(location).path("message").asString())
                    .contains("请")
                    .contains("重新提交同一目录包");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private String state(String location) {
        try {
            return user.read(location).path("state").asString();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private ProcessHandle neo4j() throws IOException {
        var pid = Files.readString(folder.resolve("data").resolve("neo4j").resolve("server.pid"))
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private TreeSet<String> graph() throws IOException {
        try (var driver = driver()) {
            return Posted.graph(driver);
        }
    }

    /// What only one of two graphs has.
    private static List<String> differences(Set<String> one, Set<String> other) {
        var all = new ArrayList<String>();
        one.stream().filter(line -> !other.contains(line)).forEach(line -> all.add("- " + line));
        other.stream().filter(line -> !one.contains(line)).forEach(line -> all.add("+ " + line));
        return all;
    }

    private void wipe() throws IOException {
        try (var driver = driver()) {
            TestNeo4j.wipe(driver);
        }
    }

    private Driver driver() throws IOException {
        var password = Files.readString(folder.resolve("data").resolve("neo4j").resolve("password"))
                .strip();
        return GraphDatabase.driver("bolt://127.0.0.1:" + boltPort, AuthTokens.basic("neo4j", password));
    }

    private static byte[] city() throws IOException {
        var sheets = new LinkedHashMap<String, String>();
        try (var files = Files.list(CITY)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                sheets.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return Posted.zip(sheets, StandardCharsets.UTF_8);
    }

    /// What lies about of uploads, but for the problems of filings that are through.
    private static List<Path> leftIn(Path filings) throws IOException {
        try (var files = Files.walk(filings)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("problems.spool") && !file.endsWith("lock"))
                    .toList();
        }
    }
}
