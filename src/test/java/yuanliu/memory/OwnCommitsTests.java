package yuanliu.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.GraphDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import yuanliu.GivenGraph;
import yuanliu.neo4j.Commits;

/// Of several transactions that end at once Neo4j tells each the number of the last: none of them passes for somebody
/// else's.
class OwnCommitsTests extends GivenGraph {

    private static final int THREADS = 6;
    private static final int WRITES = 100;
    private static final int OTHERS = 5;

    @Autowired
    private Commits commits;

    @Autowired
    private Reading reading;

    @Autowired
    private Neo4jConnectionDetails server;

    @BeforeEach
    void namesAreKnown() {
        reading.makeNames();
        write(-1);
    }

    @Test
    void thoseThatEndAtOnceAreAllOurs() throws Exception {
        var before = last();
        writeAtOnce();

        assertThat(oursBehind(before)).isGreaterThanOrEqualTo(THREADS * WRITES);
    }

    @Test
    void oneOfSomebodyElseAmongThemIsNot() throws Exception {
        var before = last();
        try (var driver = GraphDatabase.driver(server.getUri(), server.getAuthToken());
                var session = driver.session();
                var other = Executors.newSingleThreadExecutor()) {
            var writing = other.submit(() -> {
                for (int i = 0; i < OTHERS; i++) {
                    session.run("MERGE (turn:Turn {key: 'another'}) SET turn.until = $until", Map.of("until", i))
                            .consume();
                }
            });
            writeAtOnce();
            writing.get();
        }

        var all = last() - before;
        assertThat(all - oursBehind(before)).isGreaterThanOrEqualTo(OTHERS);
    }

    /// Other applications of the tests may write into the same graph meanwhile, and this one by itself.
    private long oursBehind(long before) {
        return LongStream.rangeClosed(before + 1, last())
                .filter(commits::isOurs)
                .count();
    }

    private void writeAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var done = new ArrayList<Future<?>>();
            for (int thread = 0; thread < THREADS; thread++) {
                var of = thread;
                done.add(threads.submit(() -> {
                    for (int time = 0; time < WRITES; time++) {
                        write(of * WRITES + time);
                    }
                }));
            }
            for (var one : done) {
                one.get();
            }
        }
    }

    private void write(int number) {
        graph.query("MERGE (turn:Turn {key: 'of ' + $thread}) SET turn.until = $until")
                .bindAll(Map.of("thread", number / WRITES, "until", number))
                .run();
    }

    private long last() {
        return reading.head().transaction().orElseThrow();
    }
}
