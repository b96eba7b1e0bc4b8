package yuanliu.neo4j;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.neo4j.autoconfigure.DataNeo4jAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.neo4j.autoconfigure.Neo4jAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

@ExtendWith(OutputCaptureExtension.class)
class OwnServerConfigurationTests {

    /// As [yuanliu.Yuanliu] starts, but for the capabilities.
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new OwnServerEarly())
            .withConfiguration(AutoConfigurations.of(
                    OwnServerConfiguration.class,
                    Neo4jAutoConfiguration.class,
                    DataNeo4jAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    MigrationsConfiguration.class));

    @TempDir
    Path data;

    @Test
    void withoutAUriAServerIsStartedAndMigratedAndItsEndTurnsHealthDown(CapturedOutput output) {
        var asked = application.withPropertyValues(
                "yuanliu.data=" + data,
                "yuanliu.neo4j.bolt-port=" + TestNeo4j.freePort(),
                "yuanliu.neo4j.http-port=" + TestNeo4j.freePort(),
                "yuanliu.neo4j.heap=512m",
                "yuanliu.neo4j.page-cache=64m");

        asked.run(context -> {
            var driver = context.getBean(Driver.class);
            assertThat(indexes(driver))
                    .contains("search ONLINE cjk", "initials ONLINE standard-no-stop-words", "region_key ONLINE ");
            assertThat(found(driver, "身份")).containsExactly("公民身份号码");

            var server = context.getBean(OwnServer.class);
            assertThat(output.getAll().split(server.password(), -1))
                    .as("the password is shown once")
                    .hasSize(2);
            assertThat(ProcessHandle.of(server.pid()).orElseThrow().info().arguments())
                    .hasValueSatisfying(
                            arguments -> assertThat(Arrays.asList(arguments)).doesNotContain(server.password()));
            var health = context.getBean("ownServerHealth", HealthIndicator.class);
            assertThat(requireNonNull(health.health()).getStatus()).isEqualTo(Status.UP);

            var process = ProcessHandle.of(server.pid()).orElseThrow();
            process.destroyForcibly();
            process.onExit().get(30, TimeUnit.SECONDS);

            var down = requireNonNull(health.health());
            assertThat(down.getStatus()).isEqualTo(Status.DOWN);
            assertThat(down.getDetails()).containsEntry("reason", "自带的 Neo4j 已退出");
            await(() -> output.getAll().contains("自带的 Neo4j 意外退出(退出码 137)"));
        });
    }

    @Test
    void withAUriNoServerIsStarted() {
        var named = application.withPropertyValues(
                "yuanliu.data=" + data, "spring.neo4j.uri=bolt://127.0.0.1:1", "yuanliu.migrations.enabled=false");

        named.run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(OwnServer.class);
            assertThat(data).isEmptyDirectory();
        });
    }

    /// The line is written by whoever watches the process, a moment after it has ended.
    private static void await(BooleanSupplier seen) throws InterruptedException {
        for (int i = 0; i < 100 && !seen.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        assertThat(seen.getAsBoolean()).isTrue();
    }

    private static Iterable<String> indexes(Driver driver) {
        return driver.executableQuery("""
                        SHOW INDEXES YIELD name, state, options
                        RETURN name + ' ' + state + ' ' + coalesce(options.indexConfig['fulltext.analyzer'], '') AS index
                        """).execute().records().stream()
                .map(OwnServerConfigurationTests::first)
                .toList();
    }

    private static Iterable<String> found(Driver driver, String text) {
        driver.executableQuery("""
                        CREATE (:DataElement {key: 'E1', name: '公民身份号码', searchText: '公民身份号码'}),
                               (:DataElement {key: 'E2', name: '民族', searchText: '民族'})
                        """).execute();
        return driver
                .executableQuery("CALL db.index.fulltext.queryNodes('search', $text) YIELD node RETURN node.name")
                .withParameters(Map.of("text", text))
                .execute()
                .records()
                .stream()
                .map(OwnServerConfigurationTests::first)
                .toList();
    }

    private static String first(Record row) {
        return row.get(0).asString();
    }
}
