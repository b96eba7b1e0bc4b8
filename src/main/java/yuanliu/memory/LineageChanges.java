package yuanliu.memory;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.TransactionContext;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;

/// Tells those who hold the lineage in memory, here and in other applications, what a transaction has changed that it
/// rests on. Whoever writes such a thing says so in the same transaction, as the last that is done in it.
@Component
public class LineageChanges implements LineageTeller {

    private static final long KEPT_MILLIS = 24L * 60 * 60 * 1000;

    private final Neo4jClient graph;
    private final Memory memory;
    private final Statement changed;

    LineageChanges(Neo4jClient graph, Memory memory, CypherLibrary cypher) {
        this.graph = graph;
        this.memory = memory;
        this.changed = cypher.get("memory/changed");
    }

    /// What is changed, by keys: resources and forms, their fields, agreements, systems. What is made from something is
    /// a change of the user's.
    public static final class Changed {

        private final Set<String> owners = new LinkedHashSet<>();
        private final Set<String> fields = new LinkedHashSet<>();
        private final Set<String> agreements = new LinkedHashSet<>();
        private final Set<String> systems = new LinkedHashSet<>();

        public Changed owners(Collection<String> keys) {
            owners.addAll(keys);
            return this;
        }

        public Changed fields(Collection<String> keys) {
            fields.addAll(keys);
            return this;
        }

        public Changed agreements(Collection<String> keys) {
            agreements.addAll(keys);
            return this;
        }

        public Changed systems(Collection<String> keys) {
            systems.addAll(keys);
            return this;
        }

        public boolean isNothing() {
            return owners.isEmpty() && fields.isEmpty() && agreements.isEmpty() && systems.isEmpty();
        }

        private Map<String, Object> parameters() {
            var now = System.currentTimeMillis();
            return Map.of(
                    "owners", List.copyOf(owners),
                    "fields", List.copyOf(fields),
                    "agreements", List.copyOf(agreements),
                    "systems", List.copyOf(systems),
                    "now", now,
                    "forgotten", now - KEPT_MILLIS);
        }
    }

    @Override
    public Runnable say(TransactionContext transaction, Changed what) {
        if (what.isNothing()) {
            return () -> {};
        }
        var last = transaction
                .run(changed.text(), what.parameters())
                .single()
                .get("last")
                .asLong();
        return () -> memory.expect(last);
    }

    /// Says it in the transaction that goes on.
    public void say(Changed what) {
        if (what.isNothing()) {
            return;
        }
        var last = graph.query(changed.text())
                .bindAll(what.parameters())
                .fetchAs(Long.class)
                .mappedBy((types, row) -> row.get("last").asLong())
                .one()
                .orElseThrow();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    memory.expect(last);
                }
            });
        } else {
            memory.expect(last);
        }
    }
}
