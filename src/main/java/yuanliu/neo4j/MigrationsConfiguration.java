package yuanliu.neo4j;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.neo4j.autoconfigure.Neo4jAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.data.neo4j.core.Neo4jClient;

/// Brings the graph's constraints and indexes up to date at start, before anyone is handed the client. A read-only
/// server cannot be migrated (the migrations' own lock is a write): there `yuanliu.migrations.enabled` is false.
@AutoConfiguration(after = Neo4jAutoConfiguration.class)
@ConditionalOnProperty(name = "yuanliu.migrations.enabled", matchIfMissing = true, havingValue = "true")
class MigrationsConfiguration {

    private static final String MIGRATED = "graphMigrated";
    private static final String LOCATION = "classpath:cypher/migrations";

    @Bean(MIGRATED)
    InitializingBean graphMigrated(Driver driver, @Value("${spring.data.neo4j.database:neo4j}") String database) {
        return () -> new Migrations(
                        MigrationsConfig.builder()
                                .withLocationsToScan(LOCATION)
                                .withResourceScanner(MigrationsConfiguration::found)
                                .withDatabase(database)
                                .build(),
                        driver)
                .apply();
    }

    /// In place of the scan of every jar on the class path, by unsafe memory, which is what the library would do.
    private static List<URL> found(List<String> locations) {
        var resolver = new PathMatchingResourcePatternResolver();
        var found = new ArrayList<URL>();
        try {
            for (var location : locations) {
                var folder = location.replaceFirst("^(classpath:)?/*", "classpath*:");
                for (var file : resolver.getResources(folder + "/**/*.cypher")) {
                    found.add(file.getURL());
                }
            }
            return found;
        } catch (IOException failure) {
            throw new UncheckedIOException("%s cannot be read".formatted(locations), failure);
        }
    }

    @Bean
    static ClientsAfterMigrations clientsAfterMigrations() {
        return new ClientsAfterMigrations();
    }

    static class ClientsAfterMigrations extends AbstractDependsOnBeanFactoryPostProcessor {

        ClientsAfterMigrations() {
            super(Neo4jClient.class, MIGRATED);
        }
    }
}
