package yuanliu.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;

class TurnsTests extends GivenGraph {

    @Autowired
    private Turns turns;

    @Test
    void oneTakesTheTurnAfterTheOther() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            var some = java.util.stream.Stream.generate(() -> asking.submit(() -> {
                        turns.take("example", turn -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            turn.confirm();
                            inside.decrementAndGet();
                        });
                        return true;
                    }))
                    .limit(5)
                    .toList();
            for (var one : some) {
                one.get(60, TimeUnit.SECONDS);
            }
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void aTurnThatHasRunOutFallsToTheNext() throws Exception {
        given("CREATE (:Turn {key: 'example', holder: 'somebody gone', until: timestamp() - 1})");
        var done = new AtomicInteger();

        turns.take("example", turn -> done.incrementAndGet());

        assertThat(done).hasValue(1);
        assertThat(graph.query("MATCH (turn:Turn {key: 'example'}) RETURN turn.holder IS NULL")
                        .fetchAs(Boolean.class)
                        .one())
                .contains(true);
    }

    @Test
    void whoHasLostTheTurnIsToldBeforeWriting() {
        assertThatThrownBy(() -> turns.take("example", turn -> {
                    given("MATCH (turn:Turn {key: 'example'}) SET turn.holder = 'another'");
                    turn.confirm();
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("example");
    }
}
