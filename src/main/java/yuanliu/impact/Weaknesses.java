package yuanliu.impact;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Kind;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.ownership.SourceUnit;
import yuanliu.web.BadRequest;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;
import yuanliu.workdays.Workdays;

/// On what much rests: resources that nothing replaces, and documents by which things are as they are.
@Component
@Transactional(readOnly = true)
class Weaknesses {

    /// 第十七条: a catalogue is brought up to date within ten working days from the change of its basis.
    private static final int TO_UPDATE = 10;

    private static final String UPDATE = "《政务数据共享条例》(国务院令第809号)第十七条";

    private final Neo4jClient graph;
    private final Catalog catalog;
    private final Today today;
    private final Workdays workdays;
    private final Statement singlePoints;
    private final Statement repealed;
    private final Statement units;

    Weaknesses(Neo4jClient graph, Catalog catalog, CypherLibrary cypher, Today today, Workdays workdays) {
        this.graph = graph;
        this.catalog = catalog;
        this.today = today;
        this.workdays = workdays;
        this.singlePoints = cypher.get("impact/single-points");
        this.repealed = cypher.get("impact/repealed-basis");
        this.units = cypher.get("impact/shown-units");
    }

    Page<SinglePoint> singlePoints(Window window) {
        var found = graph.query(singlePoints.text())
                .bind(today.date())
                .to("day")
                .bind(window.afterNumber(0))
                .to("afterDepartments")
                .bind(window.afterNumber(1))
                .to("afterCalls")
                .bind(window.afterNumber(2))
                .to("afterDependants")
                .bind(window.afterValue(3))
                .to("afterCode")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(Found.class)
                .mappedBy((types, row) ->
                        new Found(row.get("total").asLong(), row.get("points").asList(Weaknesses::point)))
                .one()
                .orElseThrow();
        return Page.of(
                window,
                found.points(),
                found.total(),
                point -> Cursor.at(
                        point.departments(),
                        point.calls(),
                        point.dependants(),
                        point.resource().code()));
    }

    private static SinglePoint point(Value projection) {
        return new SinglePoint(
                DataResource.from(projection.get("resource")),
                projection.get("departments").asInt(),
                projection.get("dependants").asInt(),
                projection.get("sharings").asInt(),
                projection.get("calls").asLong(),
                projection.get("irreplaceable").asInt());
    }

    /// @param on the day of the repeal, from which the term runs; today when null
    BasisRepealed repealed(String document, @Nullable String clause, @Nullable LocalDate on) {
        var day = on == null ? today.date() : on;
        var plain = plain(document);
        if (plain.isEmpty()) {
            throw new BadRequest("参数 document 须写明文件名称");
        }
        var rows = List.copyOf(graph.query(repealed.text())
                .bind(plain)
                .to("document")
                .bind(clause == null ? null : clause.replaceAll("\\s", ""))
                .to("clause")
                .bind(day)
                .to("day")
                .fetchAs(Resting.class)
                .mappedBy((types, row) -> Resting.from(row))
                .all());
        var things = new HashMap<String, Entity>();
        shownUnits(keys(rows, true), things);
        shownResources(keys(rows, false), things);
        var due = workdays.after(day, TO_UPDATE);
        var hits = rows.stream()
                .map(row -> new BasisHit(
                        row.what(),
                        Optional.ofNullable(things.get(row.label() + row.key()))
                                .orElseThrow(() -> new IllegalStateException(row.key() + " went while it was shown")),
                        row.place(),
                        row.department(),
                        row.quoted(),
                        row.clauseTold(),
                        row.what().todo(),
                        due.date(),
                        due.certain()))
                .toList();
        return new BasisRepealed(document, clause, day, TO_UPDATE, UPDATE, hits);
    }

    Page<BasisHit> hits(BasisRepealed repealed, BasisHit.@Nullable What what, Window window) {
        var hits = repealed.hits().stream()
                .filter(hit -> what == null || hit.what() == what)
                .toList();
        return Page.cut(window, hits, hit -> Cursor.at(hit.what(), hit.place()));
    }

    /// As the cells are compared.
    private static String plain(String document) {
        return document.toLowerCase(Locale.ROOT).replaceAll("[《》\\s]", "");
    }

    private static List<String> keys(List<Resting> rows, boolean ofUnits) {
        return rows.stream()
                .filter(row -> row.label().equals("SourceUnit") == ofUnits)
                .map(Resting::key)
                .distinct()
                .toList();
    }

    private void shownUnits(List<String> keys, Map<String, Entity> things) {
        graph.query(units.text())
                .bind(keys)
                .to("keys")
                .fetchAs(SourceUnit.class)
                .mappedBy((types, row) -> SourceUnit.from(row.get("unit")))
                .all()
                .forEach(unit -> things.put("SourceUnit" + unit.key(), unit));
    }

    private void shownResources(List<String> keys, Map<String, Entity> things) {
        catalog.find(Kind.DATA_RESOURCE, keys).forEach((key, resource) -> things.put("DataResource" + key, resource));
    }

    private record Found(long total, List<SinglePoint> points) {}

    private record Resting(
            BasisHit.What what,
            String place,
            String key,
            String label,
            @Nullable Department department,
            String quoted,
            boolean clauseTold) {

        static Resting from(Record row) {
            var department = row.get("department");
            return new Resting(
                    BasisHit.What.valueOf(row.get("what").asString()),
                    row.get("place").asString(),
                    row.get("key").asString(),
                    row.get("label").asString(),
                    department.isNull() ? null : Department.from(department),
                    row.get("quoted").asString(),
                    row.get("clauseTold").asBoolean());
        }
    }
}
