package yuanliu.duplicates;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.AgainstNeo4j;
import yuanliu.ExampleCity;
import yuanliu.Yuanliu;
import yuanliu.command.Terminal;
import yuanliu.neo4j.TestNeo4j;

/// The plan of the demonstration city, checked as a procurement office and its pipeline do it.
class CheckCommandTests extends AgainstNeo4j {

    private static final Path PLAN = Path.of("src/main/resources/demo-city/plans/K20-智慧社区平台.csv");
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired
    private ExampleCity city;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @Override
    protected void fill() {
        city.file();
    }

    // -- the command

    @Test
    void thePlanOfTheNewSystemIsCheckedByTheRunningYuanliuAndTheOpinionWritten() throws IOException {
        var workbook = folder.resolve("意见.xlsx");

        var said = run(PLAN, "--department", "JQ-SZZX", "--xlsx", workbook);

        assertThat(said.status).as(said.err).isEqualTo(CheckCommand.SOME_NEEDLESS);
        assertThat(said.err).contains("经由正在运行的源流核对：http://127.0.0.1:" + port);
        assertThat(said.out.lines()).hasSize(26);
        assertThat(said.out)
                .contains("合计 25 项：已有 3，可共享取得 14，可推算 1，可新增采集 7；不必新增采集的占 72%")
                .containsPattern("可推算 +年龄 +不必采集")
                .containsPattern("可新增采集 +宠物饲养情况 +可以采集");
        try (var read = new ReadableWorkbook(workbook.toFile())) {
            var sheets = read.getSheets().toList();
            assertThat(sheets.stream().map(sheet -> sheet.getName())).containsExactly("采集核对意见", "汇总");
            var rows = sheets.getFirst().read();
            assertThat(rows).hasSize(26);
            assertThat(texts(rows.getFirst()))
                    .containsExactly("序号", "名称", "结论", "建议", "数源单元", "来源信息项", "来源部门", "置信度", "证据");
            assertThat(texts(rows.get(7))).contains("户籍地址", "可共享取得", "R-SS-HJRK#户籍地址", "示例市公安局");
            assertThat(sheets.getLast().read().stream().map(CheckCommandTests::texts))
                    .anySatisfy(row -> assertThat(row).containsExactly("采集计划", "K20-智慧社区平台"))
                    .anySatisfy(row -> assertThat(row).containsExactly("可共享取得", "14"));
        }
    }

