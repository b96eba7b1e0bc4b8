package yuanliu.turns;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;

/// Whose turn it is. A turn is held in the graph, renewed while it lasts, and falls to the next when its holder is
/// gone.
@Component
public class Turns {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);
    private static final long LEASE_MILLIS = 30_000;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Neo4jClient graph;
    private final Statement taken;
    private final Statement left;
    private final Statement held;
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("turns").daemon().factory());

    Turns(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.taken = cypher.get("turns/taken");
        this.left = cypher.get("turns/left");
        this.held = cypher.get("turns/held");
    }

    /// What is done in a turn; it may ask whether the turn is still its own.
    public interface InTurn {
        void run(Turn turn);
    }

    /// Waits for the turn, and does something in it. Two who wait in one application are two as well.
    ///
    /// @param what what only one does at a time
    public void take(String what, InTurn something) throws InterruptedException {
        var turn = new Turn(what, UUID.randomUUID().toString());
        while (!taken(turn)) {
            Thread.sleep(PAUSE);
        }
        var renewing = renewal.scheduleAtFixedRate(
                () -> renew(turn), LEASE_MILLIS / 3, LEASE_MILLIS / 3, TimeUnit.MILLISECONDS);
        try {
            something.run(turn);
        } finally {
            renewing.cancel(false);
            graph.query(left.text())
                    .bindAll(Map.of("what", what, "holder", turn.holder))
                    .run();
        }
    }

    /// A renewal that fails must not be the last one.
    private void renew(Turn turn) {
        try {
            taken(turn);
        } catch (RuntimeException failure) {
            log.warn("“{}”的轮次未能续期", turn.what, failure);
        }
    }

    private boolean taken(Turn turn) {
        var now = System.currentTimeMillis();
        return graph.query(taken.text())
                .bindAll(Map.of("what", turn.what, "holder", turn.holder, "now", now, "until", now + LEASE_MILLIS))
                .fetch()
                .one()
                .isPresent();
    }

    @PreDestroy
    void stop() {
        renewal.shutdownNow();
    }

    /// A turn that was taken.
    public final class Turn {

        private final String what;
        private final String holder;

        private Turn(String what, String holder) {
            this.what = what;
            this.holder = holder;
        }

        /// Locks the turn to the end of the transaction: what is written in it is written by nobody else meanwhile.
        ///
        /// @throws IllegalStateException when the turn has fallen to another, for its holder had slept too long
        public void confirm() {
            if (graph.query(held.text())
                    .bindAll(Map.of("what", what, "holder", holder))
                    .fetch()
                    .one()
                    .isEmpty()) {
                throw new IllegalStateException("轮到他人进行“%s”,本次所得不再写入".formatted(what));
            }
        }
    }
}
