package yuanliu.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import yuanliu.AgainstNeo4j;
import yuanliu.Chromium;

/// The graph is seen in the Neo4j Browser that the server we start ourselves brings along. That page, which is not
/// ours, asks the internet for fonts and more; here, where nothing of it can be reached, it works all the same.
class Neo4jBrowserTests extends AgainstNeo4j {

    @Test
    void aUserLogsInAsksAndSeesAGraph() {
        var server = TestNeo4j.ownServer();
        assumeTrue(
                server.isPresent(),
                "Not run: the tests use a Neo4j that was named or a container, and what Neo4j Browser they bring along is not ours");
        var neo4j = server.orElseThrow();

        try (var browser = new Chromium()) {
            browser.open(neo4j.browserUri().toString());
            var address = browser.first("[data-testid=boltaddress]");
            address.sendKeys(Keys.chord(Keys.CONTROL, "a"), neo4j.boltUri().getAuthority());
            browser.picture("neo4j-browser-login");
            browser.first("[data-testid=username]").sendKeys(Keys.chord(Keys.CONTROL, "a"), OwnServer.USER);
            browser.first("[data-testid=password]").sendKeys(neo4j.password());
            browser.first("[data-testid=connect]").click();
            browser.awaitText("body", "connected");
            browser.picture("neo4j-browser-connected");

            browser.first("[data-testid=editor-wrapper], .monaco-editor").click();
            browser.type("MATCH (r:DataResource {code: 'R1'})-[h:HAS_FIELD]->(f) RETURN r, h, f");
            browser.type(Keys.chord(Keys.CONTROL, Keys.ENTER));

            assertThat(browser.all("svg g.node")).hasSize(5);
            assertThat(browser.all("svg g.relationship")).hasSize(4);
            browser.picture("neo4j-browser-graph");
        }
    }
}
