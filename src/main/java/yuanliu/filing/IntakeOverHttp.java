package yuanliu.filing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A Yuanliu that runs on this machine.
final class IntakeOverHttp implements Intake {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PATIENCE)
            .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI filings;

    private IntakeOverHttp(URI filings) {
        this.filings = filings;
    }

    /// The Yuanliu at this port; empty when nobody answers there, or somebody else.
    static Optional<IntakeOverHttp> at(int port) throws InterruptedException {
        var there = new IntakeOverHttp(URI.create("http://127.0.0.1:%d/api/filings".formatted(port)));
        if (there.answers()) {
            return Optional.of(there);
        }
        there.close();
        return Optional.empty();
    }

    private boolean answers() throws InterruptedException {
        try {
            var answer = get(URI.create(filings + "?first=1"));
            return answer.statusCode() == 200
                    && json.readTree(answer.body()).path("filings").isArray();
        } catch (IOException | JacksonException nobody) {
            return false;
        }
    }

    URI uri() {
        return filings;
    }

    @Override
    public Report enter(Path filed, boolean dryRun) throws IOException, InterruptedException, NotTaken {
        if (!Files.isDirectory(filed)) {
            return post(filed, String.valueOf(filed.getFileName()), dryRun);
        }
        var zip = Files.createTempFile("yuanliu-", ".zip");
        try {
            zip(filed, zip);
            return post(zip, "package.zip", dryRun);
        } finally {
            Files.delete(zip);
        }
    }

    private Report post(Path file, String name, boolean dryRun) throws IOException, InterruptedException, NotTaken {
        var boundary = "yuanliu-" + UUID.randomUUID();
        var request = HttpRequest.newBuilder(URI.create(filings + "?dryRun=" + dryRun))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(multipart(boundary, file, name))
                .build();
        return report(http.send(request, BodyHandlers.ofString()), 202);
    }

    private static BodyPublisher multipart(String boundary, Path file, String name) throws FileNotFoundException {
        var head = """
                --%s\r
                Content-Disposition: form-data; name="package"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(boundary, name.replace("\\", "_").replace("\"", "%22"));
        return BodyPublishers.concat(
                BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary)));
    }

    private static void zip(Path folder, Path zip) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.walk(folder)) {
            for (var file : files.sorted().toList()) {
                if (Files.isRegularFile(file)
                        && file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                    out.putNextEntry(new ZipEntry(folder.relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "/")));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
        }
    }

    @Override
    public Report find(String code) throws IOException, InterruptedException, NotTaken {
        return report(get(URI.create(filings + "/" + code)), 200);
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri)
                        .header("Accept", "application/json, application/problem+json")
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofString());
    }

    private Report report(HttpResponse<String> answer, int expected) throws NotTaken {
        if (answer.statusCode() == expected) {
            return json.readValue(answer.body(), Report.class);
        }
        throw new NotTaken(detail(answer));
    }

    private String detail(HttpResponse<String> answer) {
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
    public String whereToRead(Report report) {
        return "见 %s/%s/report.xlsx".formatted(filings, report.code());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
