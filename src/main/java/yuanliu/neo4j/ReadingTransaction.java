package yuanliu.neo4j;

import java.util.Map;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;

/// A transaction that only reads, each statement of it a transaction of Neo4j's own. Neo4j reads what is committed when
/// a statement reads it, whatever was read before in the same transaction: so nothing is lost, and a question goes over
/// the wire once where it went three times. What limits the transaction limits each statement.
final class ReadingTransaction implements Transaction {

    private final Session session;
    private final TransactionConfig config;
    private boolean open = true;

    ReadingTransaction(Session session, TransactionConfig config) {
        this.session = session;
        this.config = config;
    }

    @Override
    public Result run(Query query) {
        if (!open) {
            throw new IllegalStateException("The transaction is over");
        }
        return session.run(query, config);
    }

    @Override
    public Result run(String text) {
        return run(new Query(text));
    }

    @Override
    public Result run(String text, Value parameters) {
        return run(new Query(text, parameters));
    }

    @Override
    public Result run(String text, Map<String, Object> parameters) {
        return run(new Query(text, parameters));
    }

    @Override
    public Result run(String text, Record parameters) {
        return run(new Query(text, parameters.asMap()));
    }

    @Override
    public void commit() {
        open = false;
    }

    @Override
    public void rollback() {
        open = false;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
