package yuanliu.neo4j;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.driver.Driver;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Brings a graph's constraints and indexes up to date.
public final class GraphMigrations {

    private static final String LOCATION = "classpath:cypher/migrations";

    private GraphMigrations() {}

    public static void apply(Driver driver, String database) {
        new Migrations(
                        MigrationsConfig.builder()
                                .withLocationsToScan(LOCATION)
                                .withResourceScanner(GraphMigrations::found)
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
}
