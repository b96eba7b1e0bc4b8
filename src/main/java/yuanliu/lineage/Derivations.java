package yuanliu.lineage;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Asset;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Kind;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.memory.Memory;
import yuanliu.memory.Nodes;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// What is made from what, by the 血缘 rows that hold on a day: today, unless another is asked for.
@Component
@Transactional(readOnly = true)
public class Derivations {

    private static final int MOST_PATHS = 20;
    private static final int LONGEST_EDGE_BYTES = 4_000;

    private final Neo4jClient graph;
    private final Today today;
    private final Recorded recorded;
    private final Starts starts;
    private final Places places;
    private final Technical technical;
    private final Memory memory;
    private final Nodes nodes;
    private final Map<LineageDirection, Statement> arrivals;
    private final Statement ownersOfFields;
    private final Statement unrecorded;

    Derivations(
            Neo4jClient graph,
            Today today,
            Recorded recorded,
            Starts starts,
            Places places,
            Technical technical,
            Memory memory,
            Nodes nodes,
            CypherLibrary cypher) {
        this.graph = graph;
        this.today = today;
        this.recorded = recorded;
        this.starts = starts;
        this.places = places;
        this.technical = technical;
        this.memory = memory;
        this.nodes = nodes;
        this.arrivals = Map.of(
                LineageDirection.UPSTREAM, cypher.get("lineage/arrivals-upstream"),
                LineageDirection.DOWNSTREAM, cypher.get("lineage/arrivals-downstream"));
        this.ownersOfFields = cypher.get("lineage/owners-of-fields");
        this.unrecorded = cypher.get("lineage/unrecorded");
    }

    /// What tells a row from every other.
    ///
    /// @param to       the key of the user
    /// @param from     the key of the source
    /// @param activity its word, empty when there is none
    /// @param day      from when it holds, empty when that is open
    public static String edge(String to, String from, String activity, String day) {
        var edge = to + "|" + from + "|" + activity + "|" + day;
        return edge.getBytes(StandardCharsets.UTF_8).length > LONGEST_EDGE_BYTES ? Codes.fitted(edge) : edge;
    }

    /// As [#lineage(Entity, LineageDirection, Grain, Integer, LocalDate)], today.
    public Lineage lineage(Entity of, LineageDirection direction, Grain grain, @Nullable Integer maxHops) {
        return lineage(of, direction, grain, maxHops, null);
    }

    /// The lineage of something, whole unless hops are limited.
    ///
    /// @param asOf the day whose rows are walked; today when null
    /// @throws BadRequest when `maxHops` is below 1, or when what is asked of has no fields by its nature
    public Lineage lineage(
            Entity of, LineageDirection direction, Grain grain, @Nullable Integer maxHops, @Nullable LocalDate asOf) {
        return lineage(of, direction, grain, maxHops, asOf, Through.NOTHING);
    }

    /// As [#lineage(Entity, LineageDirection, Grain, Integer, LocalDate)], with what is technical folded.
    Lineage lineage(
            Entity of,
            LineageDirection direction,
            Grain grain,
            @Nullable Integer maxHops,
            @Nullable LocalDate asOf,
            Through through) {
        if (maxHops != null && maxHops < 1) {
            throw new BadRequest("参数 maxHops 至少为 1,收到 %d".formatted(maxHops));
        }
        var day = asOf == null ? today.date() : asOf;
        Supplier<Reach> byTheGraph =
                () -> reach(start(of, grain, day), asked(of), direction, grain, maxHops, day, through);
        var walked = grain == Grain.FIELD && through.isNothing()
                ? remembered(of, direction, maxHops, day)
                        .map(remembered -> new Lineage.Walked(remembered, byTheGraph))
                        .orElseGet(() -> new Lineage.Walked(byTheGraph.get()))
                : new Lineage.Walked(byTheGraph.get());
        return new Lineage(of, direction, grain, maxHops, day, through, isRecorded(day), walked);
    }

    private Optional<Remembered> remembered(
            Entity of, LineageDirection direction, @Nullable Integer maxHops, LocalDate day) {
        if (!memory.answers(day)) {
            return Optional.empty();
        }
        var keys = starts.fieldsOf(of, day);
        var at = nodes.ofFields(keys).values();
        return memory.ask(day, image -> Remembered.of(image, at, direction, maxHops));
    }

