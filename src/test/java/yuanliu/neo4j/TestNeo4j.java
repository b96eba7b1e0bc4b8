package yuanliu.neo4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.neo4j.Neo4jContainer;

/// The one real Neo4j of a test run: the server that `YUANLIU_TEST_NEO4J_URI` names, else a container where a Docker
/// engine answers, else a child process of our own. There is no fourth way, so no test is ever skipped for want of one.
public class TestNeo4j implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    enum Way {
        NAMED,
        CONTAINER,
        CHILD_PROCESS
    }

    private static final Way WAY = choose();
    private static @Nullable OwnServer child;
    private static volatile @Nullable String held;

    private static Way choose() {
        var way = System.getenv("YUANLIU_TEST_NEO4J_URI") != null
                ? Way.NAMED
                : DockerClientFactory.instance().isDockerAvailable() ? Way.CONTAINER : Way.CHILD_PROCESS;
        System.out.println("Neo4j for the tests: " + way);
        return way;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (WAY != Way.CONTAINER) { // whose connection comes from the container's bean below
            TestPropertyValues.of(settings()).applyTo(context);
        }
    }

    /// What another process is told, so that it uses the same server.
    public static Map<String, String> settings() {
        return switch (WAY) {
            case NAMED ->
                settings(
                        System.getenv("YUANLIU_TEST_NEO4J_URI"),
                        System.getenv().getOrDefault("YUANLIU_TEST_NEO4J_USERNAME", "neo4j"),
                        System.getenv().getOrDefault("YUANLIU_TEST_NEO4J_PASSWORD", "neo4j"));
            case CONTAINER -> settings(Container.NEO4J.getBoltUrl(), "neo4j", Container.NEO4J.getAdminPassword());
            case CHILD_PROCESS -> {
                var server = child();
                yield settings(server.boltUri().toString(), OwnServer.USER, server.password());
            }
        };
    }

    private static Map<String, String> settings(String uri, String username, String password) {
        return Map.of(
                "spring.neo4j.uri", uri,
                "spring.neo4j.authentication.username", username,
                "spring.neo4j.authentication.password", password);
    }

    /// The server that was started for the tests; none when they use another.
    static Optional<OwnServer> ownServer() {
        return WAY == Way.CHILD_PROCESS ? Optional.of(child()) : Optional.empty();
    }

    private static synchronized OwnServer child() {
        var server = child;
        if (server == null) {
            server = new OwnServer(Path.of("target", "test-neo4j"), settings(freePort(), freePort()));
            child = server;
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        }
        return server;
    }

    static OwnServerSettings settings(int boltPort, int httpPort) {
        return new OwnServerSettings(boltPort, httpPort, "768m", "128m", Path.of("target", "neo4j.classpath"), null);
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Whether the graph of the tests has been filled with this, and not been wiped since.
    public static boolean holds(String graph) {
        return graph.equals(held);
    }

    public static void filled(String graph) {
        held = graph;
    }

    /// Takes everything out of the graph that is not the migrations' own.
    public static void wipe(Driver driver) {
        held = null;
        try (var session = driver.session()) {
            session.run("""
                    MATCH (n) WHERE NOT n:__Neo4jMigration AND NOT n:__Neo4jMigrationsLock
                    CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS
                    """).consume();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Conditional(DockerAnswers.class)
    public static class Container {

        private static final Kept NEO4J = new Kept();

        /// An application that ends would end its container too, and with it that of all the others.
        private static final class Kept extends Neo4jContainer {

            Kept() {
                super("neo4j:2026.09.0");
                withNeo4jConfig("db.query.default_language", "CYPHER_25");
                Runtime.getRuntime().addShutdownHook(new Thread(super::stop));
            }

            @Override
            public void stop() {}
        }

        @Bean(destroyMethod = "")
        @ServiceConnection
        Neo4jContainer neo4j() {
            return NEO4J;
        }
    }

    static class DockerAnswers implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return WAY == Way.CONTAINER;
        }
    }
}
