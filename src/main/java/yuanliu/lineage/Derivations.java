package yuanliu.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Asset;
import yuanliu.catalog.DataElement;
import yuanliu.catalog.DataField;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Form;
import yuanliu.catalog.InformationSystem;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// What is made from what, by the 血缘 rows between fields that are in force today.
@Component
@Transactional(readOnly = true)
public class Derivations {

    private static final int MOST_PATHS = 20;

    private final Neo4jClient graph;
    private final Today today;
    private final Statement upstream;
    private final Statement downstream;
    private final Statement fieldsByKey;
    private final Statement ownersOfFields;
    private final Statement ofResource;
    private final Statement ofForm;
    private final Statement ofSystem;
    private final Statement ofDepartment;
    private final Statement ofElement;
    private final Statement unrecorded;

    Derivations(Neo4jClient graph, CypherLibrary cypher, Today today) {
        this.graph = graph;
        this.today = today;
        this.upstream = cypher.get("lineage/upstream");
        this.downstream = cypher.get("lineage/downstream");
        this.fieldsByKey = cypher.get("lineage/fields-by-key");
        this.ownersOfFields = cypher.get("lineage/owners-of-fields");
        this.ofResource = cypher.get("lineage/fields-of-resource");
        this.ofForm = cypher.get("lineage/fields-of-form");
        this.ofSystem = cypher.get("lineage/fields-of-system");
        this.ofDepartment = cypher.get("lineage/fields-of-department");
        this.ofElement = cypher.get("lineage/fields-of-element");
        this.unrecorded = cypher.get("lineage/unrecorded");
    }

    /// The lineage of something, whole unless hops are limited.
    ///
    /// @throws BadRequest when `maxHops` is below 1, or when what is asked of has no fields by its nature
    public Lineage lineage(Entity of, LineageDirection direction, Grain grain, @Nullable Integer maxHops) {
        if (maxHops != null && maxHops < 1) {
            throw new BadRequest("参数 maxHops 至少为 1,收到 %d".formatted(maxHops));
        }
        var walk = walk(fieldsOf(of), direction, maxHops);
        return new Lineage(of, direction, grain, today.date(), new Lineage.Walked(walk));
    }

    /// The keys of all fields downstream of a field today, itself left out.
    public Set<String> reachedDownstream(String fieldKey) {
        var keys = new HashSet<String>();
        walk(List.of(fieldKey), LineageDirection.DOWNSTREAM, null).reached().forEach(one -> keys.add(one.key()));
        return keys;
    }

    /// The best way to each field from the one that is its source; a field that has none is left out.
    ///
    /// @param sourceOf by the key of a user's field, the key of the source's
    public Map<String, LineagePath> pathsFromSources(Map<String, String> sourceOf) {
        var walk = walk(sourceOf.keySet(), LineageDirection.UPSTREAM, null);
        var users = new ArrayList<String>();
        var ways = new ArrayList<List<Derivation>>();
        sourceOf.forEach(
                (user, source) -> PathSearch.best(walk, Set.of(source), user, 1).forEach(way -> {
                    users.add(user);
                    ways.add(way);
                }));
        var shown = shown(ways);
        var paths = new HashMap<String, LineagePath>();
        for (int i = 0; i < users.size(); i++) {
            paths.put(users.get(i), shown.get(i));
        }
        return paths;
    }

    /// The ways from a source to a user: fewest hops first, then the surest, then by codes. No way is walked through
    /// the
    /// same field twice.
    ///
    /// @throws BadRequest when `limit` is outside 1..20
    public LineagePaths paths(Entity from, Entity to, int limit) {
        if (limit < 1 || limit > MOST_PATHS) {
            throw new BadRequest("参数 limit 应在 1 至 %d 之间,收到 %d".formatted(MOST_PATHS, limit));
        }
        var sources = new LinkedHashSet<>(fieldsOf(from));
        var walk = walk(fieldsOf(to), LineageDirection.UPSTREAM, null);
        var found = PathSearch.best(walk, sources, limit);
        if (!found.isEmpty()) {
            return new LineagePaths(LineagePaths.Verdict.CONNECTED, shown(found));
        }
        var unknown = !unrecorded(walk).isEmpty();
        return new LineagePaths(unknown ? LineagePaths.Verdict.UNKNOWN : LineagePaths.Verdict.NO_PATH, List.of());
    }

    Page<LineageNode> nodes(Lineage lineage, Window window) {
        var place = (java.util.function.Function<Walk.Reached, Cursor>) one -> Cursor.at(one.hop(), one.code());
        var page = Page.cut(window, lineage.walked().reached(), place);
        var arrivals = lineage.walked().rowsByArrival();
        var keys = new LinkedHashSet<String>();
        for (var one : page.getNodes()) {
            keys.add(one.key());
            arrivals.getOrDefault(one.key(), List.of())
                    .forEach(row -> keys.addAll(List.of(row.fromKey(), row.toKey())));
        }
        var fields = fields(keys);
        return page.map(one -> new LineageNode(
                LineageStep.asset(fields, one.key()),
                one.hop(),
                arrivals.getOrDefault(one.key(), List.of()).stream()
                        .map(row -> LineageStep.of(row, fields))
                        .toList()));
    }

