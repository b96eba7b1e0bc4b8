package yuanliu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.Yuanliu;

/// Files a big package, `-Dyuanliu.bench.fields=1000000` 信息项 by default in a tenth as many resources, over HTTP, and prints
/// rows per second and the most heap that was in use after a collection. The heap is that of the bench profile, `bench.heap`.
class FilingBench {

    private static final int FIELDS = Integer.getInteger("yuanliu.bench.fields", 1_000_000);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aBigSheetOfFields() throws Exception {
        var file = Path.of("target", "big-package.zip").toAbsolutePath();
        write(file);
        var port = freePort();
        var context = SpringApplication.run(
                Yuanliu.class,
                "--server.port=" + port,
                "--yuanliu.demo=false",
                "--yuanliu.data=target/bench-filing-" + System.nanoTime(),
                "--yuanliu.neo4j.bolt-port=" + freePort(),
                "--yuanliu.neo4j.http-port=" + freePort());
        try {
            var base = URI.create("http://127.0.0.1:" + port);
            var began = System.nanoTime();
            var location = enter(base, file);
            var most = 0L;
            var last = "";
            while (true) {
                var report = JSON.readTree(get(base.resolve(location)));
                most = Math.max(most, liveHeap());
                var progress = "%.2f".formatted(report.path("progress").asDouble());
                if (!progress.equals(last)) {
                    last = progress;
                    System.out.printf("%s after %d s%n", progress, (System.nanoTime() - began) / 1_000_000_000);
                }
                if (report.path("state").asString().matches("FINISHED|FAILED")) {
                    var seconds = (System.nanoTime() - began) / 1e9;
                    System.out.println(report.path("sheets"));
                    System.out.printf(
                            "%d 信息项: %.0f s, %.0f rows/s, heap at most %d MiB of %d MiB%n",
                            FIELDS,
                            seconds,
                            FIELDS / seconds,
                            most >> 20,
                            Runtime.getRuntime().maxMemory() >> 20);
                    assertThat(report.path("state").asString()).isEqualTo("FINISHED");
                    return;
                }
                Thread.sleep(1_000);
            }
        } finally {
            context.close();
        }
    }

    /// What was left on the heap after the latest collection.
    private static long liveHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    private static void write(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "departments.csv", 1, "code,name\n", row -> "D1,公安局\n");
            entry(zip, "elements.csv", 100, "code,name\n", row -> "E%d,数据元%d\n".formatted(row, row));
            entry(
                    zip,
                    "resources.csv",
                    FIELDS / 10,
                    "code,name,provider,subject\n",
                    row -> "R%d,资源%d,D1,自然人\n".formatted(row, row));
            entry(
                    zip,
                    "fields.csv",
                    FIELDS,
                    "resource,name,physicalName,dataType,element,acquisition\n",
                    row -> "R%d,信息项%d,xxx%d,varchar(50),E%d,共享获取\n"
                            .formatted(row % (FIELDS / 10), row / (FIELDS / 10), row, row % 100));
        }
    }

    private static void entry(
            ZipOutputStream zip, String name, int rows, String header, java.util.function.IntFunction<String> row)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(header.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (var number = 0; number < rows; number++) {
            zip.write(row.apply(number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        zip.closeEntry();
    }

    private String enter(URI base, Path file) throws Exception {
        var head = "--edge\r\nContent-Disposition: form-data; name=\"package\"; filename=\"big.zip\"\r\n"
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
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String get(URI uri) throws Exception {
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
