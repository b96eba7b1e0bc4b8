package yuanliu.browser;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/// What Neo4j Browser fetches after login, from its page on another port of this machine. Only that may: the guide and
/// the style say nothing of anybody, but nobody else has any business with them.
@RestController
@CrossOrigin(originPatterns = {"http://127.0.0.1:[*]", "http://localhost:[*]"})
class GuideController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final SavedQueries queries;

    GuideController(SavedQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/browser/guide.html")
    ResponseEntity<String> guide() {
        return ResponseEntity.ok().contentType(HTML).body("""
                <article class="guide">
                <title>源流导览</title>
                <carousel class="deck container-fluid">
                <slide class="row-fluid"><div class="col-sm-12">
                <h3>源流 · 在图里提问</h3>
                <p class="lead">部门、数据资源、信息项、信息系统、共享关系、数源认定都在这张图里。往后翻,每页一个问题;点一下查询,送进上方的输入框,按 Ctrl+Enter 运行。</p>
                <p>血缘 <code>(下游)-[:DERIVED_FROM]-&gt;(上游)</code> 由使用者指向来源;图谱模型见 src/docs/graph.md。</p>
                <p>这里以 neo4j 用户登录,能读也能写。只想读,请用本机源流的 <code>/cypher.html</code>,那里拒绝一切改动。</p>
                </div></slide>
                %s
                </carousel>
                </article>
                """.formatted(
                        queries.all().stream().map(GuideController::slide).collect(Collectors.joining("\n"))));
    }

    private static String slide(SavedQuery query) {
        return """
                <slide class="row-fluid"><div class="col-sm-12">
                <h3>%s</h3>
                <figure><pre mode="cypher" class="pre-scrollable programlisting cm-s-neo code runnable standalone-example">%s</pre></figure>
                </div></slide>""".formatted(HtmlUtils.htmlEscape(query.title()), HtmlUtils.htmlEscape(query.body()));
    }

    @GetMapping("/browser/style.grass")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok().contentType(TEXT).body(new ClassPathResource("cypher/browser/style.grass"));
    }

    @GetMapping("/api/cypher/saved")
    List<SavedQuery> saved() {
        return queries.all();
    }
}
