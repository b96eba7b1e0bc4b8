package yuanliu.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.data.neo4j.core.transaction.Neo4jTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/// Neo4j ends a read that takes too long. Writes take the time they need, unless they say otherwise.
final class ReadsInTime implements PlatformTransactionManager {

    private final PlatformTransactionManager transactions;
    private final int seconds;

    ReadsInTime(PlatformTransactionManager transactions, Duration limit) {
        this.transactions = transactions;
        this.seconds = Math.toIntExact(Math.max(1, limit.toSeconds()));
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        return transactions.getTransaction(limited(definition));
    }

    private @Nullable TransactionDefinition limited(@Nullable TransactionDefinition definition) {
        if (definition == null
                || !definition.isReadOnly()
                || definition.getTimeout() != TransactionDefinition.TIMEOUT_DEFAULT) {
            return definition;
        }
        var limited = new DefaultTransactionDefinition(definition);
        limited.setTimeout(seconds);
        return limited;
    }

    @Override
    public void commit(TransactionStatus status) {
        transactions.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        transactions.rollback(status);
    }

    @Configuration(proxyBeanMethods = false)
    static class Transactions {

        @Bean
        Neo4jTransactionManager neo4jTransactions(Driver driver, DatabaseSelectionProvider database) {
            return new Neo4jTransactionManager(driver, database);
        }

        @Bean
        @Primary
        PlatformTransactionManager transactionManager(
                Neo4jTransactionManager neo4j, @Value("${yuanliu.query-timeout:30s}") Duration limit) {
            return new ReadsInTime(neo4j, limit);
        }
    }
}
