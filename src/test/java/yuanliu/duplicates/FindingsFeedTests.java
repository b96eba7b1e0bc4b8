package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import yuanliu.GivenGraph;

class FindingsFeedTests extends GivenGraph {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @LocalServerPort
    private int port;

    private void steps(int from, int to) {
        given("""
                UNWIND range(%d, %d) AS i
                MERGE (finding:DuplicateFinding {key: 'DC1-' + i})
                SET finding += {code: 'DC1-' + i, name: '户籍地址 <&> ' + i, kind: 'CROSS_DEPARTMENT', score: 0.95, band: 'CONFIRMED',
                  signals: '[]', suggestion: '停采\u0007改共享', rules: 't', saved: 0, state: 'SUSPECTED', present: true, version: 1,
                  firstSeen: datetime('2026-11-20T02:00:00+08:00'), lastSeen: datetime('2026-11-20T02:00:00+08:00')}
                CREATE (finding)-[:HAS_STEP]->(:FindingStep {number: 1, sequence: 10 * i, to: 'SUSPECTED', reason: '检出',
                  at: datetime('2026-11-20T02:00:00+08:00')})
                CREATE (finding)-[:HAS_STEP]->(:FindingStep {number: 2, sequence: 10 * i + 1, from: 'SUSPECTED', to: 'ASSIGNED', by: '数据局',
                  at: datetime('2026-11-20T03:00:00+08:00')})
                """.formatted(from, to));
    }

    @Test
    void whoFollowsTheNextLinksSeesEveryFindingOnceAndGoesOnWhereTheyStopped() throws Exception {
        steps(1, 7);

        var seen = new ArrayList<String>();
        var path = "findings.atom?first=3";
        var pages = 0;
        var after = "";
        while (path != null) {
            var page = read(path);
            pages++;
            seen.addAll(titles(page));
            after = after(page);
            path = link(page, "next");
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 7)
                        .mapToObj(i -> "户籍地址 <&> " + i + "（检出）")
                        .toList());

        var empty = read("findings.atom?after=" + after);
        assertThat(titles(empty)).isEmpty();
        assertThat(after(empty)).isEqualTo(after);
        steps(8, 8);
        assertThat(titles(read("findings.atom?after=" + after))).containsExactly("户籍地址 <&> 8（检出）");
        assertThat(get("findings.atom?first=3").body())
                .isEqualTo(get("findings.atom?first=3").body());
    }

    @Test
    void anEntryTellsTheKindTheBandAndWhatToDo() throws Exception {
        steps(1, 1);

        var answer = get("findings.atom");
        var entry = (Element)
                document(answer.body()).getElementsByTagNameNS(ATOM, "entry").item(0);

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/atom+xml;charset=UTF-8");
        assertThat(text(entry, ATOM, "id")).isEqualTo("urn:yuanliu:finding:DC1-1:1");
        assertThat(text(entry, ATOM, "updated")).isEqualTo("2026-11-20T02:00:00+08:00");
        assertThat(text(entry, ATOM, "content")).isEqualTo("停采\uFFFD改共享");
        assertThat(text(entry, "urn:yuanliu", "code")).isEqualTo("DC1-1");
        assertThat(answer.body()).contains("term=\"CROSS_DEPARTMENT\"").contains("term=\"CONFIRMED\"");
    }

    @Test
    void aCursorOfAnotherListIsABadRequest() throws Exception {
        for (var query : List.of("after=abc", "after=%20", "first=0", "first=501", "first=x")) {
            var answer = get("findings.atom?" + query);

            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("参数");
        }
    }

    private Document read(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return document(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/%s".formatted(port, path)))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static Document document(String body) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new java.io.ByteArrayInputStream(body.getBytes("UTF-8")));
    }

    private static List<String> titles(Document feed) {
        var entries = feed.getElementsByTagNameNS(ATOM, "entry");
        return IntStream.range(0, entries.getLength())
                .mapToObj(i -> text((Element) entries.item(i), ATOM, "title"))
                .toList();
    }

    private static String after(Document feed) {
        return text(feed.getDocumentElement(), "urn:yuanliu", "after");
    }

    private static String text(Element of, String namespace, String name) {
        return of.getElementsByTagNameNS(namespace, name).item(0).getTextContent();
    }

    private static @Nullable String link(Document feed, String relation) {
        var links = feed.getElementsByTagNameNS(ATOM, "link");
        return IntStream.range(0, links.getLength())
                .mapToObj(i -> (Element) links.item(i))
                .filter(link -> link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .findFirst()
                .orElse(null);
    }
}
