package yuanliu.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadedGraphTests {

    private static final String SAID = """
            Starting to import, the following output will be saved in the directory: /logs/import-2026

            (1/4) Node import 2026-11-27 15:21:04.833+0000
              Estimated number of nodes: 45.66 M
            .......... .......... .......... .......... ..........   5% ∆18s 693ms [18s 693ms]
            .......... .......... .......... .......... .......... 100% ∆0ms [3m 5s 23ms]
            Node import COMPLETED in 3m 5s 30ms
            """;

    @Test
    void howFarAnImportIsStandsInWhatItSays() {
        var linking = SAID + """

                (3/4) Relationship linking 2026-11-27 15:26:45.658+0000
                .......... .......... .......... .......... ..........  35% ∆3s 684ms [33s 293ms]
                .-........ .......... ...--..... -......... ...-......  40% ∆8s 691ms [12s 855ms]
                .......... ...-..""";

        assertThat(LoadedGraph.done("")).isZero();
        assertThat(LoadedGraph.done(SAID)).isEqualTo(0.25);
        assertThat(LoadedGraph.done(linking)).isEqualTo(0.6);
    }
}
