package yuanliu.neo4j;

import org.neo4j.driver.Driver;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.neo4j.autoconfigure.Neo4jAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.neo4j.core.Neo4jClient;

/// Brings the graph's constraints and indexes up to date at start, before anyone is handed the client. A read-only
/// server cannot be migrated (the migrations' own lock is a write): there `yuanliu.migrations.enabled` is false.
@AutoConfiguration(after = Neo4jAutoConfiguration.class)
@ConditionalOnProperty(name = "yuanliu.migrations.enabled", matchIfMissing = true, havingValue = "true")
class MigrationsConfiguration {

    private static final String MIGRATED = "graphMigrated";

    @Bean(MIGRATED)
    InitializingBean graphMigrated(Driver driver, @Value("${spring.data.neo4j.database:neo4j}") String database) {
        return () -> GraphMigrations.apply(driver, database);
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