    @Test
    void aPlanInAnyChineseCharsetIsReadAndOneThatIsAllNewIsNotObjectedTo() throws IOException {
        var text = "信息项名称,主体类,备注\n宠物饲养情况,自然人,x\n\"智能水表编号\",,\n\n";
        for (var bytes : List.of(
                text.getBytes(Charset.forName("GB18030")),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))) {
            var plan = Files.write(folder.resolve("新项目.CSV"), bytes);

            var said = run(plan);

            assertThat(said.status).as(said.err).isEqualTo(CheckCommand.ALL_NEW);
            assertThat(said.out).contains("合计 2 项").contains("宠物饲养情况").contains("占 0%");
            assertThat(said.err).contains("没有用到的列：备注");
        }
    }

    @Test
    void whatCannotBeCheckedIsOneAndSaysWhy() throws IOException {
        var plan = Files.writeString(folder.resolve("p.csv"), "名称\n姓名\n");

        assertNotChecked(run(), "请写明采集计划的文件");
        assertNotChecked(run(folder.resolve("没有.csv")), "不存在或不能读取");
        assertNotChecked(run(plan, "--dry-run"), "参数“--dry-run”无法识别");
        assertNotChecked(run(plan, "--department", "XX-1"), "计划的部门“XX-1”不存在");
        assertNotChecked(run(plan, "--region", "000"), "计划的区划“000”不存在");
        assertNotChecked(run(Files.writeString(folder.resolve("e.csv"), "")), "空文件");
        assertNotChecked(run(Files.writeString(folder.resolve("h.csv"), "编号,说明\n1,x\n")), "没有“名称”列");
        assertNotChecked(run(Files.writeString(folder.resolve("n.csv"), "名称,数据类型\n姓名,c\n,n3\n")), "第 2 个信息项没有名称");
        assertNotChecked(run(Files.writeString(folder.resolve("q.csv"), "名称\n姓名\n\"民族\n")), "引号");
        assertNotChecked(run(Files.write(folder.resolve("x.csv"), new byte[] {'P', 'K', 3, 4, 0})), "另存为 CSV");
        assertNotChecked(run(plan, "--xlsx", folder.resolve("没有/意见.xlsx")), "不能读写");
    }

    private static void assertNotChecked(Said said, String because) {
        assertThat(said.status).as(said.err).isEqualTo(CheckCommand.NOT_CHECKED);
        assertThat(said.err).contains(because);
        assertThat(said.out).isEmpty();
    }

    @Test
    void aDetectionRunsInTheRunningYuanliuAndItsTotalsAreTold() {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();

        var status = new DetectCommand(Yuanliu.class, terminal(out, err)).run(List.of("--server.port=" + port));

        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(DetectCommand.DETECTED);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches("检测 D\\d{8}-\\d{4} 已完成（规则 .+）：检查 \\d+ 个数源单元，检出疑点 \\d+ 个，其中新增 0，复发 0；不再检出 0\\R");
        assertThat(new DetectCommand(Yuanliu.class, terminal(out, err)).run(List.of("--all")))
                .isEqualTo(DetectCommand.NOT_DETECTED);
    }

    /// As processes, for that is what has an exit status and a standard output.
    @Test
    void withoutARunningYuanliuTheGraphIsOpened() throws Exception {
        var checked = process("check", PLAN.toString(), "--department=JQ-SZZX");
        var detected = process("detect");

        assertThat(checked.status).as(checked.err).isEqualTo(CheckCommand.SOME_NEEDLESS);
        assertThat(checked.out.lines()).hasSize(26).last().asString().startsWith("合计 25 项");
        assertThat(detected.status).as(detected.err).isEqualTo(DetectCommand.DETECTED);
        assertThat(detected.out.lines()).hasSize(1).first().asString().contains("检出疑点");
    }

    private Said process(String... command) throws Exception {
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var arguments = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                Yuanliu.class.getName()));
        arguments.addAll(List.of(command));
        arguments.addAll(List.of("--server.port=" + TestNeo4j.freePort(), "--yuanliu.data=" + folder.resolve("data")));
        TestNeo4j.settings().forEach((name, value) -> arguments.add("--%s=%s".formatted(name, value)));
        var builder = new ProcessBuilder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment()
                .put(
                        "CLASSPATH",
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> !entry.contains("test-classes"))
                                .collect(joining(File.pathSeparator)));
        var process = builder.start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Said run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var status = new CheckCommand(Yuanliu.class, terminal(out, err))
                .run(Stream.concat(Stream.of(arguments).map(String::valueOf), Stream.of("--server.port=" + port))
                        .toList());
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Terminal terminal(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
    }

    private record Said(int status, String out, String err) {}

    // -- over HTTP

    @Test
    void aPlanInJsonIsAnsweredInJson() throws Exception {
        var answer = post("", "application/json", "application/json", """
                {"name": "某系统", "department": "JQ-SZZX",
                 "fields": [{"name": "户籍地址", "element": "YL008", "subject": "自然人"}, {"name": "宠物饲养情况"}]}
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        var opinion = json(answer);
        assertThat(opinion.path("coverage").asDouble()).isEqualTo(0.5);
        assertThat(opinion.path("obtainable").asInt()).isEqualTo(1);
        assertThat(opinion.path("fresh").asInt()).isEqualTo(1);
        assertThat(opinion.path("fields").path(0).path("verdict").asString()).isEqualTo("OBTAINABLE");
        assertThat(opinion.path("fields").path(0).path("source").asString()).isEqualTo("R-SS-HJRK#户籍地址");
        assertThat(opinion.path("fields").path(0).path("sourceDepartment").asString())
                .isEqualTo("示例市公安局");
        assertThat(opinion.path("fields").path(0).path("evidence").size()).isPositive();
        assertThat(opinion.path("fields").path(1).path("source").isNull()).isTrue();
    }

    @Test
    void aWorkbookIsGivenToWhoAcceptsOneOrAsksForIt() throws Exception {
        var plan = Files.readAllBytes(PLAN);

        var accepted = post("?department=JQ-SZZX&name=" + encoded("智慧社区"), "text/csv", XLSX, plan);
        var asked = post("?format=xlsx&department=JQ-SZZX", "text/csv; charset=utf-8", "*/*", plan);
        var csv = post("?department=JQ-SZZX", "text/csv", "*/*", plan);

        for (var workbook : List.of(accepted, asked)) {
            assertThat(workbook.statusCode()).as(text(workbook)).isEqualTo(200);
            assertThat(workbook.headers().firstValue("Content-Type")).contains(XLSX);
            assertThat(workbook.body()).startsWith('P', 'K');
        }
        assertThat(accepted.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("filename*=UTF-8''" + encoded("采集核对意见-智慧社区.xlsx"));
        assertThat(json(csv).path("total").asInt()).isEqualTo(25);
        assertThat(json(csv).path("coverage").asDouble()).isEqualTo(0.72);
    }

    @Test
    void whatIsNoPlanIsAProblemInChinese() throws Exception {
        assertProblem(post("", "application/json", "*/*", bytes("{")), 400, "不是 JSON");
        assertProblem(post("", "application/json", "*/*", bytes("null")), 400, "空");
        assertProblem(post("", "application/json", "*/*", bytes("{\"feld\": []}")), 400, "feld");
        assertProblem(
                post("", "application/json", "*/*", bytes("{\"fields\": [{\"name\": {}}]}")), 400, "fields[0].name");
        assertProblem(post("", "application/json", "*/*", bytes("{\"fields\": [null]}")), 400, "第 1 个信息项没有名称");
        assertProblem(post("", "application/json", "*/*", bytes("{}")), 400, "没有拟采集的信息项");
        assertProblem(post("?department=X-1", "text/csv", "*/*", bytes("名称\n姓名\n")), 400, "X-1");
        assertProblem(post("?format=pdf", "text/csv", "*/*", bytes("名称\n姓名\n")), 400, "pdf");
        assertProblem(post("", "application/x-www-form-urlencoded", "*/*", bytes("a=b")), 415, "Content-Type");
        assertProblem(post("", "text/csv", "*/*", bytes("名称\n" + "姓名\n".repeat(2_001))), 400, "2000");
        assertProblem(post("", "text/csv", "*/*", new byte[(4 << 20) + 1]), 413, "4 MB");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String named) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("detail").asString()).contains(named).containsPattern("\\p{IsHan}");
    }

    private HttpResponse<byte[]> post(String query, String type, String accepted, byte[] body) throws Exception {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + port + CollectionChecksController.PATH + query))
                            .header("Content-Type", type)
                            .header("Accept", accepted)
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static List<String> texts(Row row) {
        return row.stream()
                .filter(cell -> cell != null && !cell.getText().isEmpty())
                .map(cell -> cell.getText())
                .toList();
    }
}
