package yuanliu.turns;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Today;

/// Which runs go on, in whatever application: each application says so of its own, and a run of which nobody has said
/// so for a while was broken off with its application.
@Component
public class Going {

    private static final Logger log = LoggerFactory.getLogger(Going.class);
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final Driver driver;
    private final Statement alive;
    private final Statement brokenOff;
    private final Set<String> here = ConcurrentHashMap.newKeySet();

    Going(Driver driver, CypherLibrary cypher) {
        this.driver = driver;
        this.alive = cypher.get("turns/alive");
        this.brokenOff = cypher.get("turns/broken-off");
    }

    /// @param run the key of a run that was entered with the time as `alive`
    public void begun(String run) {
        here.add(run);
    }

    public void ended(String run) {
        here.remove(run);
    }

    /// The time as it is said, in milliseconds.
    public static long now() {
        return System.currentTimeMillis();
    }

    @Scheduled(fixedRate = 20_000)
    void say() {
        try {
            var mine = List.copyOf(here);
            if (!mine.isEmpty()) {
                written(alive, Map.of("keys", mine, "now", now()));
            }
            end(now() - SILENCE.toMillis());
        } catch (RuntimeException failure) {
            log.warn("正在进行的检测与检查未能续报", failure);
        }
    }

    /// Ends the runs that were last said to go on before a time.
    void end(long before) {
        written(
                        brokenOff,
                        Map.of(
                                "before",
                                before,
                                "finishedAt",
                                OffsetDateTime.now(Today.ZONE).truncatedTo(ChronoUnit.MILLIS),
                                "message",
                                "程序中断,未完成"))
                .forEach(row -> log.warn("{} 已中断：进行它的程序不再运行", row.get("run").asString()));
    }

    private List<Record> written(Statement statement, Map<String, Object> parameters) {
        try (var session = driver.session()) {
            return session.executeWrite(
                    writing -> writing.run(statement.text(), parameters).list());
        }
    }
}
