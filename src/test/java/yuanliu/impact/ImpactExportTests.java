package yuanliu.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import yuanliu.GivenGraph;

class ImpactExportTests extends GivenGraph {

    @LocalServerPort
    private int port;

    /// 1,200 fields of one resource, one of them called like a formula.
    @BeforeEach
    void city() {
        given("""
                CREATE (d1:Department {code: 'D1', key: 'D1', name: '登记局'}), (d2:Department {code: 'D2', key: 'D2', name: '数据局'}),
                  (r1:DataResource {code: 'R1', key: 'R1', name: '企业登记'})-[:PROVIDED_BY]->(d1),
                  (r2:DataResource {code: 'R2', key: 'R2', name: '企业库'})-[:PROVIDED_BY]->(d2),
                  (r1)-[:HAS_FIELD]->(a:DataField {code: 'R1#名称', key: 'R1#名称', name: '名称', acquisition: '产生'})
                WITH r2, a
                UNWIND range(1, 1200) AS i
                CREATE (r2)-[:HAS_FIELD]->(:DataField {code: 'R2#' + i, key: 'R2#' + i, name: CASE i WHEN 7 THEN '=1+1' ELSE '项' + i END})
                  -[:DERIVED_FROM {edge: 'e' + i}]->(a)
                """);
    }

    private HttpResponse<byte[]> get(String pathAndQuery) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pathAndQuery))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void theWholeImpactIsTakenHomeAsCsv() throws Exception {
        var answered = get("/api/impact.csv?dataResource=R1&change=STOP");

        var text = new String(answered.body(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF类别,编码,名称,责任部门编码,影响程度,跳数,缘由,可替代的来源");
        assertThat(text.lines()).hasSize(1 + 1200 + 1).anyMatch(line -> line.startsWith("信息项,R2#7,'=1+1,D2,断供,1,"));
        assertThat(answered.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains(".csv");
    }

    @Test
    void theWorkbookHasTotalsDepartmentsThingsAndNotices() throws Exception {
        var answered = get("/api/impact.xlsx?dataResource=R1&change=STOP");

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answered.body()))) {
            assertThat(workbook.getSheets().map(Sheet::getName)).containsExactly("合计", "部门", "受影响的对象", "告知");
            assertThat(workbook.findSheet("受影响的对象").orElseThrow().read()).hasSize(1 + 1200 + 1);
            var told = workbook.findSheet("告知").orElseThrow().read();
            assertThat(told).hasSize(2);
            assertThat(told.get(1).getCellText(3)).isEqualTo("关于“企业登记”停止提供的告知");
        }
    }

    @Test
    void nonsenseIsRefusedAndWhatIsNotThereIsSaid() throws Exception {
        assertThat(get("/api/impact.csv?dataResource=R9&change=STOP").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/impact.csv?change=STOP").statusCode()).isEqualTo(400);
        assertThat(get("/api/impact.csv?dataResource=R1").statusCode()).isEqualTo(400);
        assertThat(get("/api/impact.xlsx?dataResource=R1&change=EAT").statusCode())
                .isEqualTo(400);
        assertThat(get("/api/impact.csv?dataResource=R1&form=B1&change=STOP").statusCode())
                .isEqualTo(400);
        assertThat(get("/api/impact.csv?dataResource=R1&change=STOP&sharing=%E4%B8%8D%E4%BA%88%E5%85%B1%E4%BA%AB")
                        .statusCode())
                .isEqualTo(400);
    }
}
