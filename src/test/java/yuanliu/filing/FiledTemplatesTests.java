package yuanliu.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import yuanliu.GivenGraph;

/// The template of 1272 names its providers by credit code or by name, never by 部门编码.
class FiledTemplatesTests extends GivenGraph {

    private static final String[] HEADERS = {
        "序号", "信息资源名称", "信息资源代码", "信息资源提供方", "资源提供方代码", "信息资源摘要", "更新周期", "信息项名称", "数据类型", "数据长度"
    };

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"111000000000131433", "民政部", "民 政 部"})
    void theProviderOfATemplateIsKnownByItsCreditCodeElseByItsName(String provider) throws Exception {
        try (var user = new Posted(port)) {
            user.file("departments.csv", Posted.csv("code,name,uscc\nD-MZ,民政部,111000000000131433\nD-GA,公安部,\n"));

            var report = user.file("模板.xlsx", template(provider));

            assertThat(report.path("problems")
                            .valueStream()
                            .filter(one -> one.path("severity").asString().equals("REFUSED")))
                    .isEmpty();
            assertThat(graph.query("""
                                    MATCH (:Department {code: 'D-MZ'})<-[:PROVIDED_BY]-(r:DataResource {code: '307001/1'})-[:HAS_FIELD]->(f)
                                    RETURN r.name + ':' + f.name AS name ORDER BY name
                                    """).fetchAs(String.class).all()).containsExactly("婚姻登记信息:姓名", "婚姻登记信息:登记日期");
        }
    }

    private static byte[] template(String provider) throws IOException {
        var isCode = Character.isDigit(provider.charAt(0));
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", "1.0")) {
            var sheet = workbook.newWorksheet("政务信息资源目录");
            sheet.value(0, 3, "信息资源提供方");
            sheet.value(0, 7, "信息项信息");
            for (var column = 0; column < HEADERS.length; column++) {
                sheet.value(1, column, HEADERS[column]);
            }
            for (var row = 2; row < 4; row++) {
                var cells = new String[] {
                    String.valueOf(row - 1),
                    "婚姻登记信息",
                    "307001/1",
                    isCode ? "民政部机关" : provider,
                    isCode ? provider : "",
                    "摘要",
                    "每日",
                    row == 2 ? "姓名" : "登记日期",
                    "字符型C",
                    "50"
                };
                for (var column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
            sheet.finish();
        }
        return bytes.toByteArray();
    }
}
