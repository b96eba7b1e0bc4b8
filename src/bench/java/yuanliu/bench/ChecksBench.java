package yuanliu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.Yuanliu;

/// Files a city of 71 departments, 1,000 systems, 3,600 resources, 50,000 items, 9,000 agreements and 60,000 rows of lineage,
/// `-Dyuanliu.bench.times=1` as large, and looks at it with every rule: once when everything is new, and three times when nothing is.
/// Prints rule evaluations per second, reading and keeping included.
class ChecksBench {

    private static final int TIMES = Integer.getInteger("yuanliu.bench.times", 1);
    private static final int DEPARTMENTS = 71 * TIMES;
    private static final int SYSTEMS = 1_000 * TIMES;
    private static final int RESOURCES = 3_600 * TIMES;
    private static final int FIELDS = 50_000 * TIMES;
    private static final int ELEMENTS = 1_500;
    private static final int AGREEMENTS = 9_000 * TIMES;
    private static final int ROWS = 60_000 * TIMES;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(809);

    @Test
    void everyRuleLooksAtACity() throws Exception {
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
            var file = Path.of("target", "checks-city.zip").toAbsolutePath();
            write(file);
            file(base, file);
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

    private void write(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "regions.csv", 1, "code,name\n", row -> "990100,示例市\n");
            entry(
                    zip,
                    "departments.csv",
                    DEPARTMENTS,
                    "code,name,region,level,dataAuthority,status\n",
                    row -> "D%d,部门%d,990100,市,%s,在设\n".formatted(row, row, row == 0 ? "是" : "否"));
            entry(
                    zip,
                    "systems.csv",
                    SYSTEMS,
                    "code,name,department,level,vertical,status\n",
                    row -> "S%d,系统%d,D%d,市,否,运行\n".formatted(row, row, row % DEPARTMENTS));
            entry(
                    zip,
                    "elements.csv",
                    ELEMENTS,
                    "code,name,subject,dataType,format,identifying\n",
                    row -> "E%d,数据元%d,自然人,字符型C,c..50,%s\n".formatted(row, row, row < 20 ? "是" : "否"));
            entry(
                    zip,
                    "resources.csv",
                    RESOURCES,
                    "code,name,provider,system,class,format,sharing,condition,notSharedBasis,basisRank,sharingMethod,open,cycle,published,updated,grade,status\n",
                    this::resource);
            entry(
                    zip,
                    "fields.csv",
                    FIELDS,
                    "resource,name,dataType,element,acquisition\n",
                    row -> "R%d,信息项%d,varchar(50),%s,%s\n"
                            .formatted(
                                    row % RESOURCES,
                                    row / RESOURCES,
                                    random.nextInt(100) < 48 ? "E" + random.nextInt(ELEMENTS) : "",
                                    random.nextInt(100) < 40 ? "采集" : "共享获取"));
            entry(
                    zip,
                    "sharing.csv",
                    AGREEMENTS,
                    "code,resource,consumer,method,channel,purpose,basis,grantedOn,expiresOn,onward,calls,status\n",
                    row -> "G%d,R%d,D%d,接口,%s,核验,申请单,2025-01-01,%s,%s,%d,使用中\n"
                            .formatted(
                                    row,
                                    random.nextInt(RESOURCES / 4),
                                    random.nextInt(DEPARTMENTS),
                                    random.nextInt(100) < 97 ? "共享平台" : "专线",
                                    random.nextInt(100) < 80 ? "2099-12-31" : "",
                                    random.nextInt(100) < 70 ? "是" : "否",
                                    random.nextInt(1_000)));
            entry(
                    zip,
                    "lineage.csv",
                    ROWS,
                    "resource,field,fromResource,fromField,activity,assertedBy,validFrom\n",
                    row -> lineage());
            entry(
                    zip,
                    "designations.csv",
                    ELEMENTS * 2 / 3,
                    "element,subject,department,ground,document,validFrom,state\n",
                    row -> "E%d,自然人,D%d,指定,认定清单,2025-01-01,已认定\n".formatted(row, row % DEPARTMENTS));
        }
    }

    private String resource(int row) {
        var sharing = random.nextInt(100);
        return "R%d,资源%d,D%d,S%d,部门,数据库,%s,%s,%s,%s,共享平台方式/数据库,否,每月,2025-01-01,2026-10-01,%s,已发布\n"
                .formatted(
                        row,
                        row,
                        row % DEPARTMENTS,
                        row % SYSTEMS,
                        sharing < 58 ? "有条件共享" : sharing < 94 ? "无条件共享" : "不予共享",
                        sharing < 55 ? "用于办理业务，限市级部门" : sharing < 58 ? "需领导审批" : "",
                        sharing >= 94 && sharing < 99 ? "《某法》" : "",
                        sharing >= 94 && sharing < 97 ? "法律" : sharing == 97 ? "其他" : "",
                        random.nextInt(100) < 95 ? "一般数据1级" : "");
    }

    /// From the earlier to the later: chains of some ten steps.
    private String lineage() {
        var layer = RESOURCES / 10;
        var from = random.nextInt(RESOURCES - layer);
        var to = from + 1 + random.nextInt(layer);
        var each = FIELDS / RESOURCES;
        return "R%d,信息项%d,R%d,信息项%d,交换,解析,2025-01-01\n"
                .formatted(to, random.nextInt(each), from, random.nextInt(each));
    }

    private static void entry(ZipOutputStream zip, String name, int rows, String header, IntFunction<String> row)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(header.getBytes(StandardCharsets.UTF_8));
        for (var number = 0; number < rows; number++) {
            zip.write(row.apply(number).getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
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
