package yuanliu.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Bookmark;

/// Whose a transaction was, when Neo4j tells late which one was meant.
class CommitsTests {

    private final Commits commits = new Commits();

    @Test
    void oneThatIsToldLateMakesRoomForThoseThatBeganLater() {
        ended(commits.begin(), 10);
        var slow = commits.begin();
        ended(commits.begin(), 12);
        var third = commits.begin();
        var fourth = commits.begin();

        // it was the eleventh; all three hear of the last
        ended(slow, 14);
        ended(third, 14);
        ended(fourth, 14);

        assertThat(LongStream.rangeClosed(10, 14).filter(commits::isOurs)).containsExactly(10L, 11L, 12L, 13L, 14L);
    }

    @Test
    void oneThatChangedNothingIsNoneThatWasKnownBefore() {
        ended(commits.begin(), 10);
        ended(commits.begin(), 12);

        var nothing = commits.begin();
        ended(nothing, 12);

        assertThat(commits.isOurs(11)).isFalse();
    }

    @Test
    void anotherGraphCountsAnew() {
        ended(commits.begin(), 100);
        ended(commits.begin(), 7);

        assertThat(commits.isOurs(100)).isFalse();
        assertThat(commits.isOurs(7)).isTrue();
        assertThat(commits.isOurs(6)).isFalse();
    }

    @Test
    void nobodyAsksOfWhatIsForgotten() {
        ended(commits.begin(), 10);
        ended(commits.begin(), 11);

        commits.forget(10);

        assertThat(commits.isOurs(10)).isFalse();
        assertThat(commits.isOurs(11)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 30})
    void asManyAreOursAsWeCommitted(int othersPercent) {
        for (var seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var known = new Commits();
            var begun = new ArrayList<Long>();
            // of those that are committed but were not told yet, the true number
            var untold = new HashMap<Long, Long>();
            long last = 0;
            long mine = 0;
            for (var step = 0; step < 400; step++) {
                switch (random.nextInt(3)) {
                    case 0 -> begun.add(known.begin());
                    case 1 -> {
                        if (random.nextInt(100) < othersPercent) {
                            last++;
                        } else if (!begun.isEmpty()) {
                            untold.put(begun.remove(random.nextInt(begun.size())), ++last);
                            mine++;
                        }
                    }
                    default -> tell(known, untold, random, last);
                }
            }
            while (!untold.isEmpty()) {
                tell(known, untold, random, last);
            }

            assertThat(LongStream.rangeClosed(1, last).filter(known::isOurs).count())
                    .as("seed %d", seed)
                    .isEqualTo(mine);
        }
    }

    private static void tell(Commits known, Map<Long, Long> untold, Random random, long last) {
        if (!untold.isEmpty()) {
            var commit = untold.keySet().stream()
                    .skip(random.nextInt(untold.size()))
                    .findFirst()
                    .orElseThrow();
            untold.remove(commit);
            known.committed(commit, Set.of(bookmark(last)));
            known.over(commit);
        }
    }

    private void ended(long commit, long told) {
        commits.committed(commit, Set.of(bookmark(told)));
        commits.over(commit);
    }

    private static Bookmark bookmark(long number) {
        var bytes = ByteBuffer.allocate(28)
                .put(new byte[] {(byte) 0x91, (byte) 0xCC, 16})
                .put(new byte[16])
                .put((byte) 0xCB)
                .putLong(number);
        return Bookmark.from("FB:" + Base64.getEncoder().encodeToString(bytes.array()));
    }
}
