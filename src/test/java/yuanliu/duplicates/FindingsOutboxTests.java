package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.GivenGraph;
import yuanliu.web.Window;
import yuanliu.webhook.Receiver;

/// The receiver of the webhook learns what runs found, in order, each once.
@DirtiesContext
class FindingsOutboxTests extends GivenGraph {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Receiver RECEIVER = new Receiver(202);

    @Autowired
    private FindingsOutbox outbox;

    @Autowired
    private FindingsFeed feed;

    private static List<JsonNode> received() {
        return RECEIVER.bodies().stream().map(JSON::readTree).toList();
    }

    @DynamicPropertySource
    static void receiver(DynamicPropertyRegistry properties) {
        RECEIVER.isTold(properties, 2);
    }

    @AfterAll
    static void stop() {
        RECEIVER.close();
    }

    @BeforeEach
    void nobodyWasToldYet() {
        outbox.close();
        RECEIVER.bodies().clear();
        RECEIVER.answer(202);
        given("""
                CREATE (:DuplicateFinding {key: 'DC1-A', code: 'DC1-A', name: '户籍地址多头采集', kind: 'CROSS_DEPARTMENT',
                  score: 0.95, band: 'CONFIRMED', signals: '[]', suggestion: '停采改共享', rules: 'test', saved: 0,
                  state: 'SUSPECTED', present: true, version: 1,
                  firstSeen: datetime('2026-11-20T02:00:00+08:00'), lastSeen: datetime('2026-11-24T02:00:00+08:00')})
                """);
    }

    private void step(long sequence, String to, String reason, boolean byPerson) {
        given("""
                MATCH (finding:DuplicateFinding)
                CREATE (finding)-[:HAS_STEP]->(:FindingStep {number: $sequence, sequence: $sequence, to: $to, reason: $reason,
                  at: datetime('2026-11-24T02:00:00+08:00'), by: CASE WHEN $byPerson THEN '某人' END})
                MERGE (feed:FindingFeed {key: 'steps'})
                SET feed.last = $sequence
                """, Map.of("sequence", sequence, "to", to, "reason", reason, "byPerson", byPerson));
    }

    @Test
    void whatWasFoundBeforeAnybodyListenedIsNotTold() {
        step(1, "SUSPECTED", "检出", false);

        outbox.empty();
        step(2, "RECURRED", "销号后再次检出", false);
        step(3, "ASSIGNED", "派发", true);
        outbox.empty();
        outbox.empty();

        assertThat(received()).singleElement().satisfies(event -> {
            assertThat(event.path("type").asString()).isEqualTo("yuanliu.findings.detected");
            assertThat(event.path("id").asString()).isEqualTo("findings-1-2");
            var data = event.path("data");
            assertThat(data.path("count").asInt()).isEqualTo(1);
            assertThat(data.path("findings").get(0).path("code").asString()).isEqualTo("DC1-A");
            assertThat(data.path("findings").get(0).path("state").asString()).isEqualTo("RECURRED");
            assertThat(data.path("findings").get(0).path("reason").asString()).isEqualTo("销号后再次检出");
            assertThat(feed.page(Window.of(
                                    FindingsFeed.LIST, 10, data.path("after").asString()))
                            .getNodes())
                    .hasSize(1);
            assertThat(feed.page(Window.of(
                                    FindingsFeed.LIST, 10, data.path("next").asString()))
                            .getNodes())
                    .isEmpty();
        });
    }

    @Test
    void whatIsNotTakenIsTriedAgainAsTheSameEventAndThenGivenUp() {
        outbox.empty();
        step(1, "SUSPECTED", "检出", false);
        RECEIVER.answer(503);

        outbox.empty();
        step(2, "RECURRED", "销号后再次检出", false);
        RECEIVER.answer(202);
        outbox.empty();

        assertThat(received())
                .extracting(event -> event.path("id").asString())
                .containsExactly("findings-0-1", "findings-0-1", "findings-1-2");

        RECEIVER.bodies().clear();
        step(3, "SUSPECTED", "豁免到期，重新列为疑似", false);
        RECEIVER.answer(503);
        outbox.empty();
        outbox.empty();
        RECEIVER.answer(202);
        outbox.empty();

        assertThat(received())
                .extracting(event -> event.path("id").asString())
                .containsExactly("findings-2-3", "findings-2-3");
    }

    @Test
    void manyAreToldAHundredAtATime() {
        outbox.empty();
        for (long sequence = 1; sequence <= 150; sequence++) {
            step(sequence, "SUSPECTED", "检出", false);
        }

        outbox.empty();

        assertThat(received())
                .extracting(event -> event.path("data").path("count").asInt())
                .containsExactly(100, 50);
    }
}
