package yuanliu.memory;

import org.neo4j.driver.TransactionContext;

/// Says what a transaction of the driver has changed that the lineage in memory rests on.
public interface LineageTeller {

    /// @return what is to be done once the transaction is through
    Runnable say(TransactionContext transaction, LineageChanges.Changed what);
}
