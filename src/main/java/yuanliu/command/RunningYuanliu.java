package yuanliu.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A Yuanliu that runs on this machine.
public final class RunningYuanliu implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PATIENCE)
            .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final int port;

    private RunningYuanliu(int port) {
        this.port = port;
    }

    /// The Yuanliu at a port; empty when nobody answers there, or somebody else.
    public static Optional<RunningYuanliu> at(int port) throws InterruptedException {
        if (port <= 0) {
            return Optional.empty();
        }
        var there = new RunningYuanliu(port);
        if (there.answers()) {
            return Optional.of(there);
        }
        there.close();
        return Optional.empty();
    }

    private boolean answers() throws InterruptedException {
        try {
            var answer = get(uri("/api/filings?first=1"));
            return answer.statusCode() == 200
                    && json.readTree(answer.body()).path("filings").isArray();
        } catch (IOException | JacksonException nobody) {
            return false;
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    public HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri)
                        .header("Accept", "application/json, application/problem+json")
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    /// What an answer says of a failure.
    public String detail(HttpResponse<String> answer) {
        try {
            var detail = json.readTree(answer.body()).path("detail");
            if (detail.isString()) {
                return detail.asString();
            }
        } catch (JacksonException notOurs) {
            // said below with what was answered instead
        }
        return "源流回答了 HTTP %d:%s".formatted(answer.statusCode(), answer.body().strip());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
