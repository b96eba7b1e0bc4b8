package yuanliu.duplicates;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.duplicates.understanding.Embeddings;

/// The embedding model that the operator has named, asked over HTTP: as OpenAI's `/v1/embeddings` and what is made like
/// it, or as Ollama's `/api/embed`. Both take the same question; their answers differ.
@Component
@ConditionalOnProperty("yuanliu.embeddings.url")
class EmbeddingEndpoint implements Embeddings {

    private final EmbeddingSettings settings;
    private final HttpClient client;
    private final JsonMapper json = JsonMapper.builder().build();

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(EmbeddingSettings.class)
    static class Settings {}

    EmbeddingEndpoint(EmbeddingSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public List<float[]> of(List<String> texts) {
        var url = Objects.requireNonNull(settings.url());
        try {
            var answer = client.send(request(url, texts), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new Unavailable("%s 应答 %d".formatted(url.getHost(), answer.statusCode()));
            }
            return read(json.readTree(answer.body()), texts.size());
        } catch (JacksonException unreadable) {
            throw new Unavailable("%s 的应答不是 JSON".formatted(url.getHost()));
        } catch (IOException failure) {
            throw new Unavailable("连接 %s 失败:%s".formatted(url.getHost(), failure.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable("程序停止");
        }
    }

    private HttpRequest request(URI url, List<String> texts) {
        var body = json.writeValueAsString(Map.of("model", Objects.requireNonNull(settings.model()), "input", texts));
        var request = HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (settings.key() != null && !settings.key().isBlank()) {
            request.header("Authorization", "Bearer " + settings.key());
        }
        return request.build();
    }

    private static List<float[]> read(JsonNode answer, int wanted) {
        var byPlace = new TreeMap<Integer, float[]>();
        var data = answer.path("data");
        var vectors = data.isArray() ? data : answer.path("embeddings");
        for (int i = 0; i < vectors.size(); i++) {
            var one = vectors.get(i);
            byPlace.put(
                    one.isArray() ? i : one.path("index").asInt(i),
                    vector(one.isArray() ? one : one.path("embedding")));
        }
        if (byPlace.size() != wanted) {
            throw new Unavailable("问了 %d 个词,得到 %d 个向量".formatted(wanted, byPlace.size()));
        }
        return List.copyOf(byPlace.values());
    }

    private static float[] vector(JsonNode numbers) {
        var vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) numbers.get(i).asDouble();
        }
        return vector;
    }
}
