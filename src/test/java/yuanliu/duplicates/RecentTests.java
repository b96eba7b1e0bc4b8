package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import yuanliu.web.NotYet;

@Timeout(60)
class RecentTests {

    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicReference<String> mark = new AtomicReference<>("one");
    private final AtomicInteger readings = new AtomicInteger();
    private final Semaphore mayRead = new Semaphore(0);
    private Recent<String> recent = with(new Recent.Patience(LONG, LONG, LONG));

    private Recent<String> with(Recent.Patience patience) {
        return new Recent<>("test", mark::get, this::read, patience, "稍后再试");
    }

    private String read() {
        var now = mark.get();
        mayRead.acquireUninterruptibly();
        return now + readings.incrementAndGet();
    }

    @AfterEach
    void end() {
        mayRead.release(100);
        recent.close();
    }

    @Test
    void whatStillHoldsIsNotReadAgain() {
        mayRead.release(100);

        assertThat(recent.get()).isEqualTo("one1");
        assertThat(recent.get()).isEqualTo("one1");
    }

    @Test
    void whatHasChangedIsReadAnewForWhoAsks() {
        mayRead.release(100);
        recent.get();
        mark.set("two");

        assertThat(recent.get()).isEqualTo("two2");
    }

    @Test
    void whatIsOldIsReadAnew() {
        mayRead.release(100);
        recent = with(new Recent.Patience(Duration.ofMillis(1), LONG, LONG));
        recent.get();
        var before = readings.get();
        while (readings.get() == before) {
            recent.get();
        }

        assertThat(readings.get()).isGreaterThan(before);
    }

    @Test
    void whatTookLongCountsLonger() {
        recent = new Recent<>(
                "test",
                mark::get,
                () -> {
                    try {
                        Thread.sleep(500);
                    } catch (InterruptedException end) {
                        throw new IllegalStateException(end);
                    }
                    return read();
                },
                new Recent.Patience(Duration.ofMillis(1), LONG, LONG),
                "");
        mayRead.release(100);
        recent.get();
        recent.get();

        assertThat(readings).hasValue(1);
    }

    @Test
    void whatTakesLongIsAnsweredAsItWasAndReadBehind() throws Exception {
        recent = with(new Recent.Patience(LONG, Duration.ZERO, LONG));
        mayRead.release();
        assertThat(recent.anew()).isEqualTo("one1");
        mark.set("two");

        assertThat(recent.get()).isEqualTo("one1");
        assertThat(recent.get()).isEqualTo("one1");
        mayRead.release();
        while (!recent.get().equals("two2")) {
            Thread.sleep(1);
        }
        assertThat(readings).hasValue(2);
    }

    @Test
    void whoAsksBeforeItWasEverReadIsNotKeptWaiting() throws Exception {
        recent = with(new Recent.Patience(LONG, Duration.ZERO, Duration.ofMillis(20)));

        assertThatExceptionOfType(NotYet.class).isThrownBy(() -> recent.get()).withMessage("稍后再试");
        mayRead.release();
        String read = null;
        while (read == null) {
            try {
                read = recent.get();
            } catch (NotYet later) {
                Thread.sleep(1);
            }
        }
        assertThat(read).isEqualTo("one1");
    }

    @Test
    void aFailureIsToldAndTheNextOneReadsAgain() {
        var fails = new CountDownLatch(1);
        recent = new Recent<>(
                "test",
                mark::get,
                () -> {
                    if (fails.getCount() > 0) {
                        fails.countDown();
                        throw new IllegalStateException("away");
                    }
                    return "there";
                },
                new Recent.Patience(LONG, LONG, LONG),
                "");

        assertThatIllegalStateException().isThrownBy(() -> recent.get()).withMessage("away");
        assertThat(recent.get()).isEqualTo("there");
    }
}
