package yuanliu.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

class OwnServerTests {

    @TempDir
    Path home;

    @Test
    void aTakenPortIsNamedWithItsSetting() throws Exception {
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThatThrownBy(
                            () -> new OwnServer(home, TestNeo4j.settings(taken.getLocalPort(), TestNeo4j.freePort())))
                    .isInstanceOfSatisfying(StartRefused.class, refused -> {
                        assertThat(refused.code()).isEqualTo("PORT_TAKEN");
                        assertThat(refused).hasMessageContaining(String.valueOf(taken.getLocalPort()));
                        assertThat(refused.remedy()).contains("yuanliu.neo4j.bolt-port");
                    });
        }
    }

    @Test
    void aMissingJdkAndMissingJarsAreSaid() {
        var noJdk =
                new OwnServerSettings(1, 2, "1g", "1g", Path.of("target", "neo4j.classpath"), home.resolve("no-jdk"));
        assertThatThrownBy(() -> new OwnServer(home, noJdk))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NO_JDK"));

        var noJars = new OwnServerSettings(1, 2, "1g", "1g", home.resolve("none"), null);
        assertThatThrownBy(() -> new OwnServer(home, noJars))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NO_SERVER_JARS"));
    }

    @Test
    void afterAKillOfTheApplicationTheNextStartWaitsForWhatItLeftBehindAndKeepsDataAndPassword() throws Exception {
        var settings = TestNeo4j.settings(TestNeo4j.freePort(), TestNeo4j.freePort());
        var orphan = leftByAKilledApplication(settings);
        var goesOn = CompletableFuture.runAsync(
                () -> signal("CONT", orphan), CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS));

        try (var server = new OwnServer(home, settings)) {
            assertThat(server.pid()).isNotEqualTo(orphan);
            assertThat(ProcessHandle.of(orphan)).isEmpty();
            assertThat(server.newPassword()).isFalse();
            assertThat(run(server, "MATCH (k:Kept) RETURN k.name AS name")).isEqualTo("留下");
            assertThat(Files.getPosixFilePermissions(server.passwordFile()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(statusOf(server)).isEqualTo(200);

            assertThatThrownBy(
                            () -> new OwnServer(home, TestNeo4j.settings(TestNeo4j.freePort(), TestNeo4j.freePort())))
                    .isInstanceOfSatisfying(StartRefused.class, refused -> {
                        assertThat(refused.code()).isEqualTo("DATA_LOCKED");
                        assertThat(refused).hasMessageContaining(home.toString());
                    });

            var process = ProcessHandle.of(server.pid()).orElseThrow();
            process.destroyForcibly();
            process.onExit().get(30, TimeUnit.SECONDS);
            assertThat(server.alive()).isFalse();
        } finally {
            goesOn.join();
        }

        Files.delete(home.resolve("password"));
        try (var server = new OwnServer(home, settings)) {
            assertThatThrownBy(server::boltUri).isInstanceOfSatisfying(StartRefused.class, refused -> {
                assertThat(refused.code()).isEqualTo("WRONG_PASSWORD");
                assertThat(refused.remedy()).contains("请把新口令写入该文件");
            });
        }
    }

    /// Its server is still there, and slow to end.
    private long leftByAKilledApplication(OwnServerSettings settings) throws Exception {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Application.class.getName(),
                        home.toString(),
                        String.valueOf(settings.boltPort()),
                        String.valueOf(settings.httpPort()))
                .redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var application = builder.start();
        try (var lines = application.inputReader()) {
            var orphan = lines.lines()
                    .filter(line -> line.startsWith(Application.RUNS))
                    .mapToLong(line -> Long.parseLong(line.substring(Application.RUNS.length())))
                    .findFirst()
                    .orElseThrow();
            signal("STOP", orphan);
            application.destroyForcibly().waitFor();
            return orphan;
        }
    }

    /// A stopped server is one that is slow to end.
    private static void signal(String name, long pid) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                            .inheritIO()
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// What is killed: it starts a server, writes into it, says its process and waits.
    static class Application {

        static final String RUNS = "server: ";

        public static void main(String[] args) throws InterruptedException {
            var server = new OwnServer(
                    Path.of(args[0]), TestNeo4j.settings(Integer.parseInt(args[1]), Integer.parseInt(args[2])));
            assertThat(server.newPassword()).isTrue();
            run(server, "CREATE (:Kept {name: '留下'})");
            System.out.println(RUNS + server.pid());
            Thread.sleep(Duration.ofMinutes(10));
        }
    }

    private static int statusOf(OwnServer server) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(server.browserUri()).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String run(OwnServer server, String statement) {
        try (var driver = GraphDatabase.driver(server.boltUri(), AuthTokens.basic(OwnServer.USER, server.password()))) {
            var records = driver.executableQuery(statement).execute().records();
            return records.isEmpty() ? "" : records.getFirst().get(0).asString();
        }
    }
}
