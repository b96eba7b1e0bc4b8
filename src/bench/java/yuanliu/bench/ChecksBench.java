package yuanliu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.Yuanliu;

/// Files a generated package, `-Dyuanliu.bench.tier=city`, and looks at it with every rule: once when everything is new, and
/// three times when nothing is. Prints rule evaluations per second, reading and keeping included.
class ChecksBench {

    private static final String TIER = System.getProperty("yuanliu.bench.tier", "city");
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyRuleLooksAtAPackage() throws Exception {
        var port = freePort();
        var context = SpringApplication.run(
                Yuanliu.class,
                "--server.port=" + port,
                "--yuanliu.demo=false",
                "--yuanliu.detection.after-filing=false",
                "--yuanliu.checks.after-filing=false",
                "--yuanliu.data=target/bench-checks-" + System.nanoTime(),
                "--yuanliu.neo4j.bolt-port=" + freePort(),
                "--yuanliu.neo4j.http-port=" + freePort());
        try {
            var base = URI.create("http://127.0.0.1:" + port);
            file(base, written());
            System.out.println("| 检查 checks | 判断 evaluations | 检出 found | 变化 changed | 秒 s | 判断/秒 evaluations/s |");
            System.out.println("|---|---|---|---|---|---|");
            run(base, "全部新检出 all new");
            for (var again = 1; again <= 3; again++) {
                run(base, "没有变化 nothing new " + again);
            }
        } finally {
            context.close();
        }
    }

    private void run(URI base, String what) throws Exception {
        var run = ask(
                        base,
                        "mutation { runChecks { code state evaluations checks added recurred mended startedAt finishedAt message } }")
                .path("runChecks");
        while (run.path("state").asString().equals("RUNNING")) {
            Thread.sleep(50);
            run = ask(
                            base,
                            "{ checkRun(code: \"%s\") { code state evaluations checks added recurred mended startedAt finishedAt message } }"
                                    .formatted(run.path("code").asString()))
                    .path("checkRun");
        }
        assertThat(run.path("state").asString()).as("%s", run).isEqualTo("FINISHED");
        var seconds = Duration.between(
                                OffsetDateTime.parse(run.path("startedAt").asString()),
                                OffsetDateTime.parse(run.path("finishedAt").asString()))
                        .toMillis()
                / 1000.0;
        var evaluations = run.path("evaluations").asLong();
        System.out.printf(
                "| %s | %d | %d | %d | %.1f | %.0f |%n",
                what,
                evaluations,
                run.path("checks").asLong(),
                run.path("added").asLong()
                        + run.path("recurred").asLong()
                        + run.path("mended").asLong(),
                seconds,
                evaluations / seconds);
    }

    private static Path written() throws IOException {
        var folder = GeneratedPackageBench.folder(TIER, "1");
        GeneratedPackage.main(new String[] {TIER, "1", folder.toString()});
        var file = Path.of("target", "checks-" + TIER + ".zip").toAbsolutePath();
        try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                var sheets = Files.list(folder)) {
            for (var sheet : sheets.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(sheet.getFileName().toString()));
                Files.copy(sheet, zip);
                zip.closeEntry();
            }
        }
        return file;
    }

    private void file(URI base, Path file) throws Exception {
        var head = "--edge\r\nContent-Disposition: form-data; name=\"package\"; filename=\"city.zip\"\r\n"
                + "Content-Type: application/zip\r\n\r\n";
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head),
                HttpRequest.BodyPublishers.ofFile(file),
                HttpRequest.BodyPublishers.ofString("\r\n--edge--\r\n"));
        var answer = http.send(
                HttpRequest.newBuilder(base.resolve("/api/filings"))
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(202);
        var location = answer.headers().firstValue("Location").orElseThrow();
        while (true) {
            var report = JSON.readTree(http.send(
                            HttpRequest.newBuilder(base.resolve(location)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
            if (report.path("state").asString().matches("FINISHED|FAILED")) {
                assertThat(report.path("state").asString()).as("%s", report).isEqualTo("FINISHED");
                return;
            }
            Thread.sleep(200);
        }
    }

    private JsonNode ask(URI base, String query) throws Exception {
        var answer = JSON.readTree(http.send(
                        HttpRequest.newBuilder(base.resolve("/graphql"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        JSON.writeValueAsString(Map.of("query", query))))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.path("data");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
