package yuanliu.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import yuanliu.neo4j.Commits;
import yuanliu.web.Today;

/// Holds the lineage of today in memory, and answers from it what takes the graph long.
///
/// It is read in the background; until then, and whenever it is behind, whoever asks is told nothing and asks the
/// graph. It follows the changes that writers tell of ([LineageChanges]), of this application at once and of another
/// within the pause. The transactions of the graph are counted: one that is not of this application was somebody
/// else's, who may have changed anything, and then it is read anew.
@Component
@EnableConfigurationProperties(MemorySettings.class)
public class Memory implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Memory.class);
    private static final int MOST_CHANGES = 500;
    /// How many times more than its due an image may be patched before it is read anew.
    private static final int PATCHED_SHARE = 20;
    private static final int LEAST_PATCHED = 200_000;
    private static final int TRIES = 5;

    /// How many pauses without a change are a break.
    private static final int BREAK = 5;
    /// How long one of ours may take at most from its commit until its number is known here.
    private static final Duration UNSETTLED = Duration.ofMinutes(1);
    private static final Duration SAID_EVERY = Duration.ofMinutes(1);
    /// How many pauses lie between two looks when it is off: the graph may grow.
    private static final int OFF_PAUSE = 10;
    private static final long REMEMBERED = 100_000;
    /// Reading takes at most one part in as many of the time.
    private static final int READ_SHARE = 10;
    /// What takes longer than this to take over is followed by a rest of as many times that.
    private static final Duration LONG = Duration.ofMillis(500);

    private static final int REST = 3;

    /// How the memory stands.
    public enum State {
        /// It is not held: switched off, too small to pay, or too big to fit.
        OFF,
        /// It is being read.
        READING,
        /// It answers.
        READY
    }

    /// @param why       what keeps it from answering; null when nothing does
    /// @param change    the sequence of the last change of the lineage that it knows
    /// @param readAt    when it was read last
    /// @param bytes     about how much memory it takes
    public record Standing(
            State state,
            @Nullable String why,
            long change,
            @Nullable LocalDate day,
            @Nullable Instant readAt,
            long fields,
            long bytes) {}

    private final Reading reading;
    private final Commits commits;
    private final Today today;
    private final MemorySettings settings;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final ReentrantLock waking = new ReentrantLock();
    private final java.util.concurrent.locks.Condition wake = waking.newCondition();
    private volatile @Nullable Image image;
    private volatile State state = State.OFF;
    private volatile @Nullable String why = "尚未启动";
    private volatile long known;
    private volatile long expected;
    private volatile @Nullable Instant readAt;
    private volatile Duration reader = Duration.ZERO;
    private final String key = UUID.randomUUID().toString();
    private Instant saidAt = Instant.EPOCH;
    private Instant notBefore = Instant.EPOCH;
    private Instant restsUntil = Instant.EPOCH;
    private int peers;
    private long settledTransaction;
    private final Map<Long, Doubt> foreign = new HashMap<>();
    private Reading.Changes unread = new Reading.Changes();
    private int tries;
    private long changedSinceBreak;
    private Instant changedAt = Instant.EPOCH;
    private volatile @Nullable Thread thread;
    private boolean toldOff;

    /// A transaction that is not known to be ours.
    ///
    /// @param since when it was met
    /// @param begun how far our own commits had begun then
    private record Doubt(Instant since, long begun) {}

    Memory(Reading reading, Commits commits, Today today, MemorySettings settings) {
        this.reading = reading;
        this.commits = commits;
        this.today = today;
        this.settings = settings;
    }

    /// Asks the memory; empty when it cannot answer for a day as the graph stands, so that the graph is to be asked.
    /// The question may answer null, for the same.
    ///
    /// @param day the day whose rows count
    public <T> Optional<T> ask(LocalDate day, Function<Image, @Nullable T> question) {
        if (state != State.READY || known < expected) {
            return Optional.empty();
        }
        lock.readLock().lock();
        try {
            var now = image;
            return now == null
                            || state != State.READY
                            || known < expected
                            || !now.day().equals(day)
                    ? Optional.empty()
                    : Optional.ofNullable(question.apply(now));
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Whether it would answer for a day, so that it pays to look up what is to be asked of it.
    public boolean answers(LocalDate day) {
        var now = image;
        return now != null
                && state == State.READY
                && known >= expected
                && now.day().equals(day);
    }

    public Standing standing() {
        var now = image;
        return new Standing(
                state,
                why,
                known,
                now == null ? null : now.day(),
                readAt,
                now == null ? 0 : now.fields(),
                now == null ? 0 : now.bytes());
    }

    /// A change was written here: the memory does not answer before it knows it.
    void expect(long change) {
        synchronized (this) {
            expected = Math.max(expected, change);
        }
        lookNow();
    }

    private void lookNow() {
        waking.lock();
        try {
            wake.signalAll();
        } finally {
            waking.unlock();
        }
    }

    @Override
    public void start() {
        if (!settings.enabled()) {
            off("已停用(yuanliu.memory.enabled)");
            return;
        }
        // it goes on for as long as it is the one that is known here, so it is known before it begins
        var following = Thread.ofPlatform().name("memory").daemon().unstarted(this::follow);
        thread = following;
        following.start();
    }

    @Override
    public void stop() {
        var going = thread;
        thread = null;
        if (going != null) {
            going.interrupt();
        }
        image = null;
        state = State.OFF;
        if (saidAt.isAfter(Instant.EPOCH)) {
            try {
                reading.gone(key);
            } catch (RuntimeException unreachable) {
                log.debug("The graph is gone before us; we are forgotten in a while", unreachable);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void follow() {
        while (thread == Thread.currentThread()) {
            try {
                look();
                pause(state == State.OFF ? settings.pause().multipliedBy(OFF_PAUSE) : settings.pause());
            } catch (InterruptedException stopped) {
                return;
            } catch (TooBig tooBig) {
                drop();
                off(tooBig.getMessage());
                if (!sleep(settings.trust())) {
                    return;
                }
            } catch (RuntimeException failure) {
                if (thread != Thread.currentThread()) {
                    return;
                }
                // the graph may be away for a while; what is held is not vouched for until it has been looked at
                log.warn("血缘读模型未能跟上图谱,改由图谱作答:{}", failure.toString());
                drop();
                state = State.READING;
                why = "图谱暂不可读";
                if (!sleep(settings.pause().multipliedBy(5))) {
                    return;
                }
            }
        }
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private void pause(Duration pause) throws InterruptedException {
        waking.lock();
        try {
            if (known >= expected || image == null || isResting()) {
                wake.await(pause.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        } finally {
            waking.unlock();
        }
    }

    /// One look at the graph.
    void look() throws InterruptedException {
        var wanted = expected;
        var head = reading.head();
        if (head.change() < wanted || head.change() < known) {
            log.info("图谱已被换成另一个,重读血缘读模型");
            expect(head, wanted);
            drop();
        }
        var now = image;
        if (now == null) {
            if (Instant.now().isBefore(notBefore)) {
                return;
            }
            build(head);
            return;
        }
        sayThatItIsThere();
        var day = today.date();
        if (!now.day().equals(day)) {
            if (now.boundary != null && !now.boundary.isAfter(day)) {
                log.info("日期已变,有血缘今日生效或失效,重读血缘读模型");
                drop();
                return;
            }
            now.holdOn(day);
        }
        if (head.transaction().isPresent()) {
            countTransactions(head.transaction().getAsLong());
            if (mustBeReadAnew()) {
                var others = "图谱被本应用以外的写入改动(事务 %s)".formatted(new TreeSet<>(foreign.keySet()));
                log.info("{},重读血缘读模型", others);
                notBefore = peers > 0 || readAt == null ? Instant.EPOCH : readAt.plus(reader.multipliedBy(READ_SHARE));
                drop();
                why = others;
                return;
            }
        }
        while (image != null && !isResting() && (known < head.change() || unread.size() > 0 && tries > 0)) {
            var began = Instant.now();
            takeChanges();
            if (image != null) {
                rest(Duration.between(began, Instant.now()));
            }
            if (tries > 0) {
                return;
            }
        }
    }

    /// To follow who files much, batch by batch, would take half of what the filing has: what took long is not done
    /// again at once. Meanwhile the graph answers.
    private void rest(Duration took) {
        if (took.compareTo(LONG) > 0) {
            restsUntil = Instant.now().plus(took.multipliedBy(REST));
        }
    }

    private boolean isResting() {
        return Instant.now().isBefore(restsUntil);
    }

    /// The graph under the address is another, whose changes have not come as far.
    private synchronized void expect(Reading.Head head, long wanted) {
        if (expected == wanted) {
            expected = head.change();
        }
        known = head.change();
    }

    void sayThatItIsThere() {
        var now = Instant.now();
        if (now.isAfter(saidAt.plus(SAID_EVERY))) {
            peers = reading.others(key, SAID_EVERY.multipliedBy(3));
            saidAt = now;
        }
    }

    private void off(@Nullable String reason) {
        state = State.OFF;
        why = reason;
        if (!toldOff) {
            toldOff = true;
            log.info("血缘读模型未启用:{}", reason);
        }
    }

    /// Answers from another image, or from none.
    ///
    /// @return the one from which it has answered
    @Nullable
    Image aside(@Nullable Image other) {
        lock.writeLock().lock();
        try {
            var before = image;
            image = other;
            state = other == null ? State.OFF : State.READY;
            return before;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void drop() {
        lock.writeLock().lock();
        try {
            image = null;
            unread = new Reading.Changes();
            foreign.clear();
            tries = 0;
            if (state == State.READY) {
                state = State.READING;
                why = "正在重读";
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void build(Reading.Head before) {
        var counts = ImageBuilder.Counts.of(reading);
        if (counts.fields() < settings.leastFields()) {
            known = before.change();
            off("信息项 %d 个,少于 %d 个,直接由图谱作答".formatted(counts.fields(), settings.leastFields()));
            return;
        }
        if (counts.bytes() > settings.mostBytes()) {
            known = before.change();
            off("约需内存 %d MB,超过上限 %d MB(yuanliu.memory.most)"
                    .formatted(counts.bytes() >> 20, settings.mostBytes() >> 20));
            return;
        }
        state = State.READING;
        why = "正在读取";
        sayThatItIsThere();
        // what makes a name is nobody's write, if it comes before the transactions are counted
        reading.makeNames();
        var head = reading.head();
        var begun = System.nanoTime();
        settledTransaction = head.transaction().orElse(0);
        foreign.clear();
        var made = ImageBuilder.build(reading, today.date(), counts);
        reader = Duration.ofNanos(System.nanoTime() - begun);
        readAt = Instant.now();
        known = head.change();
        unread = new Reading.Changes();
        tries = 0;
        lock.writeLock().lock();
        try {
            image = made;
            state = State.READY;
            why = null;
            toldOff = false;
        } finally {
            lock.writeLock().unlock();
        }
        log.info("血缘读模型就绪:信息项 {} 个,占内存约 {} MB,用时 {} 秒", made.fields(), made.bytes() >> 20, reader.toSeconds());
    }

    private void countTransactions(long last) {
        var now = Instant.now();
        for (var number = settledTransaction + 1; number <= last; number++) {
            if (!commits.isOurs(number)) {
                foreign.putIfAbsent(number, new Doubt(now, commits.begun()));
            }
        }
        settledTransaction = Math.max(settledTransaction, last);
        foreign.keySet().removeIf(commits::isOurs);
        commits.forget(settledTransaction - REMEMBERED);
    }

    /// Somebody else has written. Where this application is alone, that is a person, and nothing is answered any more
    /// that the graph may not say: as soon as all our own commits are over that may have been this one. Where there are
    /// others, they tell what they change of the lineage, and what else they write is not told apart from a person's:
    /// so it is read anew now and then.
    private boolean mustBeReadAnew() {
        var before = Instant.now().minus(peers > 0 ? settings.trust() : UNSETTLED);
        return foreign.entrySet().stream()
                .anyMatch(one -> one.getValue().since().isBefore(before)
                        || peers == 0
                                && commits.isSomebodyElses(
                                        one.getKey(), one.getValue().begun()));
    }

    private void takeChanges() throws InterruptedException {
        var now = image;
        if (now == null) {
            return;
        }
        var rows = reading.all("changes", Map.of("after", known, "most", MOST_CHANGES));
        var next = known;
        for (var row : rows) {
            var sequence = row.get("sequence").asLong();
            if (sequence != next + 1) {
                log.info("血缘变更记录不连续,重读血缘读模型");
                drop();
                return;
            }
            next = sequence;
            unread.add(row);
        }
        if (unread.size() > Math.max(LEAST_PATCHED, now.fields() / PATCHED_SHARE)
                || changedSinceBreak(unread.size()) > Math.max(LEAST_PATCHED, now.fields() / 2)) {
            settle();
            drop();
            return;
        }
        var patch = Patch.read(reading, now, unread);
        boolean whole;
        lock.writeLock().lock();
        try {
            whole = patch.apply();
            known = next;
        } finally {
            lock.writeLock().unlock();
        }
        if (whole) {
            unread = new Reading.Changes();
            tries = 0;
        } else if (++tries > TRIES) {
            log.info("血缘变更涉及读模型不认识的内容,重读血缘读模型");
            drop();
        }
    }

    /// How much has changed without a break, this too: where it is much, reading it anew afterwards takes less than
    /// following it.
    private long changedSinceBreak(int changed) {
        var now = Instant.now();
        if (now.isAfter(changedAt.plus(settings.pause().multipliedBy(BREAK)))) {
            changedSinceBreak = 0;
        }
        changedAt = now;
        changedSinceBreak += changed;
        return changedSinceBreak;
    }

    /// Waits until nothing more is written, or for a while: much is being filed, and each reading would be behind at
    /// once.
    private void settle() throws InterruptedException {
        state = State.READING;
        why = "正在大量入库,入库后重读";
        var until = Instant.now().plus(settings.trust());
        var last = reading.head().change();
        while (Instant.now().isBefore(until)) {
            Thread.sleep(settings.pause().multipliedBy(BREAK));
            var now = reading.head().change();
            if (now == last) {
                return;
            }
            last = now;
        }
    }
}
