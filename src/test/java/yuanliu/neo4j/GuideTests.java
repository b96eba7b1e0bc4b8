package yuanliu.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.neo4j.core.Neo4jClient;
import yuanliu.Chromium;
import yuanliu.Yuanliu;

/// An architect's first minutes, with everything as it is delivered: the application with its own server and the
/// demonstration city, seen in Neo4j Browser and in the page that only reads.
class GuideTests {

    @Test
    void theGuideOpensAfterLoginAndItsQueriesDrawAGraph(@TempDir Path data) throws Exception {
        try (var browser = new Chromium();
                var application = started(data)) {
            var neo4j = application.getBean(OwnServer.class);
            awaitCity(application.getBean(Neo4jClient.class));
            browser.open(neo4j.browserUri().toString());
            browser.first("[data-testid=boltaddress]")
                    .sendKeys(Keys.chord(Keys.CONTROL, "a"), neo4j.boltUri().getAuthority());
            browser.first("[data-testid=username]").sendKeys(Keys.chord(Keys.CONTROL, "a"), OwnServer.USER);
            browser.first("[data-testid=password]").sendKeys(neo4j.password());
            browser.first("[data-testid=connect]").click();

            browser.awaitText("body", "源流 · 在图里提问");
            browser.picture("neo4j-browser-guide");

            browser.first("[data-testid=editor-wrapper], .monaco-editor").click();
            browser.type("MATCH p = (:DataField {key: 'R-SS-QYK#注册资本'})-[:DERIVED_FROM]->{1,2}() RETURN p");
            browser.type(Keys.chord(Keys.CONTROL, Keys.ENTER));
            assertThat(browser.all("svg g.node")).hasSizeGreaterThan(2);
            assertThat(
                            String.valueOf(
                                    browser.script(
                                            "return Array.from(document.querySelectorAll('svg g.node circle')).map(c => c.getAttribute('fill')).join()")))
                    .containsIgnoringCase("#5BA4C4");
            browser.picture("neo4j-browser-styled");
            assertThat(browser.hostsAsked()).contains("127.0.0.1");

            readsAndChangesNothing(
                    browser, "http://127.0.0.1:" + application.getEnvironment().getProperty("server.port"));
        }
    }

    private static void readsAndChangesNothing(Chromium browser, String pages) throws Exception {
        browser.open(pages + "/cypher.html");
        browser.awaitText("#saved", "从哪里来");
        browser.first("#run").click();
        browser.awaitText("#said", "7 行");
        browser.picture("read-only");
        browser.script("document.getElementById('statement').value = 'MATCH (n:Region) DETACH DELETE n'");
        browser.first("#run").click();
        browser.awaitText("#said", "这里只读");

        try (var http = HttpClient.newHttpClient()) {
            var answered = http.send(
                    HttpRequest.newBuilder(URI.create(pages + "/api/cypher"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"statement\": \"MATCH (n) DETACH DELETE n\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answered.statusCode()).isEqualTo(400);
            var foreign = http.send(
                    HttpRequest.newBuilder(URI.create(pages + "/browser/guide.html"))
                            .header("Origin", "https://example.org")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    private static void awaitCity(Neo4jClient graph) throws InterruptedException {
        for (int second = 0; second < 180; second++) {
            var filed = graph.query("MATCH (f:Filing {state: 'FINISHED'}) RETURN count(f) AS filed")
                    .fetchAs(Long.class)
                    .one()
                    .orElse(0L);
            if (filed > 0) {
                return;
            }
            Thread.sleep(1000);
        }
        throw new IllegalStateException("The demonstration city was not filed in three minutes");
    }

    private static ConfigurableApplicationContext started(Path data) {
        return new SpringApplicationBuilder(Yuanliu.class)
                .run(
                        "--server.port=" + TestNeo4j.freePort(),
                        "--yuanliu.data=" + data,
                        "--yuanliu.neo4j.bolt-port=" + TestNeo4j.freePort(),
                        "--yuanliu.neo4j.http-port=" + TestNeo4j.freePort(),
                        "--yuanliu.neo4j.heap=512m",
                        "--yuanliu.neo4j.page-cache=64m");
    }
}
