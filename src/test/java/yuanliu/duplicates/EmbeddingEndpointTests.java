package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.duplicates.understanding.Described;
import yuanliu.duplicates.understanding.Element;
import yuanliu.duplicates.understanding.Embeddings;
import yuanliu.duplicates.understanding.Nearness;
import yuanliu.duplicates.understanding.Reading;
import yuanliu.duplicates.understanding.SignalKind;
import yuanliu.duplicates.understanding.Teaching;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.duplicates.understanding.Vocabulary;

/// A model of the operator's is asked last, is weak evidence, and is missed by nobody when it fails.
@ExtendWith(OutputCaptureExtension.class)
class EmbeddingEndpointTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<Element> ELEMENTS =
            List.of(element("E1", "主要作物"), element("E2", "承租人数"), element("E3", "户籍地址"));

    /// What the model of these tests holds of words.
    private static final Map<String, float[]> MEANINGS = Map.of(
            "主要作物", new float[] {1, 0, 0},
            "承租人数", new float[] {0, 1, 0},
            "户籍地址", new float[] {0, 0, 1},
            "地里长什么", new float[] {0.95f, 0.1f, 0.1f},
            "拿不准的项", new float[] {0.7f, 0.69f, 0});

    private final List<String> asked = new ArrayList<>();
    private final List<@Nullable String> keys = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private boolean likeOllama;

    private static Element element(String code, String name) {
        return new Element(code, code, name, List.of(), null, null, null, null, null, false, null);
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var question = JSON.readTree(exchange.getRequestBody().readAllBytes());
            keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
            var vectors = new ArrayList<float[]>();
            question.path("input").forEach(text -> {
                asked.add(text.asString());
                vectors.add(MEANINGS.getOrDefault(text.asString(), new float[] {-1, -1, -1}));
            });
            var answer = likeOllama ? Map.of("embeddings", vectors) : Map.of("data", backwards(vectors));
            var body = JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /// The order of the answer is told by its index alone.
    private static List<Map<String, Object>> backwards(List<float[]> vectors) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = vectors.size() - 1; i >= 0; i--) {
            rows.add(Map.of("index", i, "embedding", vectors.get(i)));
        }
        return rows;
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private EmbeddingEndpoint endpoint() {
        return new EmbeddingEndpoint(new EmbeddingSettings(
                URI.create("http://127.0.0.1:%d/v1/embeddings"
                        .formatted(server.getAddress().getPort())),
                "some-model",
                "a-key",
                Duration.ofSeconds(5)));
    }

    private @Nullable Reading read(@Nullable Embeddings model, String name) {
        return new Understanding(
                        ELEMENTS,
                        Vocabulary.read(null),
                        Map.of(),
                        Map.of(),
                        Teaching.NONE,
                        model == null ? null : new Nearness(model, 0.85, ELEMENTS, List.of("地里长什么")))
                .read(new Described(name, null, null, null, null, null, null, null, null, "某表", null, null, null, null))
                .orElse(null);
    }

    @Test
    void whatIsNearIsProposedWeakly() {
        assertThat(read(null, "地里长什么")).isNull();

        for (var ollama : List.of(false, true)) {
            likeOllama = ollama;
            var reading = read(endpoint(), "地里长什么");

            assertThat(Objects.requireNonNull(reading).element().code()).isEqualTo("E1");
            assertThat(reading.filed()).isFalse();
            assertThat(reading.confidence()).isBetween(0.6, 0.7);
            assertThat(reading.signals()).anySatisfy(signal -> {
                assertThat(signal.kind()).isEqualTo(SignalKind.EMBEDDING);
                assertThat(signal.sentence()).contains("地里长什么", "主要作物");
            });
        }
        assertThat(keys).containsOnly("Bearer a-key");
    }

    @Test
    void whatIsNearToTwoIsNearToNone() {
        assertThat(read(endpoint(), "拿不准的项")).isNull();
    }

    @Test
    void whatIsKnownOtherwiseIsNotAsked() {
        assertThat(Objects.requireNonNull(read(endpoint(), "户籍住址")).element().code())
                .isEqualTo("E3");
        assertThat(asked).doesNotContain("户籍住址");
    }

    @Test
    void aModelThatFailsIsMissedOnceAndForNothing(CapturedOutput output) {
        status = 500;

        var model = endpoint();
        assertThat(read(model, "地里长什么")).isNull();
        assertThat(Objects.requireNonNull(read(model, "户籍住址")).element().code()).isEqualTo("E3");

        assertThat(output.getOut().lines().filter(line -> line.contains("向量模型不可用") && line.contains("WARN")))
                .hasSize(2);
        assertThat(output.getOut()).contains("应答 500").doesNotContain("a-key");
    }

    @Test
    void nothingIsSetByDefaultAndNonsenseIsRefused() {
        assertThat(new EmbeddingSettings(null, null, null, Duration.ofSeconds(1)).url())
                .isNull();
        assertThatThrownBy(() -> new EmbeddingSettings(URI.create("file:///x"), "m", null, Duration.ofSeconds(1)))
                .hasMessageContaining("http");
        assertThatThrownBy(
                        () -> new EmbeddingSettings(URI.create("http://127.0.0.1/x"), " ", null, Duration.ofSeconds(1)))
                .hasMessageContaining("model");
    }
}
