package yuanliu.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Yuanliu that is asked over HTTP, as its users ask it.
final class Endpoint implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    private final URI base;

    Endpoint(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    /// @return what was asked for; an answer with an error fails
    JsonNode ask(String query, Map<String, ?> variables) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", query, "variables", variables))))
                .build();
        var answer = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        if (!answer.path("errors").isMissingNode() || answer.path("data").isMissingNode()) {
            throw new AssertionError(query + " " + variables + ": " + answer);
        }
        return answer.path("data");
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString())
                        .body());
    }

    /// How many bytes a file has that is taken home.
    long size(String path) throws IOException, InterruptedException {
        var answer =
                http.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new AssertionError(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    /// Files a package to the end.
    ///
    /// @param scratch where it may be put together
    /// @param files   what it is made of, by their names
    /// @return the report
    JsonNode file(Path scratch, Map<String, Path> files) throws IOException, InterruptedException {
        var zipped = Files.createTempFile(scratch, "package", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(zipped))) {
            zip.setLevel(1);
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                Files.copy(file.getValue(), zip);
                zip.closeEntry();
            }
        }
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(
                        "--edge\r\nContent-Disposition: form-data; name=\"package\"; filename=\"package.zip\"\r\n"
                                + "Content-Type: application/zip\r\n\r\n"),
                HttpRequest.BodyPublishers.ofFile(zipped),
                HttpRequest.BodyPublishers.ofString("\r\n--edge--\r\n", StandardCharsets.UTF_8));
        var entered = http.send(
                HttpRequest.newBuilder(base.resolve("/api/filings"))
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
        Files.delete(zipped);
        if (entered.statusCode() != 202) {
            throw new AssertionError(entered.body());
        }
        var location = entered.headers().firstValue("Location").orElseThrow();
        while (true) {
            var report = get(location);
            var state = report.path("state").asString();
            if (state.equals("FINISHED")) {
                return report;
            }
            if (state.equals("FAILED")) {
                throw new AssertionError(report.toString());
            }
            Thread.sleep(20);
        }
    }

    /// How many rows a filing read; one that refused any fails.
    static long rows(JsonNode report) {
        var rows = 0L;
        for (var sheet : report.path("sheets")) {
            rows += sheet.path("read").asLong();
            if (sheet.path("refused").asLong() > 0) {
                throw new AssertionError("Refused rows: " + report);
            }
        }
        return rows;
    }

    @Override
    public void close() {
        http.close();
    }
}
