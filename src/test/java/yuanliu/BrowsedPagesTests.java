package yuanliu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages as they are seen, with the demonstration city filed.
class BrowsedPagesTests extends AgainstNeo4j {

    @LocalServerPort
    private int port;

    @Autowired
    private ExampleCity city;

    private Chromium browser;

    @Override
    protected void fill() {
        city.file();
    }

    @Override
    protected String graph() {
        return ExampleCity.GRAPH;
    }

    @BeforeAll
    void open() {
        browser = new Chromium();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theStartPageTellsWhatThereIsAndItsQuestionsRun() {
        browser.open(page("/"));
        browser.awaitText("#counts", "部门");
        seen("start");
        assertThat(browser.script("return document.querySelector('#browser').offsetHeight"))
                .as("the tests name their server, and of that one nobody knows whether it has a browser")
                .isEqualTo(0L);
        assertThat(browser.first("#version").getText()).matches("版本 \\d.*");
        assertThat(browser.first("#counts").getText()).contains("部门 43 个", "数据资源");

        for (int i = 0; i < 3; i++) {
            browser.open(page("/")).all("#questions a").get(i).click();
            browser.first("button.graphiql-execute-button").click();
            browser.awaitText(".result-window", new String[] {"\"count\": 7", "示例市公安局", "434270"}[i]);
        }
        nobodyElseWasAsked();
    }

    @Test
    void theQuestionsOfTheGraphiQlRunAndShowTheAnswer() {
        browser.open(page("/")).script("localStorage.clear()");
        browser.open(page("/graphiql"));
        browser.awaitText(".graphiql-query-editor", "从哪里来");
        for (var asked :
                new String[][] {{"WhereFrom", "\"count\": 7"}, {"WhoseSource", "示例市公安局"}, {"WhomDoesItHit", "434270"}
                }) {
            browser.first("button.graphiql-execute-button").click();
            browser.all("[role=menuitem]").stream()
                    .filter(item -> item.getText().equals(asked[0]))
                    .findFirst()
                    .orElseThrow()
                    .click();
            browser.awaitText(".result-window", asked[1]);
        }
        seen("graphiql");
        nobodyElseWasAsked();
    }

    @Test
    void aPackageIsFiledAndItsRefusedRowIsShown(@TempDir Path folder) throws IOException {
        var sheet = folder.resolve("departments.csv");
        Files.writeString(sheet, """
                部门编码,部门名称,行政区划代码,层级,状态
                ,没有编码的局,990100,市,在设
                """);

        browser.open(page("/filings.html"));
        browser.all("#list tr");
        seen("filings");
        browser.first("input[type=file]").sendKeys(sheet.toAbsolutePath().toString());
        browser.first("#filing button").sendKeys(Keys.ENTER);

        browser.awaitText("#state", "已完成");
        browser.awaitText("#tables", "被拒");
        seen("report");
        browser.open(page("/filings.html#F19990101-0001"));
        browser.awaitText("#said", "没有编号为");
        nobodyElseWasAsked();
    }

    @Test
    void theListsAreCountedAndCanBeTakenHome() {
        browser.open(page("/lists.html"));
        browser.awaitText("#lists", "一数一源一标准台账");
        browser.awaitText("#coverage", "合计");
        browser.awaitText("#definition", "覆盖率");
        browser.until(
                "return ![...document.querySelectorAll('#lists td.number')].some(cell => cell.textContent === '…')");
        seen("lists");
        assertThat(browser.all("#lists a").getFirst().getAttribute("href")).contains("/api/lists/source-ledger.xlsx");

        browser.first("input[name=department]").sendKeys("SS-RSJ", Keys.ENTER);
        browser.until("return document.querySelector('#lists a').href.endsWith('?department=SS-RSJ')");
        nobodyElseWasAsked();
    }

    @Test
    void aDepartmentIsSeenAtAGlance() {
        browser.open(page("/department.html"));
        browser.first("input[name=department]").sendKeys("人力资源", Keys.ENTER);
        browser.awaitText("#said", "个：");
        browser.all("#said a").stream()
                .filter(one -> one.getText().startsWith("示例市"))
                .findFirst()
                .orElseThrow()
                .click();
        browser.awaitText("#name", "示例市人力资源和社会保障局");
        browser.awaitText("#concerns", "未了结的重复采集疑点");
        seen("department");

        browser.first("#figures a").click();
        browser.first("button.graphiql-execute-button").click();
        browser.awaitText(".result-window", "totalCount");

        browser.open(page("/department.html?code=NOBODY"));
        browser.awaitText("#said", "没有编码或名称为");
        nobodyElseWasAsked();
    }

    private String page(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /// Looked at on a desk and on a telephone; there too nothing stands out at the side.
    private void seen(String name) {
        browser.picture(name + "-1280");
        browser.wide(390);
        browser.picture(name + "-390");
        assertThat(browser.scrollsSideways()).as("%s scrolls sideways", name).isFalse();
        browser.wide(1280);
    }

    private void nobodyElseWasAsked() {
        assertThat(browser.hostsAsked()).containsExactly("127.0.0.1");
    }
}
