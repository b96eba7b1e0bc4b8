package yuanliu.turns;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;

/// Which runs go on, in whatever application: each application says so of its own, and a run of which nobody has said
/// so for a while was broken off with its application.
@Component
public class Going {

    private static final Logger log = LoggerFactory.getLogger(Going.class);
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Neo4jClient graph;
    private final Statement alive;
    private final Statement brokenOff;
    private final Set<String> here = ConcurrentHashMap.newKeySet();

    Going(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
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
                graph.query(alive.text())
                        .bindAll(Map.of("keys", mine, "now", now()))
                        .run();
            }
            end(now() - SILENCE.toMillis());
        } catch (RuntimeException failure) {
            log.warn("正在进行的检测与检查未能续报", failure);
        }
    }

    /// Ends the runs that were last said to go on before a time.
    void end(long before) {
        graph.query(brokenOff.text())
                .bindAll(Map.of(
                        "before",
                        before,
                        "finishedAt",
                        OffsetDateTime.now(ZONE).truncatedTo(ChronoUnit.MILLIS),
                        "message",
                        "程序中断,未完成"))
                .fetchAs(String.class)
                .all()
                .forEach(run -> log.warn("{} 已中断：进行它的程序不再运行", run));
    }
}
