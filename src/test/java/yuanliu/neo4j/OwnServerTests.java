package yuanliu.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

class OwnServerTests {

    @TempDir
    Path home;

    @Test
    void itServesBoltAndBrowserAndKeepsDataAndPasswordOverARestart() throws Exception {
        var settings = TestNeo4j.settings(TestNeo4j.freePort(), TestNeo4j.freePort());

        String password;
        try (var server = new OwnServer(home, settings)) {
            password = server.password();
            assertThat(server.newPassword()).isTrue();
            assertThat(Files.getPosixFilePermissions(server.passwordFile()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(statusOf(server)).isEqualTo(200);
            run(server, "CREATE (:Kept {name: '留下'})");
        }

        try (var server = new OwnServer(home, settings)) {
            assertThat(server.newPassword()).isFalse();
            assertThat(server.password()).isEqualTo(password);
            assertThat(run(server, "MATCH (k:Kept) RETURN k.name AS name")).isEqualTo("留下");

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
        }
    }

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
