package yuanliu.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import yuanliu.GivenGraph;

/// Filing as a department sees it: a file is posted, and the report says what became of each row.
class FilingOverHttpTests extends GivenGraph {

    private static final Path FILINGS = Path.of("target", "test-data", "filings");
    private static final String CHINESE = "(?s).*[\\u4e00-\\u9fff].*";

    @LocalServerPort
    private int port;

    @Autowired
    private Driver driver;

    private Posted user;

    @BeforeEach
    void user() {
        user = new Posted(port);
    }

    @AfterEach
    void leave() {
        user.close();
    }

    @Test
    void everyPlantedMistakeIsToldWithItsSheetRowColumnAndReason() throws Exception {
        var report = user.file("目录.xlsx", workbookOfMistakes());

        assertThat(report.path("problems").valueStream())
                .extracting(
                        one -> one.path("sheet").asString(),
                        one -> one.path("row").asInt(),
                        one -> one.path("column").asString(),
                        one -> one.path("severity").asString(),
                        one -> one.path("code").asString())
                .containsExactly(
                        tuple("行政区划", 3, "区划代码", "REFUSED", "MISSING_CELL"),
                        tuple("部门", 3, "统一社会信用代码", "WARNED", "BAD_USCC"),
                        tuple("部门", 4, "行政区划代码", "WARNED", "UNKNOWN_REGION"),
                        tuple("部门", 6, "上级部门编码", "WARNED", "RING"),
                        tuple("部门", 7, "上级部门编码", "WARNED", "RING"),
                        tuple("信息系统", 2, "系统编码", "REFUSED", "TOO_LONG"),
                        tuple("数据资源", 3, "提供部门编码", "REFUSED", "UNKNOWN_DEPARTMENT"),
                        tuple("数据资源", 5, "资源编码", "WARNED", "DUPLICATE_KEY"),
                        tuple("数据资源", 6, "发布日期", "WARNED", "UNREADABLE_VALUE"),
                        tuple("信息项", 2, "数据元编码", "WARNED", "UNKNOWN_ELEMENT"),
                        tuple("信息项", 3, "资源编码", "REFUSED", "UNKNOWN_RESOURCE"),
                        tuple("信息项", 4, "资源编码", "REFUSED", "REFERS_TO_REFUSED"),
                        tuple("信息项", 5, "资源编码", "REFUSED", "REFERS_TO_SECRET"),
                        tuple("信息项", 6, "信息项名称", "WARNED", "DUPLICATE_NAME"),
                        tuple("信息项", 7, "获取方式", "WARNED", "UNREADABLE_VALUE"),
                        tuple("表单", 2, "表单名称", "REFUSED", "MISSING_COLUMN"),
                        tuple("血缘", 2, "下游信息项", "REFUSED", "HALF_LINEAGE"),
                        tuple("血缘", 3, "下游信息项", "REFUSED", "UNKNOWN_FIELD"));
        assertThat(report.path("problems").valueStream())
                .allSatisfy(one -> assertThat(one.path("message").asString())
                        .startsWith("第%d行:".formatted(one.path("row").asInt()))
                        .matches(CHINESE));
        assertThat(report.path("sheets").valueStream())
                .hasSize(7)
                .allSatisfy(counts -> assertThat(counts.path("filed").asInt()
                                + counts.path("unchanged").asInt()
                                + counts.path("updated").asInt()
                                + counts.path("refused").asInt())
                        .isEqualTo(counts.path("read").asInt()));
        assertThat(report.toString()).doesNotContain("机要", "绝密项");
    }

