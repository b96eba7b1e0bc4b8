package yuanliu.duplicates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import yuanliu.catalog.DepartmentLines;
import yuanliu.catalog.Projection;
import yuanliu.catalog.Regions;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.detection.Scene;
import yuanliu.memory.Memory;
import yuanliu.web.Codes;

/// Reads regions and departments. Those of a nation take most of a second, so they are kept for as long as nothing is
/// filed and the lineage in memory vouches that nobody else has written.
@Component
class Lands {

    private final Neo4jClient graph;
    private final Memory memory;
    private final Statement regions;
    private final Statement departments;
    private final Statement mark;
    private volatile @Nullable Kept kept;

    private record Kept(String mark, Land land) {}

    Lands(Neo4jClient graph, CypherLibrary cypher, Memory memory) {
        this.graph = graph;
        this.memory = memory;
        this.regions = cypher.get("duplicates/regions");
        this.departments = cypher.get("duplicates/departments");
        this.mark = cypher.get("duplicates/departments-mark");
    }

    /// As the graph is now, without systems.
    Land anew() {
        var parents = new HashMap<String, String>();
        var places = new HashSet<String>();
        regions.each(graph, Map.of(), row -> {
            places.add(Codes.key(row.get("name").asString("")));
            if (!row.get("parent").isNull()) {
                parents.put(row.get("key").asString(), row.get("parent").asString());
            }
        });
        places.remove("");
        var read = new ArrayList<Record>();
        departments.each(graph, Map.of(), read::add);
        var lines = DepartmentLines.of(read);
        var known = new HashMap<String, Scene.Department>();
        var nodes = new Scenes.Keys();
        for (var row : read) {
            var of = new Projection(row.get("department"));
            var key = of.text("key");
            nodes.put(row.get("node").asLong(), key);
            known.put(
                    key,
                    new Scene.Department(
                            key,
                            of.text("code"),
                            of.text("name"),
                            of.textOrNull("level"),
                            row.get("region").asString(null),
                            Boolean.TRUE.equals(of.flagOrNull("dataAuthority")),
                            lines.getOrDefault(key, key)));
        }
        return new Land(new Regions(parents), places, known, nodes, new HashMap<>(), new Scenes.Keys());
    }

    /// As the graph is now, or as it was when it was read last, where that is the same.
    ///
    /// @param day for which the memory answers or not
    Land on(LocalDate day) {
        var now = mark(day);
        var last = kept;
        if (now == null) {
            return anew();
        }
        if (last == null || !last.mark().equals(now)) {
            last = new Kept(now, anew());
            kept = last;
        }
        return last.land().apart();
    }

    /// @return null when nobody vouches for what was read before
    private @Nullable String mark(LocalDate day) {
        var standing = memory.standing();
        if (!memory.answers(day) || standing.readAt() == null) {
            return null;
        }
        var row = graph.query(mark.text())
                .fetchAs(Record.class)
                .mappedBy((types, one) -> one)
                .one()
                .orElseThrow();
        return row.get("going").asBoolean()
                ? null
                : "%s|%s".formatted(standing.readAt(), row.get("mark").asString());
    }
}