    /// How the lineage of something changed from one day to another.
    ///
    /// @throws BadRequest when the days are in the wrong order, or when what is asked of has no fields by its nature
    public LineageDiff diff(Entity of, LineageDirection direction, Grain grain, LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw new BadRequest("参数 from(%s)不得晚于参数 to(%s)".formatted(from, to));
        }
        var before = reach(start(of, grain, from), asked(of), direction, grain, null, from);
        var after = reach(start(of, grain, to), asked(of), direction, grain, null, to);
        return new LineageDiff(
                of,
                direction,
                grain,
                from,
                to,
                isRecorded(from) && isRecorded(to),
                new LineageDiff.Compared(before, after));
    }

    private Walk.Start start(Entity of, Grain grain, LocalDate day) {
        return grain == Grain.FIELD ? Walk.Start.ofFields(starts.fieldsOf(of, day)) : starts.of(of, day);
    }

    private static Set<Place> asked(Entity of) {
        return Kind.labelled(of.getClass().getSimpleName())
                .map(kind -> Set.of(new Place(kind, Codes.key(of.code()), of.code())))
                .orElse(Set.of());
    }

    Reach reach(
            Walk.Start start,
            Set<Place> asked,
            LineageDirection direction,
            Grain grain,
            @Nullable Integer maxHops,
            LocalDate day) {
        return reach(start, asked, direction, grain, maxHops, day, Through.NOTHING);
    }

    private Reach reach(
            Walk.Start start,
            Set<Place> asked,
            LineageDirection direction,
            Grain grain,
            @Nullable Integer maxHops,
            LocalDate day,
            Through through) {
        var rows = grain == Grain.FIELD ? recorded.betweenFields(direction, day) : recorded.all(direction, day);
        var walk = new Walk(start, direction, rows);
        var folded = folded(walk, through, day);
        return new Reach(walk, Folding.steps(walk, folded, Set.of()), grain, asked, maxHops, places.of(walk, grain));
    }

    private Folding.Folded folded(Walk walk, Through through, LocalDate day) {
        return through.isNothing()
                ? Folding.Folded.NOTHING
                : technical.of(walk, through.named(), through.byTheirNames(), day);
    }

    /// What is reached from something by fields and by whole resources.
    ///
    /// @throws BadRequest when it has no fields by its nature
    public Walk walk(Entity of, LineageDirection direction, LocalDate day) {
        return new Walk(starts.of(of, day), direction, recorded.all(direction, day));
    }

    /// Where a walk from something begins that the memory may be asked for; empty when it would not answer.
    ///
    /// @throws BadRequest when it has no fields by its nature
    public Optional<Beginning> beginning(Entity of, LocalDate day) {
        if (!memory.answers(day)) {
            return Optional.empty();
        }
        var start = starts.withoutOwners(of, day);
        var fields = nodes.ofFields(start.fields());
        var owners = new ArrayList<>(
                nodes.ofResources(Recorded.keys(start.owners(), false)).values());
        owners.addAll(nodes.ofForms(Recorded.keys(start.owners(), true)).values());
        return Optional.of(new Beginning(start.fields(), fields.values(), owners, start.whole()));
    }

    /// What is reached from some fields, by fields and by whole resources.
    ///
    /// @param fields keys
    public Walk walkFrom(Collection<String> fields, LineageDirection direction, LocalDate day) {
        return new Walk(starts.ofFields(fields), direction, recorded.all(direction, day));
    }

    /// Whether anything was recorded of a day: not before the first row holds or was filed. Of today and later all is
    /// known that there is.
    public boolean isRecorded(LocalDate day) {
        return !day.isBefore(today.date())
                || recorded.firstDay().filter(first -> !day.isBefore(first)).isPresent();
    }

    /// The keys of all fields downstream of a field today, itself left out.
    public Set<String> reachedDownstream(String fieldKey) {
        var keys = new HashSet<String>();
        walk(List.of(fieldKey), LineageDirection.DOWNSTREAM, today.date())
                .fields()
                .forEach(one -> keys.add(one.field().key()));
        return keys;
    }

    /// The best way to each field from one of those that are its source; a field that has none is left out.
    ///
    /// @param sourcesOf by the key of a user's field, the keys of the sources'
    public Map<String, LineagePath> pathsFromSources(Map<String, Set<String>> sourcesOf) {
        var walk = walk(sourcesOf.keySet(), LineageDirection.UPSTREAM, today.date());
        var users = new ArrayList<String>();
        var ways = new ArrayList<List<Derivation>>();
        sourcesOf.forEach(
                (user, sources) -> PathSearch.best(walk, sources, user, 1).forEach(way -> {
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

    /// As [#paths(Entity, Entity, int, LocalDate)], today.
    public LineagePaths paths(Entity from, Entity to, int limit) {
        return paths(from, to, limit, null);
    }

    /// The ways from a source to a user: fewest hops first, then the surest, then by codes. No way is walked through
    /// the same field twice.
    ///
    /// @param asOf the day whose rows are walked; today when null
    /// @throws BadRequest when `limit` is outside 1..20
    public LineagePaths paths(Entity from, Entity to, int limit, @Nullable LocalDate asOf) {
        return paths(from, to, limit, asOf, Through.NOTHING);
    }

    /// As [#paths(Entity, Entity, int, LocalDate)], with what is technical folded.
    LineagePaths paths(Entity from, Entity to, int limit, @Nullable LocalDate asOf, Through through) {
        if (limit < 1 || limit > MOST_PATHS) {
            throw new BadRequest("参数 limit 应在 1 至 %d 之间,收到 %d".formatted(MOST_PATHS, limit));
        }
        var day = asOf == null ? today.date() : asOf;
        var sources = new LinkedHashSet<>(starts.fieldsOf(from, day));
        var users = starts.fieldsOf(to, day);
        if (!isRecorded(day)) {
            return new LineagePaths(LineagePaths.Verdict.UNKNOWN, List.of());
        }
        var walk = walk(users, LineageDirection.UPSTREAM, day);
        var kept = sources.stream().map(key -> new Owner(Kind.DATA_FIELD, key)).collect(Collectors.toSet());
        var steps = Folding.steps(walk, folded(walk, through, day), kept);
        var found = PathSearch.best(
                steps.stream().map(Walk.Step::row).sorted(Derivation.ORDER).toList(), users, sources, limit);
        if (!found.isEmpty()) {
            return new LineagePaths(LineagePaths.Verdict.CONNECTED, shown(found));
        }
        var unknown = !unrecorded(walk, day).isEmpty();
        return new LineagePaths(unknown ? LineagePaths.Verdict.UNKNOWN : LineagePaths.Verdict.NO_PATH, List.of());
    }

    /// The keys of the fields at which a walk from something begins, today.
    ///
    /// @throws BadRequest when it has no fields by its nature
    public List<String> fieldsOf(Entity of) {
        return starts.fieldsOf(of, today.date());
    }

    /// @param namesAlone whether nothing else of what is reached is asked for
    Page<LineageNode> nodes(Lineage lineage, Window window, boolean namesAlone) {
        return rememberedNodes(lineage, window, namesAlone).orElseGet(() -> nodesByTheGraph(lineage, window));
    }

    /// Empty where the graph has lost something since the memory was asked: then it is asked itself.
    private Optional<Page<LineageNode>> rememberedNodes(Lineage lineage, Window window, boolean namesAlone) {
        var remembered = lineage.remembered();
        if (remembered == null) {
            return Optional.empty();
        }
        var hop = window.afterNumber(0);
        var part = remembered.after(hop == null ? 0 : hop.intValue(), node(window.afterValue(1)), window.oneMore());
        if (part == null) {
            throw new BadRequest(Page.GONE);
        }
        var fields = places.fieldsAt(part.stream().map(Remembered.Reached::node).toList(), namesAlone);
        if (fields.size() < part.size()) {
            return Optional.empty();
        }
        var come = new Come(
                lineage,
                part.stream()
                        .limit(window.first())
                        .map(Remembered.Reached::node)
                        .toList());
        return Optional.of(Page.of(
                        window,
                        part,
                        remembered.count(),
                        one -> Cursor.at(one.hop(), there(fields, one.node()).code(), Kind.DATA_FIELD))
                .map(one -> new LineageNode(there(fields, one.node()), one.hop(), () -> come.to(one.node()))));
    }

    private static Asset there(Map<Long, Asset> fields, long node) {
        return Objects.requireNonNull(fields.get(node));
    }

    /// The node of the field of a cursor; -1 when there is no cursor, or no field.
    private long node(@Nullable String code) {
        if (code == null) {
            return -1;
        }
        var key = Codes.key(code);
        return nodes.ofFields(List.of(key)).getOrDefault(key, -1L);
    }

    /// The rows by which the fields of a page are come to, read when the first of them is asked for.
    private final class Come {

        private final Lineage lineage;
        private final List<Long> to;
        private @Nullable Map<Long, List<LineageStep>> steps;

        Come(Lineage lineage, List<Long> to) {
            this.lineage = lineage;
            this.to = to;
        }

        synchronized List<LineageStep> to(long node) {
            var known = steps;
            if (known == null) {
                known = read();
                steps = known;
            }
            return known.getOrDefault(node, List.of());
        }

        private Map<Long, List<LineageStep>> read() {
            record Arrival(long node, long near, Derivation row) {}
            var found = graph.query(Objects.requireNonNull(arrivals.get(lineage.direction()))
                            .text())
                    .bind(to)
                    .to("nodes")
                    .bind(lineage.asOf())
                    .to("day")
                    .fetchAs(Arrival.class)
                    .mappedBy((types, row) -> new Arrival(
                            row.get("node").asLong(), row.get("near").asLong(), Derivation.betweenFields(row)))
                    .all();
            var near = Objects.requireNonNull(lineage.remembered())
                    .near(found.stream().map(Arrival::near).toList());
            var walked = found.stream()
                    .filter(one -> near.contains(one.near()))
                    .sorted(Comparator.comparing(Arrival::row, Derivation.ORDER))
                    .toList();
            var ends = new LinkedHashSet<End>();
            walked.forEach(
                    one -> ends.addAll(List.of(one.row().from(), one.row().to())));
            var things = places.things(ends);
            var steps = new HashMap<Long, List<LineageStep>>();
            walked.forEach(one ->
                    steps.computeIfAbsent(one.node(), any -> new ArrayList<>()).add(step(one.row(), things)));
            return steps;
        }
    }

    private Page<LineageNode> nodesByTheGraph(Lineage lineage, Window window) {
        var reach = lineage.reach();
        var page = Page.cut(
                window,
                reach.reached(),
                one -> Cursor.at(one.hop(), one.code(), one.place().kind()));
        var arrivals = reach.arrivals();
        var ends = new ArrayList<End>();
        for (var one : page.getNodes()) {
            ends.add(end(one.place()));
            arrivals.getOrDefault(one.place(), List.of()).forEach(row -> addEnds(ends, reach, row));
        }
        var things = places.things(ends);
        return page.map(one -> new LineageNode(
                things.get(end(one.place())),
                one.hop(),
                arrivals.getOrDefault(one.place(), List.of()).stream()
                        .map(row -> step(row, reach, things))
                        .toList()));
    }

    /// @param namesAlone whether nothing else of the ends is asked for
    Page<Asset> ends(Lineage lineage, Window window, boolean namesAlone) {
        return rememberedEnds(lineage, window, namesAlone).orElseGet(() -> endsByTheGraph(lineage, window));
    }

    private Optional<Page<Asset>> rememberedEnds(Lineage lineage, Window window, boolean namesAlone) {
        var remembered = lineage.remembered();
        if (remembered == null) {
            return Optional.empty();
        }
        var part = window.after().isPresent() && node(window.afterValue(0)) < 0
                ? null
                : remembered.endsAfter(node(window.afterValue(0)), window.oneMore());
        if (part == null) {
            throw new BadRequest(Page.GONE);
        }
        var fields = places.fieldsAt(part.stream().map(Remembered.Reached::node).toList(), namesAlone);
        return fields.size() < part.size()
                ? Optional.empty()
                : Optional.of(Page.of(
                                window,
                                part,
                                remembered.ends(),
                                one -> Cursor.at(there(fields, one.node()).code(), Kind.DATA_FIELD))
                        .map(one -> there(fields, one.node())));
    }

    private Page<Asset> endsByTheGraph(Lineage lineage, Window window) {
        var page = Page.cut(
                window,
                lineage.reach().ends(),
                one -> Cursor.at(one.code(), one.place().kind()));
        var things = places.things(
                page.getNodes().stream().map(one -> end(one.place())).toList());
        return page.map(one -> things.get(end(one.place())));
    }

    Page<LineageStep> edges(Lineage lineage, Window window) {
        return steps(lineage.reach().rows(), lineage.reach(), window);
    }

    Page<LineageStep> came(LineageDiff diff, Window window) {
        return steps(diff.compared().came(), diff.compared().after(), window);
    }

    Page<LineageStep> went(LineageDiff diff, Window window) {
        return steps(diff.compared().went(), diff.compared().before(), window);
    }

    Page<LineageChange> changed(LineageDiff diff, Window window) {
        var before = diff.compared().before();
        var after = diff.compared().after();
        var page = Page.cut(
                window,
                diff.compared().changed(),
                one -> Cursor.at(one.before().edge(), one.after().edge()));
        var ends = new ArrayList<End>();
        page.getNodes().forEach(one -> {
            addEnds(ends, before, one.before());
            addEnds(ends, after, one.after());
        });
        var things = places.things(ends);
        return page.map(one -> new LineageChange(step(one.before(), before, things), step(one.after(), after, things)));
    }

    private Page<LineageStep> steps(List<Derivation> rows, Reach reach, Window window) {
        var page = Page.cut(window, rows, row -> Cursor.at(row.edge()));
        var ends = new ArrayList<End>();
        page.getNodes().forEach(row -> addEnds(ends, reach, row));
        var things = places.things(ends);
        return page.map(row -> step(row, reach, things));
    }

    private static void addEnds(Collection<End> ends, Reach reach, Derivation row) {
        ends.add(reach.shown(row.from()));
        ends.add(reach.shown(row.to()));
        row.through().forEach(inner -> addEnds(ends, reach, inner));
    }

    private static LineageStep step(Derivation row, Reach reach, Places.Things things) {
        return LineageStep.of(
                row,
                things.get(reach.shown(row.from())),
                things.get(reach.shown(row.to())),
                row.through().stream().map(inner -> step(inner, reach, things)).toList());
    }

    private static End end(Place place) {
        return new End(place.kind(), place.key(), place.code());
    }

    /// What fields come from, by rows between fields.
    Walk upstream(Collection<String> fields, LocalDate day) {
        return walk(fields, LineageDirection.UPSTREAM, day);
    }

    /// Whether every field at which a walk ends was collected or generated.
    boolean isKnown(Walk walk, LocalDate day) {
        return unrecorded(walk, day).isEmpty();
    }

    /// Rows as they are, each at its own ends.
    List<List<LineageStep>> shownRows(List<List<Derivation>> lists) {
        var ends = new LinkedHashSet<End>();
        lists.forEach(rows -> rows.forEach(row -> ends.addAll(List.of(row.from(), row.to()))));
        var things = places.things(ends);
        return lists.stream()
                .map(rows -> rows.stream().map(row -> step(row, things)).toList())
                .toList();
    }

    List<List<Asset>> assets(List<List<End>> lists) {
        var things = places.things(lists.stream().flatMap(List::stream).toList());
        return lists.stream()
                .map(ends -> ends.stream().map(things::get).toList())
                .toList();
    }

    private static LineageStep step(Derivation row, Places.Things things) {
        return LineageStep.of(
                row,
                things.get(row.from()),
                things.get(row.to()),
                row.through().stream().map(inner -> step(inner, things)).toList());
    }

    private Walk walk(Collection<String> fields, LineageDirection direction, LocalDate day) {
        return new Walk(Walk.Start.ofFields(fields), direction, recorded.betweenFields(direction, day));
    }

    List<LineagePath> shown(List<List<Derivation>> paths) {
        var ends = new LinkedHashSet<End>();
        paths.forEach(path -> path.forEach(row -> {
            ends.addAll(List.of(row.from(), row.to()));
            row.through().forEach(inner -> ends.addAll(List.of(inner.from(), inner.to())));
        }));
        var things = places.things(ends);
        var owners = new HashMap<String, String>();
        if (!ends.isEmpty()) {
            graph.query(ownersOfFields.text())
                    .bind(ends.stream().map(End::key).toList())
                    .to("keys")
                    .fetch()
                    .all()
                    .forEach(row -> owners.put((String) row.get("key"), (String) row.get("name")));
        }
        return paths.stream()
                .map(path -> LineagePath.of(
                        path.stream().map(row -> step(row, things)).toList(), asset -> {
                            var owner = owners.get(Codes.key(asset.code()));
                            return owner == null ? asset.name() : owner + "." + asset.name();
                        }))
                .toList();
    }

    private Collection<String> unrecorded(Walk walk, LocalDate day) {
        return graph.query(unrecorded.text())
                .bind(List.copyOf(walk.unled()))
                .to("keys")
                .bind(day)
                .to("day")
                .fetchAs(String.class)
                .mappedBy((types, row) -> row.get("key").asString())
                .all();
    }
}
