package yuanliu.catalog;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// The catalogue's lists, by code.
@Component
@Transactional(readOnly = true)
class Lists {

    private final Neo4jClient graph;
    private final Counted departments;
    private final Counted resources;
    private final Counted resourcesOf;

    Lists(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.departments = new Counted(cypher.get("catalog/departments"), cypher.get("catalog/departments-counted"));
        this.resources = new Counted(cypher.get("catalog/resources"), cypher.get("catalog/resources-counted"));
        this.resourcesOf = new Counted(cypher.get("catalog/resources-of"), cypher.get("catalog/resources-of-counted"));
    }

    Page<Department> departments(DepartmentFilter filter, Window window) {
        return page(departments, filter.parameters(), window, Department::from);
    }

    Page<DataResource> resources(DataResourceFilter filter, Window window) {
        return page(filter.anchored() ? resourcesOf : resources, filter.parameters(), window, DataResource::from);
    }

    private <T extends Entity> Page<T> page(
            Counted list, Map<String, Object> filter, Window window, Function<Value, T> reader) {
        var after = window.afterValue(0);
        var read = List.copyOf(graph.query(list.window().text())
                .bindAll(filter)
                .bind(after == null ? "" : after)
                .to("after")
                .bind(window.oneMore())
                .to("most")
                .fetchAs(Entity.class)
                .mappedBy((types, row) -> reader.apply(row.get("thing")))
                .all());
        var total = graph.query(list.count().text())
                .bindAll(filter)
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
        @SuppressWarnings("unchecked")
        var things = (List<T>) read;
        return Page.of(window, things, total, thing -> Cursor.at(thing.code()));
    }

    /// A list's window and its length.
    private record Counted(Statement window, Statement count) {}
}
