package yuanliu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.Yuanliu;

/// Starts the product on an empty data folder, as a newcomer does, waits until the demonstration city is filed, and asks
/// over HTTP what people ask. Prints a table of medians; nothing here fails because a machine is slow.
class DemonstrationCityBench {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int WARM_UP = 50;

    private final HttpClient http = HttpClient.newHttpClient();
    private URI base = URI.create("http://127.0.0.1");

    @Test
    void theQuestionsOfTheDemonstrationCity() throws Exception {
        int port = freePort();
        base = URI.create("http://127.0.0.1:" + port);
        var data = Path.of("target", "bench-data");
        delete(data);
        var start = new Samples("启动至首个答案 start to first answer");
        var context = start.time(() -> {
            var running = SpringApplication.run(
                    Yuanliu.class,
                    "--server.port=" + port,
                    "--yuanliu.data=" + data,
                    "--yuanliu.neo4j.bolt-port=" + freePort(),
                    "--yuanliu.neo4j.http-port=" + freePort());
            awaitCity();
            return running;
        });
        try {
            var rows = new ArrayList<String>();
            rows.add(start.row());
            var fields = new ArrayList<String>();
            var names = new ArrayList<String>();
            var resources = new ArrayList<String>();
            collect(fields, names, resources);

            for (var direction : List.of("UPSTREAM", "DOWNSTREAM")) {
                var samples = new Samples("血缘 lineage, every field, " + direction);
                var query = """
                        query($of: String!) { lineage(of: {dataField: $of}, direction: %s) {
                          count hops { hop count } nodes(first: 100) { nodes { hop asset { code name } } }
                          completeness { complete } } }""".formatted(direction);
                warm(fields, of -> ask(query, Map.of("of", of)));
                for (var field : fields) {
                    samples.time(() -> ask(query, Map.of("of", field)));
                }
                rows.add(samples.row());
            }

            var impact = """
                    query($of: String!) { impact(of: {dataResource: $of}, change: STOP) {
                      totals { fields dataResources systems departments forms sharings calls }
                      departments(first: 50) { nodes { department { name } severity nearestHop } } } }""";
            var stops = new Samples("影响 impact, every resource, STOP");
            warm(resources, of -> ask(impact, Map.of("of", of)));
            for (var resource : resources) {
                stops.time(() -> ask(impact, Map.of("of", resource)));
            }
            rows.add(stops.row());

            var search = "query($text: String!) { search(text: $text, first: 20) { totalCount nodes { code name } } }";
            var searches = new Samples("查找 search, names, first 20");
            var hundred = names.stream().distinct().limit(100).toList();
            warm(hundred, text -> ask(search, Map.of("text", text)));
            for (var name : hundred) {
                searches.time(() -> ask(search, Map.of("text", name)));
            }
            rows.add(searches.row());

            System.out.println("| 问题 question | n | median ms | p95 ms | max ms |\n|---|---|---|---|---|");
            rows.forEach(System.out::println);
            System.out.println(filingSpeed());
        } finally {
            SpringApplication.exit(context);
        }
    }

    private interface Asking {
        void of(String value) throws Exception;
    }

    private static void warm(List<String> values, Asking asking) throws Exception {
        for (int i = 0; i < WARM_UP && !values.isEmpty(); i++) {
            asking.of(values.get(i % values.size()));
        }
    }

    private void awaitCity() throws Exception {
        for (int i = 0; i < 600; i++) {
            var filings = get("/api/filings?first=1");
            if (filings.toString().contains("\"FINISHED\"")) {
                ask("{ departments(first: 1) { totalCount } }", Map.of());
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The demonstration city was not filed within a minute");
    }

    private void collect(List<String> fields, List<String> names, List<String> resources) throws Exception {
        var after = (Object) null;
        while (true) {
            var variables = new java.util.HashMap<String, Object>();
            variables.put("after", after);
            var page = ask("""
                    query($after: String) { dataResources(first: 50, after: $after) { pageInfo { hasNextPage endCursor }
                      nodes { code fields(first: 500) { nodes { code name } } } } }""", variables)
                    .path("dataResources");
            for (var resource : page.path("nodes")) {
                resources.add(resource.path("code").asString());
                for (var field : resource.path("fields").path("nodes")) {
                    fields.add(field.path("code").asString());
                    names.add(field.path("name").asString());
                }
            }
            if (!page.path("pageInfo").path("hasNextPage").asBoolean()) {
                return;
            }
            after = page.path("pageInfo").path("endCursor").asString();
        }
    }

    private String filingSpeed() throws Exception {
        var listed = get("/api/filings?first=1");
        var text = listed.toString();
        int at = text.indexOf("\"code\":\"F");
        var code = text.substring(at + 8, text.indexOf('"', at + 8));
        var report = get("/api/filings/" + code);
        long read = 0;
        for (var sheet : report.path("sheets")) {
            read += sheet.path("read").asLong();
        }
        var began = java.time.OffsetDateTime.parse(report.path("startedAt").asString());
        var ended = java.time.OffsetDateTime.parse(report.path("finishedAt").asString());
        double seconds = java.time.Duration.between(began, ended).toMillis() / 1000.0;
        return "入库 filing: %d rows in %.1f s, %.0f rows/s".formatted(read, seconds, read / seconds);
    }

    private JsonNode ask(String query, Map<String, ?> variables) throws Exception {
        var body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        var request = HttpRequest.newBuilder(base.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.path("data");
    }

    private JsonNode get(String path) throws Exception {
        var request = HttpRequest.newBuilder(base.resolve(path)).build();
        return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws Exception {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
