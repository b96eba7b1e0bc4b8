package yuanliu.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.cypher.Together;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// The fields of resources and forms, for many of them in one statement.
@Component
@Transactional(readOnly = true)
class Fields {

    /// Where a field without a position stands: behind all others.
    private static final long LAST = Integer.MAX_VALUE;

    private static final long BEFORE_ALL = Long.MIN_VALUE;

    private final Neo4jClient graph;
    private final Together<Asked, Page<DataField>> ofResources;
    private final Together<Asked, Page<DataField>> ofForms;

    Fields(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.ofResources = pages(cypher, "catalog/resource-fields");
        this.ofForms = pages(cypher, "catalog/form-fields");
    }

    Map<Asked, Page<DataField>> ofResources(Collection<Asked> asked) {
        return ofResources.ask(asked);
    }

    Map<Asked, Page<DataField>> ofForms(Collection<Asked> asked) {
        return ofForms.ask(asked);
    }

    private Together<Asked, Page<DataField>> pages(CypherLibrary cypher, String name) {
        var statement = cypher.get(name);
        return cypher.together(asked -> pages(statement, asked));
    }

    private Map<Asked, Page<DataField>> pages(Statement statement, Collection<Asked> asked) {
        var found = new HashMap<Start, Found>();
        graph.query(statement.text())
                .bind(asked.stream()
                        .map(Asked::start)
                        .distinct()
                        .map(Start::row)
                        .toList())
                .to("asked")
                .bind(asked.stream()
                        .mapToInt(one -> one.window().oneMore())
                        .max()
                        .orElse(1))
                .to("most")
                .bind(asked.stream().allMatch(Asked::namesAlone))
                .to("namesAlone")
                .fetchAs(Found.class)
                .mappedBy((types, row) -> new Found(
                        new Start(
                                row.get("key").asString(),
                                row.get("place").asLong(),
                                row.get("code").asString()),
                        row.get("fields").asList(DataField::from),
                        row.get("total").asLong()))
                .all()
                .forEach(one -> found.put(one.start(), one));
        var pages = new HashMap<Asked, Page<DataField>>();
        for (var one : asked) {
            var of = found.getOrDefault(one.start(), new Found(one.start(), List.of(), 0));
            var read = of.fields()
                    .subList(0, Math.min(of.fields().size(), one.window().oneMore()));
            pages.put(one, Page.of(one.window(), read, of.total(), Fields::place));
        }
        return pages;
    }

    private static Cursor place(DataField field) {
        var ordinal = field.ordinal();
        return Cursor.at(ordinal == null ? LAST : ordinal, field.code());
    }

    /// A window of the fields of one resource or form.
    ///
    /// @param namesAlone whether nothing of them is wanted but what they are called
    record Asked(String key, Window window, boolean namesAlone) {

        static Asked of(Entity owner, Window window, boolean namesAlone) {
            return new Asked(Codes.key(owner.code()), window, namesAlone);
        }

        Start start() {
            var place = window.afterNumber(0);
            var code = window.afterValue(1);
            return new Start(key, place == null ? BEFORE_ALL : place, code == null ? "" : code);
        }
    }

    private record Start(String key, long place, String code) {

        Map<String, Object> row() {
            return Map.of("key", key, "place", place, "code", code);
        }
    }

    private record Found(Start start, List<DataField> fields, long total) {}
}
