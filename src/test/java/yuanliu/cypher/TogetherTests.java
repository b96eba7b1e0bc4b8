package yuanliu.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Timeout(60)
class TogetherTests {

    private static final int MANY = 40;

    @AfterEach
    void noTransaction() {
        TransactionSynchronizationManager.clear();
    }

    @Test
    void everybodyIsToldWhatTheyAskedForAndNothingElse() throws Exception {
        var asked = new AtomicInteger();
        var together = together(keys -> {
            asked.incrementAndGet();
            LockSupport.parkNanos(20_000);
            return squares(keys);
        });

        var answers = atOnce(MANY, number -> {
            var chance = new Random(number);
            for (var time = 0; time < 200; time++) {
                var keys = new HashSet<Integer>();
                for (var many = chance.nextInt(6); many >= 0; many--) {
                    keys.add(chance.nextInt(50));
                }
                assertThat(together.ask(keys)).isEqualTo(squares(keys));
            }
            return true;
        });

        assertThat(answers).hasSize(MANY).containsOnly(true);
        assertThat(asked.get()).isLessThan(MANY * 200);
    }

    @Test
    void whileTwoAreAskedTheOthersWaitForOneQuestion() throws Exception {
        var free = new CountDownLatch(1);
        var asked = new ConcurrentLinkedQueue<Set<Integer>>();
        var together = together(keys -> {
            asked.add(Set.copyOf(keys));
            await(free);
            return squares(keys);
        });

        var answers = begin(MANY, number -> together.ask(List.of(number)));
        while (asked.size() < 2) {
            Thread.sleep(1);
        }
        Thread.sleep(200);
        assertThat(asked).hasSize(2);
        free.countDown();

        for (var number = 0; number < MANY; number++) {
            assertThat(answers.get(number).get()).isEqualTo(squares(List.of(number)));
        }
        assertThat(asked.size()).isBetween(3, 6);
        assertThat(asked.stream().mapToInt(Set::size).sum()).isEqualTo(MANY);
    }

    @Test
    void nobodyIsToldWhatWasReadBeforeTheyAsked() throws Exception {
        var now = new AtomicLong();
        var together = together(keys -> {
            var read = now.get();
            Thread.yield();
            var told = new HashMap<Integer, Long>();
            keys.forEach(key -> told.put(key, read));
            return told;
        });

        atOnce(MANY, number -> {
            for (var time = 0; time < 500; time++) {
                var before = now.incrementAndGet();
                assertThat(together.ask(List.of(number)).get(number)).isGreaterThanOrEqualTo(before);
            }
            return true;
        });
    }

    @Test
    void whatFailsForOneFailsForNobodyElse() throws Exception {
        var free = new CountDownLatch(1);
        var under = new AtomicInteger();
        var together = together(keys -> {
            under.incrementAndGet();
            await(free);
            if (keys.contains(7)) {
                throw new IllegalArgumentException("7");
            }
            return squares(keys);
        });

        var answers = begin(MANY, number -> together.ask(List.of(number)));
        while (under.get() < 2) {
            Thread.sleep(1);
        }
        Thread.sleep(100);
        free.countDown();

        for (var number = 0; number < MANY; number++) {
            if (number != 7) {
                assertThat(answers.get(number).get()).isEqualTo(squares(List.of(number)));
            }
        }
        assertThatThrownBy(() -> answers.get(7).get())
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("7");
        assertThat(together.ask(List.of(1))).isEqualTo(Map.of(1, 1));
    }

    @Test
    void whoWritesAsksByThemselves() throws Exception {
        var free = new CountDownLatch(1);
        var under = new AtomicInteger();
        var together = together(keys -> {
            if (!keys.contains(3)) {
                under.incrementAndGet();
                await(free);
            }
            return squares(keys);
        });
        begin(2, number -> together.ask(List.of(number)));
        while (under.get() < 2) {
            Thread.sleep(1);
        }

        TransactionSynchronizationManager.setActualTransactionActive(true);
        assertThat(together.ask(List.of(3))).isEqualTo(Map.of(3, 9));
        free.countDown();
    }

    @Test
    void whoAsksForVeryMuchAsksByThemselvesAndWhoAsksForNothingNotAtAll() {
        var asked = new ArrayList<Integer>();
        var together = together(keys -> {
            asked.add(keys.size());
            return squares(keys);
        });
        var keys = new HashSet<Integer>();
        for (var key = 0; key < 5_000; key++) {
            keys.add(key);
        }

        assertThat(together.ask(keys)).hasSize(4_000);
        assertThat(together.ask(List.of())).isEmpty();
        assertThat(asked).containsExactly(5_000);
    }

    @Test
    void ofAClusterEverybodyAsksByThemselves() throws Exception {
        var asked = new AtomicInteger();
        var together = new CypherLibrary("neo4j://neo4j-1:7687").<Integer, Integer>together(keys -> {
            asked.incrementAndGet();
            LockSupport.parkNanos(20_000);
            return squares(keys);
        });

        atOnce(MANY, number -> together.ask(List.of(number)));

        assertThat(asked).hasValue(MANY);
    }

    private static <V> Together<Integer, V> together(Function<Collection<Integer>, Map<Integer, V>> question) {
        return new Together<>(question, true);
    }

    private static Map<Integer, Integer> squares(Collection<Integer> keys) {
        var squares = new HashMap<Integer, Integer>();
        keys.stream().filter(key -> key % 5 != 4).forEach(key -> squares.put(key, key * key));
        return squares;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private interface Asking<T> {
        T ask(int number) throws Exception;
    }

    private static <T> List<Future<T>> begin(int many, Asking<T> asking) {
        var futures = new ArrayList<Future<T>>();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        for (var number = 0; number < many; number++) {
            var mine = number;
            futures.add(threads.submit(() -> asking.ask(mine)));
        }
        threads.shutdown();
        return futures;
    }

    private static <T> List<T> atOnce(int many, Asking<T> asking) throws Exception {
        var answers = new ArrayList<T>();
        for (var future : begin(many, asking)) {
            answers.add(future.get());
        }
        return answers;
    }
}
