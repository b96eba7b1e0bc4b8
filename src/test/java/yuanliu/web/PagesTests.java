package yuanliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import yuanliu.AgainstNeo4j;

class PagesTests extends AgainstNeo4j {

    private static final Pattern LOADED =
            Pattern.compile("(?:<script[^>]* src|<link[^>]* href|<img[^>]* src)=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Override
    protected void fill() {}

    @Test
    void thePagesAreServedAndLoadNothingFromElsewhere() throws IOException, InterruptedException {
        for (var page : new String[] {"/", "/graphiql", "/filings.html"}) {
            var html = get(page);
            var loaded =
                    LOADED.matcher(html).results().map(match -> match.group(1)).toList();

            assertThat(html).contains("<html lang=\"zh-CN\">", "源流");
            assertThat(loaded).allMatch(url -> url.startsWith("/") && !url.startsWith("//") || url.startsWith("data:"));
            for (var url : loaded) {
                if (url.startsWith("/")) {
                    assertThat(get(url)).isNotEmpty();
                }
            }
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