    @Test
    void theWorkbookOfTheReportHasTheRowsAsFiledWithTheReason() throws Exception {
        var report = user.file("目录.xlsx", workbookOfMistakes());

        var answer = user.get("/api/filings/" + report.path("code").asString() + "/report.xlsx");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var sheets = sheets(answer.body());
        assertThat(sheets.keySet()).containsExactly("汇总", "行政区划", "部门", "信息系统", "数据资源", "信息项", "表单", "血缘");
        var fields = java.util.Objects.requireNonNull(sheets.get("信息项"));
        assertThat(fields.getFirst()).startsWith("行号", "结果", "列", "原因代码", "原因", "资源编码", "信息项名称");
        assertThat(fields.stream().filter(row -> row.getFirst().equals("3")))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .startsWith("3", "拒绝", "资源编码", "UNKNOWN_RESOURCE")
                        .endsWith("R9", "民族 "))
                .satisfies(row -> assertThat(row.get(4)).startsWith("第3行:资源编码“R9”"));
        assertThat(fields.stream().skip(1).map(List::getFirst)).containsExactly("2", "3", "4", "5", "6", "7");
        assertThat(sheets.toString()).doesNotContain("机要", "绝密项");
    }

    @Test
    void aDryRunTellsTheSameAndWritesNothing() throws Exception {
        var dry = user.file("/api/filings?dryRun=true", "目录.xlsx", workbookOfMistakes());

        assertThat(dry.path("dryRun").asBoolean()).isTrue();
        assertThat(Posted.graph(driver)).isEmpty();
        var real = user.file("目录.xlsx", workbookOfMistakes());
        assertThat(dry.path("sheets")).isEqualTo(real.path("sheets"));
        assertThat(dry.path("problems")).isEqualTo(real.path("problems"));
    }

    @Test
    void whatIsNotThereOrCannotBeReadIsToldInChinese() throws Exception {
        assertProblem(user.get("/api/filings/F20200101-0001"), 404, "F20200101-0001");
        assertProblem(user.get("/api/filings/F20200101-0001/report.xlsx"), 404, "F20200101-0001");
        assertProblem(user.get("/api/filings?first=0"), 400, "first");
        assertProblem(user.get("/api/filings?first=many"), 400, "first");
        assertProblem(user.get("/api/filings?after=yesterday"), 400, "after");
        assertProblem(user.post("/api/filings", "file", "regions.csv", Posted.csv("code,name\n")), 400, "package");
        assertProblem(
                user.post("/api/filings?dryRun=maybe", "package", "regions.csv", Posted.csv("code,name\n")),
                400,
                "dryRun");
    }

    @Test
    void whatIsNoPackageIsRefusedAndLeavesNothingBehind() throws Exception {
        var before = left();
        var zip = Posted.zip(Map.of("regions.csv", "code,name\nG1,示例市\n"), StandardCharsets.UTF_8);

        assertProblem(user.post("a.zip", java.util.Arrays.copyOf(zip, zip.length - 30)), 400, "");
        assertProblem(user.post("目录.pdf", Posted.csv("%PDF-1.7")), 400, "目录.pdf");
        assertProblem(user.post("目录.csv", Posted.csv("code,name\nG1,示例市\n")), 400, "目录.csv");
        assertProblem(user.post("a.zip", Posted.zip(Map.of("a.csv", "x"), StandardCharsets.UTF_8)), 400, "");
        assertProblem(user.post("空.xlsx", new byte[0]), 400, "");
        assertProblem(user.post("a.zip", bomb()), 413, "");

        assertThat(left()).isEqualTo(before);
        assertThat(user.read("/api/filings").path("filings")).isEmpty();
        assertThat(Posted.graph(driver)).isEmpty();
    }

    @Test
    void formulasAndTextThatLooksLikeOneStayText() throws Exception {
        var evil = "=HYPERLINK(\"http://example.invalid\",\"点我\")";
        var report = user.file(
                "目录.xlsx",
                workbook(Map.of(
                        "行政区划",
                        sheet -> rows(
                                sheet, new String[] {"区划代码", "区划名称"}, new String[] {"G1", evil}, new String[] {"", evil
                                }))));

        assertThat(graph.query("MATCH (r:Region {code: 'G1'}) RETURN r.name")
                        .fetchAs(String.class)
                        .one())
                .contains(evil);
        var answer = user.get("/api/filings/" + report.path("code").asString() + "/report.xlsx");
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            var row = read.findSheet("行政区划").orElseThrow().read().get(1);
            assertThat(row.stream().filter(cell -> evil.equals(cell.getText())))
                    .singleElement()
                    .satisfies(cell -> assertThat(cell.getType()).isEqualTo(CellType.STRING));
        }
    }

    @Test
    void aCellOfAMebibyteIsFiledAndOneByteMoreIsRefused() throws Exception {
        var most = "x".repeat(1 << 20);

        var report = user.file(
                "elements.csv", Posted.csv("code,name,definition\nE1,甲,%s\nE2,乙,%sx\n".formatted(most, most)));

        assertThat(report.path("sheets").path(0).path("filed").asInt()).isEqualTo(1);
        assertThat(report.path("problems").path(0).path("code").asString()).isEqualTo("TOO_LONG");
        assertThat(report.path("problems").path(0).path("row").asInt()).isEqualTo(3);
        assertThat(graph.query("MATCH (e:DataElement) RETURN size(e.definition)")
                        .fetchAs(Long.class)
                        .one())
                .contains(1L << 20);
        assertThat(report.toString()).hasSizeLessThan(10_000);
    }

    @Test
    void aZipOfCsvInGb18030IsReadAsWritten() throws Exception {
        var sheets = new LinkedHashMap<String, String>();
        sheets.put("目录包/regions.csv", "区划代码,区划名称\r\nG1,示例市㐀\r\n");
        sheets.put("目录包/departments.csv", "部门编码,部门名称,行政区划代码\r\nD1,示例市公安局,G1\r\n");

        user.file("目录.zip", Posted.zip(sheets, Charset.forName("GB18030")));

        assertThat(graph.query(
                                "MATCH (d:Department {code: 'D1'})-[:LOCATED_IN]->(r:Region) RETURN d.name + '/' + r.name")
                        .fetchAs(String.class)
                        .one())
                .contains("示例市公安局/示例市㐀");
    }

    @Test
    void filingsPostedAtOnceAreFiledOneAfterTheOther() throws Exception {
        var packages = new ArrayList<byte[]>();
        for (var at = 1; at <= 6; at++) {
            packages.add(Posted.zip(
                    Map.of(
                            "departments.csv", "code,name,shortName\nD1,第%d次的名称,%d\nD2%d,乙局,\n".formatted(at, at, at),
                            "resources.csv", "code,name,provider\nR1,户籍%d,D1\n".formatted(at),
                            "fields.csv", "resource,name\nR1,姓名\nR1,第%d项\n".formatted(at)),
                    StandardCharsets.UTF_8));
        }
        List<Callable<HttpResponse<String>>> posts = packages.stream()
                .map(one -> (Callable<HttpResponse<String>>) () -> user.post("目录.zip", one))
                .toList();
        var inOrder = new TreeMap<String, byte[]>();
        try (var users = Executors.newFixedThreadPool(posts.size())) {
            var answers = users.invokeAll(posts);
            for (var at = 0; at < answers.size(); at++) {
                var answer = answers.get(at).get();
                assertThat(answer.statusCode()).isEqualTo(202);
                inOrder.put(user.read(answer).path("code").asString(), packages.get(at));
            }
        }

        assertThat(inOrder).hasSize(packages.size());
        var ended = "";
        for (var code : inOrder.keySet()) {
            var report = user.awaited("/api/filings/" + code);
            assertThat(report.path("state").asString()).isEqualTo("FINISHED");
            assertThat(report.path("startedAt").asString()).isGreaterThanOrEqualTo(ended);
            ended = report.path("finishedAt").asString();
        }
        var together = Posted.graph(driver);
        yuanliu.neo4j.TestNeo4j.wipe(driver);
        for (var one : inOrder.values()) {
            user.file("目录.zip", one);
        }
        assertThat(together).isEqualTo(Posted.graph(driver));
    }

    @Test
    void theFilingsArePagedNewestFirst() throws Exception {
        var codes = new ArrayList<String>();
        for (var at = 1; at <= 5; at++) {
            codes.addFirst(user.file("regions.csv", Posted.csv("code,name\nG%d,示例\n".formatted(at)))
                    .path("code")
                    .asString());
        }

        var first = user.read("/api/filings?first=2");
        var second =
                user.read("/api/filings?first=2&after=" + first.path("after").asString());
        var last =
                user.read("/api/filings?first=2&after=" + second.path("after").asString());

        assertThat(List.of(codes(first), codes(second), codes(last)))
                .containsExactly(codes.subList(0, 2), codes.subList(2, 4), codes.subList(4, 5));
        assertThat(last.path("after").isNull()).isTrue();
        assertThat(codes(user.read("/api/filings"))).isEqualTo(codes);
    }

    private static List<String> codes(JsonNode page) {
        return page.path("filings")
                .valueStream()
                .map(one -> one.path("code").asString())
                .toList();
    }

    private void assertProblem(HttpResponse<?> answer, int status, String named) {
        var body = answer.body() instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(answer.body());
        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = new tools.jackson.databind.json.JsonMapper().readTree(body);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).contains(named).matches(CHINESE);
    }

    private static List<Path> left() throws IOException {
        Files.createDirectories(FILINGS);
        try (var files = Files.walk(FILINGS)) {
            return files.sorted().toList();
        }
    }

    /// 51 MiB of zeros in some 50 kB.
    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("regions.csv"));
            for (var at = 0; at < 51; at++) {
                zip.write(new byte[1 << 20]);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] workbookOfMistakes() throws IOException {
        var sheets = new LinkedHashMap<String, Consumer<Worksheet>>();
        sheets.put(
                "行政区划",
                sheet -> rows(
                        sheet, new String[] {"区划代码", "区划名称", "上级区划代码"}, new String[] {"G1", "示例市", ""}, new String[] {
                            "", "无码区", "G1"
                        }));
        sheets.put(
                "部门",
                sheet -> rows(
                        sheet,
                        new String[] {"部门编码", "部门名称", "统一社会信用代码", "行政区划代码", "上级部门编码"},
                        new String[] {"D1", "公安局", "", "G1", ""},
                        new String[] {"D2", "民政局", "123", "G1", ""},
                        new String[] {"D3", "教育局", "", "G9", ""},
                        new String[] {},
                        new String[] {"D4", "甲局", "", "", "D5"},
                        new String[] {"D5", "乙局", "", "", "D4"}));
        sheets.put(
                "信息系统",
                sheet -> rows(
                        sheet, new String[] {"系统编码", "系统名称", "主管部门编码"}, new String[] {"S".repeat(201), "户籍系统", "D1"}));
        sheets.put(
                "数据资源",
                sheet -> rows(
                        sheet,
                        new String[] {"资源编码", "资源名称", "提供部门编码", "发布日期", "涉密"},
                        new String[] {"R1", "户籍", "D1", "2017年11月10日", "否"},
                        new String[] {"R2", "无主", "D404", "", ""},
                        new String[] {"R3", "机要", "D1", "", "是"},
                        new String[] {"R1", "户籍二", "D1", "2017年11月10日", "否"},
                        new String[] {"R4", "学籍", "D3", "昨天", ""}));
        sheets.put(
                "信息项",
                sheet -> rows(
                        sheet,
                        new String[] {"资源编码", "信息项名称", "数据元编码", "获取方式"},
                        new String[] {"R1", "姓名", "E9", "采集"},
                        new String[] {"R9", "民族 ", "", ""},
                        new String[] {"R2", "民族", "", ""},
                        new String[] {"R3", "绝密项", "", ""},
                        new String[] {"R1", "姓 名", "", ""},
                        new String[] {"R1", "性别", "", "偷"}));
        sheets.put("表单", sheet -> rows(sheet, new String[] {"表单编码", "部门编码"}, new String[] {"F1", "D1"}));
        sheets.put(
                "血缘",
                sheet -> rows(
                        sheet,
                        new String[] {"下游资源编码", "下游信息项", "上游资源编码", "上游信息项"},
                        new String[] {"R4", "", "R1", "姓名"},
                        new String[] {"R1", "不存在", "R1", "姓名"}));
        return workbook(sheets);
    }

    private static byte[] workbook(Map<String, Consumer<Worksheet>> sheets) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", "1.0")) {
            for (var sheet : sheets.entrySet()) {
                var worksheet = workbook.newWorksheet(sheet.getKey());
                sheet.getValue().accept(worksheet);
                worksheet.finish();
            }
        }
        return bytes.toByteArray();
    }

    private static void rows(Worksheet sheet, String[]... rows) {
        for (var row = 0; row < rows.length; row++) {
            for (var column = 0; column < rows[row].length; column++) {
                if (!rows[row][column].isEmpty()) {
                    sheet.value(row, column, rows[row][column]);
                }
            }
        }
    }

    /// The texts of a workbook's cells by sheet, without the empty ones.
    private static Map<String, List<List<String>>> sheets(byte[] workbook) throws IOException {
        var sheets = new LinkedHashMap<String, List<List<String>>>();
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (var sheet : read.getSheets().toList()) {
                sheets.put(
                        sheet.getName(),
                        sheet.read().stream().map(FilingOverHttpTests::texts).toList());
            }
        }
        return sheets;
    }

    private static List<String> texts(Row row) {
        return row.stream()
                .filter(cell -> cell != null && !cell.getText().isEmpty())
                .map(cell -> cell.getText())
                .toList();
    }
}