    Page<Asset> ends(Lineage lineage, Window window) {
        var page = Page.cut(window, lineage.walked().ends(), one -> Cursor.at(one.code()));
        var fields = fields(page.getNodes().stream().map(Walk.Reached::key).toList());
        return page.map(one -> LineageStep.asset(fields, one.key()));
    }

    Page<LineageStep> edges(Lineage lineage, Window window) {
        var page = Page.cut(window, lineage.walked().rows(), row -> Cursor.at(row.edge()));
        var keys = new LinkedHashSet<String>();
        page.getNodes().forEach(row -> keys.addAll(List.of(row.fromKey(), row.toKey())));
        var fields = fields(keys);
        return page.map(row -> LineageStep.of(row, fields));
    }

    private Walk walk(Collection<String> starts, LineageDirection direction, @Nullable Integer maxHops) {
        var statement = direction == LineageDirection.UPSTREAM ? upstream : downstream;
        var day = today.date();
        return new Walk(starts, direction, maxHops, keys -> rows(statement, keys, day));
    }

    private List<Derivation> rows(Statement statement, Collection<String> keys, LocalDate day) {
        return List.copyOf(graph.query(statement.text())
                .bind(List.copyOf(keys))
                .to("keys")
                .bind(day)
                .to("day")
                .fetchAs(Derivation.class)
                .mappedBy((types, row) -> Derivation.from(row))
                .all());
    }

    /// The keys of the fields at which a walk from something begins.
    ///
    /// @throws BadRequest when it has no fields by its nature
    public List<String> fieldsOf(Entity of) {
        return switch (of) {
            case DataField field -> List.of(Codes.key(field.code()));
            case DataResource resource -> keys(ofResource, resource);
            case Form form -> keys(ofForm, form);
            case InformationSystem system -> keys(ofSystem, system);
            case Department department -> keys(ofDepartment, department);
            case DataElement element ->
                List.copyOf(graph.query(ofElement.text())
                        .bind(Codes.key(element.code()))
                        .to("key")
                        .bind(today.date())
                        .to("day")
                        .fetchAs(String.class)
                        .mappedBy((types, row) -> row.get("key").asString())
                        .all());
            default -> throw new BadRequest("“%s”没有信息项,不能问它的血缘".formatted(of.name()));
        };
    }

    private List<String> keys(Statement statement, Entity of) {
        return List.copyOf(graph.query(statement.text())
                .bind(Codes.key(of.code()))
                .to("key")
                .fetchAs(String.class)
                .mappedBy((types, row) -> row.get("key").asString())
                .all());
    }

    private Map<String, DataField> fields(Collection<String> keys) {
        var fields = new HashMap<String, DataField>();
        if (!keys.isEmpty()) {
            graph.query(fieldsByKey.text())
                    .bind(List.copyOf(keys))
                    .to("keys")
                    .fetchAs(DataField.class)
                    .mappedBy((types, row) -> DataField.from(row.get("thing")))
                    .all()
                    .forEach(field -> fields.put(Codes.key(field.code()), field));
        }
        return fields;
    }

    private List<LineagePath> shown(List<List<Derivation>> paths) {
        var keys = new LinkedHashSet<String>();
        paths.forEach(path -> path.forEach(row -> keys.addAll(List.of(row.fromKey(), row.toKey()))));
        var fields = fields(keys);
        var owners = new HashMap<String, String>();
        if (!keys.isEmpty()) {
            graph.query(ownersOfFields.text())
                    .bind(List.copyOf(keys))
                    .to("keys")
                    .fetch()
                    .all()
                    .forEach(row -> owners.put((String) row.get("key"), (String) row.get("name")));
        }
        return paths.stream()
                .map(path -> LineagePath.of(
                        path.stream().map(row -> LineageStep.of(row, fields)).toList(), asset -> {
                            var owner = owners.get(Codes.key(asset.code()));
                            return owner == null ? asset.name() : owner + "." + asset.name();
                        }))
                .toList();
    }

    private Collection<String> unrecorded(Walk walk) {
        var candidates = new LinkedHashSet<>(walk.starts());
        walk.ends().forEach(one -> candidates.add(one.key()));
        return graph.query(unrecorded.text())
                .bind(List.copyOf(candidates))
                .to("keys")
                .bind(today.date())
                .to("day")
                .fetchAs(String.class)
                .mappedBy((types, row) -> row.get("key").asString())
                .all();
    }
}
