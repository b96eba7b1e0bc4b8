package yuanliu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.neo4j.driver.Driver;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.Yuanliu;

/// The product with a Neo4j of its own, as a person would use it over HTTP.
final class Product implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final URI base;

    Product(Path data, List<String> settings) throws IOException {
        var port = freePort();
        var given = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--yuanliu.demo=false",
                "--yuanliu.data=" + data,
                "--yuanliu.neo4j.bolt-port=" + freePort(),
                "--yuanliu.neo4j.http-port=" + freePort()));
        given.addAll(settings);
        context = SpringApplication.run(Yuanliu.class, given.toArray(String[]::new));
        base = URI.create("http://127.0.0.1:" + port);
    }

    /// The way to its graph itself.
    Driver driver() {
        return context.getBean(Driver.class);
    }

    JsonNode ask(String query, Map<String, ?> variables) throws Exception {
        var body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        var request = HttpRequest.newBuilder(base.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        if (!answer.path("errors").isMissingNode()) {
            throw new AssertionError(answer.toString());
        }
        return answer.path("data");
    }

    JsonNode get(String path) throws Exception {
        var request = HttpRequest.newBuilder(base.resolve(path)).build();
        return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /// How many bytes a file has that is taken home.
    long size(String path) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new AssertionError(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            return body.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    /// Files a package to the end.
    ///
    /// @param files what it is made of, by their names
    /// @return the report
    JsonNode file(Path scratch, Map<String, Path> files) throws Exception {
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
                HttpResponse.BodyHandlers.ofString());
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

    /// Asks the graph itself.
    List<Map<String, Object>> cypher(String statement, Map<String, Object> parameters) {
        try (var session = context.getBean(Driver.class).session()) {
            return session.run(statement, parameters).list(row -> row.asMap());
        }
    }

    /// What the application, and what its Neo4j, have had of the processors so far, in milliseconds.
    static long[] processorTime() {
        return new long[] {
            cpu(ProcessHandle.current()),
            ProcessHandle.current().children().mapToLong(Product::cpu).sum()
        };
    }

    private static long cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    /// What was left on the heap after the latest collection, in MiB.
    static long liveHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                        .sum()
                >> 20;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
