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

/// Files big packages over HTTP, one after the other, each of `-Dyuanliu.bench.fields=1000000` 信息项 with a tenth as many
/// resources (`-Dyuanliu.bench.resources=1`: all under one), `-Dyuanliu.bench.rounds=1` of them, and the last once more, of
/// which nothing changes. Prints rows per second of each, the most heap that was in use after a collection, and the
/// processor time and the memory that Neo4j took. The heap is that of the bench profile, `bench.heap`.
class FilingBench {

    private static final int FIELDS = Integer.getInteger("yuanliu.bench.fields", 1_000_000);
    private static final int RESOURCES = Integer.getInteger("yuanliu.bench.resources", FIELDS / 10);
    private static final int ROUNDS = Integer.getInteger("yuanliu.bench.rounds", 1);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private long mostHeap;

    @Test
    void aBigSheetOfFields() throws Exception {
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
            var file = Path.of("target", "big-package.zip").toAbsolutePath();
            for (var round = 1; round <= ROUNDS; round++) {
                write(file, "R" + round + "-");
                file(base, file, "package " + round);
            }
            file(base, file, "package " + ROUNDS + " again");
        } finally {
            context.close();
        }
    }

    private void file(URI base, Path file, String what) throws Exception {
        var began = System.nanoTime();
        var ourBefore = cpu(ProcessHandle.current());
        var neo4jBefore = cpu(neo4j());
        var location = enter(base, file);
        while (true) {
            var report = JSON.readTree(get(base.resolve(location)));
            mostHeap = Math.max(mostHeap, liveHeap());
            if (report.path("state").asString().matches("FINISHED|FAILED")) {
                assertThat(report.path("state").asString()).as("%s", report).isEqualTo("FINISHED");
                var rows = 0L;
                for (var sheet : report.path("sheets")) {
                    rows += sheet.path("read").asLong();
                }
                var seconds = (System.nanoTime() - began) / 1e9;
                System.out.printf(
                        "%s: %d rows in %.1f s, %.0f rows/s; processor time per row %.3f ms here, %.3f ms in Neo4j; "
                                + "heap here at most %d MiB of %d MiB, Neo4j's RSS %s; load %.1f%n",
                        what,
                        rows,
                        seconds,
                        rows / seconds,
                        (cpu(ProcessHandle.current()) - ourBefore) / (double) rows,
                        (cpu(neo4j()) - neo4jBefore) / (double) rows,
                        mostHeap >> 20,
                        Runtime.getRuntime().maxMemory() >> 20,
                        mostMemory(neo4j()),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
                return;
            }
            Thread.sleep(200);
        }
    }

    private static ProcessHandle neo4j() {
        return ProcessHandle.current().children().findFirst().orElseThrow();
    }

    private static long cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /// As Linux tells it.
    private static String mostMemory(ProcessHandle process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .findFirst()
                    .orElse("unknown")
                    .replaceAll("VmHWM:\\s*", "");
        }
    }

    /// What was left on the heap after the latest collection.
    private static long liveHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    private static void write(Path file, String resource) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "departments.csv", 1, "code,name\n", row -> "D1,公安局\n");
            entry(zip, "elements.csv", 100, "code,name\n", row -> "E%d,数据元%d\n".formatted(row, row));
            entry(
                    zip,
                    "resources.csv",
                    RESOURCES,
                    "code,name,provider,subject\n",
                    row -> "%s%d,资源%d,D1,自然人\n".formatted(resource, row, row));
            entry(
                    zip,
                    "fields.csv",
                    FIELDS,
                    "resource,name,physicalName,dataType,element,acquisition\n",
                    row -> "%s%d,信息项%d,xxx%d,varchar(50),E%d,共享获取\n"
                            .formatted(resource, row % RESOURCES, row / RESOURCES, row, row % 100));
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
