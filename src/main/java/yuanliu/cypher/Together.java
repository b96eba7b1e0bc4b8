package yuanliu.cypher;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// A question for many things at once that many ask at the same moment: while some statements are under way, who comes
/// waits for the next, which then asks for all that wait. To begin and to end a statement costs more than to look up
/// one thing more; and who asks alone waits for nobody.
///
/// Everybody is answered by a statement that began after they had asked. Who writes in a transaction of their own asks
/// by themselves in it: nobody else sees what they wrote.
///
/// @param <K> what is asked for
/// @param <V> what is told of it; of what is not there nothing is
public final class Together<K, V> {

    /// How many statements are under way at most before others wait: more would find fewer to bring together.
    private static final int UNDER_WAY = 2;

    /// For how many things a statement asks together; who asks for more asks for them alone.
    private static final int MOST = 1_000;

    private final Function<Collection<K>, Map<K, V>> question;
    private final boolean brought;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Asked<K, V>> waiting = new ArrayDeque<>();
    private int underWay;

    /// @param question asks the graph; may be called by several at once
    /// @param brought  whether what several ask is brought together at all
    Together(Function<Collection<K>, Map<K, V>> question, boolean brought) {
        this.question = question;
        this.brought = brought;
    }

    private enum Turn {
        /// To ask for all that wait.
        ASK,
        /// It has been answered.
        ANSWERED,
        /// Together it failed: each is to ask alone.
        ALONE
    }

    private static final class Asked<K, V> {

        private final Collection<K> keys;
        private final CompletableFuture<Turn> turn = new CompletableFuture<>();
        private Map<K, V> answer = Map.of();

        Asked(Collection<K> keys) {
            this.keys = keys;
        }

        void answer(Map<K, V> all) {
            answer = part(all, keys);
            turn.complete(Turn.ANSWERED);
        }
    }

    /// The same of which nothing is told is not among the answers.
    public Map<K, V> ask(Collection<K> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        if (!brought || keys.size() > MOST || writes()) {
            return question.apply(keys);
        }
        var mine = new Asked<K, V>(keys);
        return switch (come(mine)) {
            case ASK -> askForAll(mine);
            case ANSWERED -> mine.answer;
            case ALONE -> question.apply(keys);
        };
    }

    private static boolean writes() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private Turn come(Asked<K, V> mine) {
        lock.lock();
        try {
            if (underWay < UNDER_WAY) {
                underWay++;
                return Turn.ASK;
            }
            waiting.add(mine);
        } finally {
            lock.unlock();
        }
        return mine.turn.join();
    }

    private Map<K, V> askForAll(Asked<K, V> mine) {
        var others = others(mine);
        try {
            return others.isEmpty() ? question.apply(mine.keys) : askWith(others, mine);
        } finally {
            next();
        }
    }

    private Map<K, V> askWith(List<Asked<K, V>> others, Asked<K, V> mine) {
        var keys = new LinkedHashSet<>(mine.keys);
        others.forEach(other -> keys.addAll(other.keys));
        Map<K, V> all;
        try {
            all = question.apply(keys);
        } catch (RuntimeException together) {
            // what is wrong with one of them only that one is told
            eachAlone(others);
            return question.apply(mine.keys);
        } catch (Error error) {
            eachAlone(others);
            throw error;
        }
        others.forEach(other -> other.answer(all));
        return part(all, mine.keys);
    }

    private void eachAlone(List<Asked<K, V>> others) {
        others.forEach(other -> other.turn.complete(Turn.ALONE));
    }

    private List<Asked<K, V>> others(Asked<K, V> mine) {
        var others = new ArrayList<Asked<K, V>>();
        var size = mine.keys.size();
        lock.lock();
        try {
            for (var other = waiting.peek();
                    other != null && size + other.keys.size() <= MOST;
                    other = waiting.peek()) {
                size += other.keys.size();
                others.add(waiting.remove());
            }
        } finally {
            lock.unlock();
        }
        return others;
    }

    private void next() {
        Asked<K, V> next;
        lock.lock();
        try {
            next = waiting.poll();
            if (next == null) {
                underWay--;
            }
        } finally {
            lock.unlock();
        }
        if (next != null) {
            next.turn.complete(Turn.ASK);
        }
    }

    private static <K, V> Map<K, V> part(Map<K, V> all, Collection<K> keys) {
        var part = new HashMap<K, V>();
        for (var key : keys) {
            var value = all.get(key);
            if (value != null) {
                part.put(key, value);
            }
        }
        return part;
    }
}
