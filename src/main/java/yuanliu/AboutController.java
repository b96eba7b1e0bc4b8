package yuanliu;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.neo4j.OwnServer;

/// What the start page says of the application that served it.
@RestController
@Transactional(readOnly = true)
class AboutController {

    private final String version;
    private final ObjectProvider<OwnServer> ownServer;
    private final Neo4jClient graph;
    private final Statement counts;

    AboutController(
            @Value("${yuanliu.version}") String version,
            ObjectProvider<OwnServer> ownServer,
            Neo4jClient graph,
            CypherLibrary cypher) {
        this.version = version;
        this.ownServer = ownServer;
        this.graph = graph;
        this.counts = cypher.get("about/counts");
    }

    @GetMapping("/api/about")
    About about() {
        var own = ownServer.getIfAvailable();
        return new About(
                version,
                own == null ? null : own.browserUri(),
                graph
                        .query(counts.text())
                        .fetchAs(Counted.class)
                        .mappedBy((types, row) -> new Counted(
                                row.get("what").asString(), row.get("total").asLong()))
                        .all()
                        .stream()
                        .collect(Collectors.toMap(Counted::what, Counted::total)));
    }

    private record Counted(String what, long total) {}

    /// @param browser where Neo4j Browser is; null when the Neo4j is somebody else's
    /// @param counts  how many there are: `departments`, `dataResources`, `dataFields`, `systems`, `sourceUnits`
    record About(String version, @Nullable URI browser, Map<String, Long> counts) {}
}
