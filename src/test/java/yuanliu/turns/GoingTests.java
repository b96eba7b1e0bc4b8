package yuanliu.turns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;

class GoingTests extends GivenGraph {

    @Autowired
    private Going going;

    @Test
    void aRunOfWhichNobodySaysThatItGoesOnWasBrokenOff() {
        given("""
                CREATE (:DetectionRun {key: 'D1', code: 'D1', state: 'RUNNING', startedAt: datetime('2026-01-01T00:00:00Z'), alive: 1000}),
                  (:DetectionRun {key: 'D2', code: 'D2', state: 'RUNNING', startedAt: datetime('2026-01-01T00:00:00Z')}),
                  (:DetectionRun {key: 'D3', code: 'D3', state: 'FINISHED', startedAt: datetime('2026-01-01T00:00:00Z'), alive: 1000}),
                  (:CheckRun {key: 'J1', code: 'J1', state: 'RUNNING', startedAt: datetime('2026-01-01T00:00:00Z'), alive: 1000}),
                  (:CheckRun {key: 'J2', code: 'J2', state: 'RUNNING', startedAt: datetime(), alive: timestamp()})""");

        going.end(Going.now() - 60_000);

        assertThat(states()).isEqualTo("D1 FAILED,D2 FAILED,D3 FINISHED,J1 FAILED,J2 RUNNING");
    }

    @Test
    void whatGoesOnHereIsSaidToAsLongAsItDoes() {
        given("""
                CREATE (:DetectionRun {key: 'D1', code: 'D1', state: 'RUNNING', startedAt: datetime(), alive: 1000}),
                  (:CheckRun {key: 'J1', code: 'J1', state: 'RUNNING', startedAt: datetime(), alive: 1000})""");
        going.begun("D1");
        going.begun("J1");
        going.ended("J1");
        try {
            going.say();

            assertThat(states()).isEqualTo("D1 RUNNING,J1 FAILED");
        } finally {
            going.ended("D1");
        }
    }

    private String states() {
        return graph.query("""
                        MATCH (run:DetectionRun|CheckRun)
                        WHERE run.key <> 'count'
                        WITH run ORDER BY run.key
                        RETURN reduce(all = '', one IN collect(run.key + ' ' + run.state) | all + CASE WHEN all = '' THEN '' ELSE ',' END + one)""").fetchAs(String.class).one().orElseThrow();
    }
}
