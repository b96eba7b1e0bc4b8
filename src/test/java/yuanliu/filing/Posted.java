package yuanliu.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A user who files over HTTP, as curl does it.
final class Posted implements AutoCloseable {

    private static final String BOUNDARY = "----given-by-the-tests";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String base;

    Posted(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    HttpResponse<String> post(String name, byte[] content) throws IOException, InterruptedException {
        return post("/api/filings", "package", name, content);
    }

    HttpResponse<String> post(String path, String part, String name, byte[] content)
            throws IOException, InterruptedException {
        var head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                .formatted(BOUNDARY, part, name);
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString(head),
                                BodyPublishers.ofByteArray(content),
                                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofByteArray());
    }

    JsonNode read(String path) throws IOException, InterruptedException {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return json.readTree(answer.body());
    }

    JsonNode read(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    /// Posts, waits until it is through, and gives the report.
    JsonNode file(String name, byte[] content) throws IOException, InterruptedException {
        return file("/api/filings", name, content);
    }

    JsonNode file(String path, String name, byte[] content) throws IOException, InterruptedException {
        var entered = post(path, "package", name, content);
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(202);
        var location = entered.headers().firstValue("Location").orElseThrow();
        assertThat(location)
                .isEqualTo("/api/filings/" + read(entered).path("code").asString());
        var report = awaited(location);
        assertThat(report.path("state").asString()).as(report.toString()).isEqualTo("FINISHED");
        assertThat(report.path("progress").asDouble()).isEqualTo(1);
        return report;
    }

    JsonNode awaited(String location) throws IOException, InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var report = read(location);
            if (!java.util.Set.of("QUEUED", "RUNNING")
                    .contains(report.path("state").asString())) {
                return report;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(location + " did not end within " + PATIENCE);
    }

    static void await(Duration patience, String what, BooleanSupplier seen) throws InterruptedException {
        var end = Instant.now().plus(patience);
        while (!seen.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(what + " was not seen within " + patience);
            }
            Thread.sleep(20);
        }
    }

    static byte[] zip(Map<String, String> entries, Charset charset) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(charset));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Every node and relationship with all its properties, but for what belongs to one filing: its batch, row and
    /// times.
    static TreeSet<String> graph(Driver driver) {
        var graph = new TreeSet<String>();
        try (var session = driver.session()) {
            session.run("""
                    MATCH (n) WHERE NOT n:Filing|DetectionRun|FindingStep|FindingFeed|CheckRun|CheckStep|Turn|Touched|LineageChange|LineageFeed|Application AND none(label IN labels(n) WHERE label STARTS WITH '__')
                    RETURN labels(n) AS labels, properties(n) AS properties, count(*) AS times
                    """).forEachRemaining(node -> graph.add(sorted(node)));
            session.run("""
                    MATCH (a)-[r]->(b) WHERE NOT a:Filing AND NOT b:FindingStep AND none(label IN labels(a) WHERE label STARTS WITH '__')
                    RETURN labels(a) AS fromLabels, a.key AS fromKey, type(r) AS type, labels(b) AS toLabels, b.key AS toKey,
                      properties(r) AS properties, count(*) AS times
                    """).forEachRemaining(link -> graph.add(sorted(link)));
        }
        return graph;
    }

    private static String sorted(Record row) {
        return sorted(row.asMap());
    }

    private static String sorted(Map<?, ?> of) {
        var sorted = new TreeMap<String, String>();
        of.forEach((name, value) -> {
            if (!java.util.Set.of("batch", "row", "firstSeen", "lastSeen", "digest")
                    .contains(name)) {
                sorted.put(
                        String.valueOf(name),
                        value instanceof Map<?, ?> inner
                                ? sorted(inner)
                                : GivenFilings.told(String.valueOf(name), value)
                                        .replaceAll("\"filing\":\"F[0-9-]+\"", "\"filing\":\"F\""));
            }
        });
        return sorted.toString();
    }

    @Override
    public void close() {
        http.close();
    }
}
