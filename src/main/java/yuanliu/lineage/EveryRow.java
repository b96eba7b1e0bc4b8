package yuanliu.lineage;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// What can only be told by looking at every row: rings, grades that drop, fields that nothing leads to.
@Component
@Transactional(readOnly = true)
class EveryRow {

    private static final Comparator<End> BY_CODE =
            Comparator.comparing(End::code, Codes.ORDER).thenComparing(End::kind);

    private final Neo4jClient graph;
    private final Today today;
    private final Pattern stops;
    private final Statement rowsInRings;
    private final Statement gradedRows;
    private final Statement brokenFields;
    private final Statement brokenFieldsCounted;

    /// @param stops the words of a 加工规则 behind which a grade flows no further
    EveryRow(
            Neo4jClient graph,
            Today today,
            CypherLibrary cypher,
            @Value("${yuanliu.lineage.grade-stops:脱敏,汇总,聚合}") List<String> stops) {
        this.graph = graph;
        this.today = today;
        this.stops = Pattern.compile("(?<![未不无非免])(?:%s)"
                .formatted(stops.stream().map(Pattern::quote).collect(Collectors.joining("|"))));
        this.rowsInRings = cypher.get("lineage/rows-in-rings");
        this.gradedRows = cypher.get("lineage/graded-rows");
        this.brokenFields = cypher.get("lineage/broken-fields");
        this.brokenFieldsCounted = cypher.get("lineage/broken-fields-counted");
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? today.date() : asOf;
    }

    private static Derivation row(Record row) {
        return row.get("ofField").asBoolean() ? Derivation.betweenFields(row) : Derivation.betweenWholes(row);
    }

    /// Rings, mistakes first, then by code. One in which every way round has a 回流, of fields of one unit, is how data
    /// is meant to come back; any other is a mistake.
    List<LineageCycle> cycles(@Nullable LocalDate asOf) {
        var units = new HashMap<End, String>();
        var rows = graph
                .query(rowsInRings.text())
                .bind(day(asOf))
                .to("day")
                .fetchAs(Derivation.class)
                .mappedBy((types, record) -> {
                    var row = row(record);
                    var unit = record.get("unit").asString(null);
                    if (unit != null) {
                        units.put(row.to(), unit);
                    }
                    return row;
                })
                .all()
                .stream()
                .sorted(Derivation.ORDER)
                .toList();
        return new Components(List.of(), rows)
                .rings().stream()
                        .map(ring -> cycle(ring, rows, units))
                        .sorted(Comparator.comparing(LineageCycle::kind).thenComparing(LineageCycle::code, Codes.ORDER))
                        .toList();
    }

    private static LineageCycle cycle(Set<End> things, List<Derivation> all, Map<End, String> units) {
        var rows = within(things, all);
        var forth =
                rows.stream().filter(row -> row.activity() != Activity.RETURN).toList();
        var without = new Components(List.of(), forth)
                .rings().stream()
                        .min(Comparator.comparing(
                                ring -> ring.stream().min(BY_CODE).orElseThrow(), BY_CODE));
        var ordered = things.stream().sorted(BY_CODE).toList();
        if (without.isPresent()) {
            return new LineageCycle(
                    LineageCycle.CycleKind.MISTAKE,
                    "环上没有回流:数据不经回流又成了自己的来源,请核对血缘",
                    ring(without.get(), within(without.get(), forth)),
                    ordered);
        }
        var held = things.stream().map(units::get).filter(Objects::nonNull).collect(Collectors.toSet());
        return held.size() > 1
                ? new LineageCycle(
                        LineageCycle.CycleKind.MISTAKE,
                        "环上有回流,但各信息项不是同一数源单元:回来的不是原来的数据,请核对血缘",
                        ring(things, rows),
                        ordered)
                : new LineageCycle(
                        LineageCycle.CycleKind.BACKFLOW, "每一圈都经过回流,且是同一数据:正常回流", ring(things, rows), ordered);
    }

    private static List<Derivation> within(Set<End> things, List<Derivation> rows) {
        return rows.stream()
                .filter(row -> things.contains(row.from()) && things.contains(row.to()))
                .toList();
    }

    /// The shortest way round from the first thing by code: each row begins where the one before ends.
    private static List<Derivation> ring(Set<End> things, List<Derivation> rows) {
        var start = things.stream().min(BY_CODE).orElseThrow();
        var onward = rows.stream().collect(Collectors.groupingBy(Derivation::from));
        var cameBy = new HashMap<End, Derivation>();
        var open = new ArrayDeque<End>(List.of(start));
        while (!cameBy.containsKey(start)) {
            for (var row : onward.getOrDefault(open.remove(), List.of())) {
                if (cameBy.putIfAbsent(row.to(), row) == null) {
                    open.add(row.to());
                }
            }
        }
        return back(start, start, cameBy);
    }

    private static List<Derivation> back(End from, End to, Map<End, Derivation> cameBy) {
        var way = new ArrayList<Derivation>();
        var at = to;
        do {
            var row = cameBy.get(at);
            if (row == null) {
                break;
            }
            way.addFirst(row);
            at = row.from();
        } while (!at.equals(from));
        return way;
    }

    private record Graded(
            Derivation row,
            @Nullable String department,
            @Nullable String userGrade,
            @Nullable String sourceGrade,
            @Nullable String userSensitivity,
            @Nullable String sourceSensitivity) {

        static Graded from(Record record) {
            return new Graded(
                    EveryRow.row(record),
                    record.get("department").asString(null),
                    record.get("userGrade").asString(null),
                    record.get("sourceGrade").asString(null),
                    record.get("userSensitivity").asString(null),
                    record.get("sourceSensitivity").asString(null));
        }

        @Nullable
        String user(GradeDrop.Measure measure) {
            return measure == GradeDrop.Measure.GRADE ? userGrade : userSensitivity;
        }

        @Nullable
        String source(GradeDrop.Measure measure) {
            return measure == GradeDrop.Measure.GRADE ? sourceGrade : sourceSensitivity;
        }
    }

    /// What flows through a thing.
    private record Flow(int rank, String word) {}

    /// By the code of the user, then by the row.
    List<GradeDrop> gradeDrops(@Nullable LocalDate asOf) {
        var rows = List.copyOf(graph.query(gradedRows.text())
                .bind(day(asOf))
                .to("day")
                .fetchAs(Graded.class)
                .mappedBy((types, record) -> Graded.from(record))
                .all());
        var drops = new ArrayList<GradeDrop>();
        for (var measure : GradeDrop.Measure.values()) {
            drops.addAll(drops(rows, measure));
        }
        drops.sort(Comparator.comparing((GradeDrop drop) -> drop.row().toCode(), Codes.ORDER)
                .thenComparing(drop -> drop.row().edge(), Codes.ORDER)
                .thenComparing(GradeDrop::measure));
        return drops;
    }

    private List<GradeDrop> drops(List<Graded> rows, GradeDrop.Measure measure) {
        var own = new HashMap<End, Flow>();
        for (var row : rows) {
            flow(row.user(measure)).ifPresent(flow -> own.put(row.row().to(), flow));
            flow(row.source(measure)).ifPresent(flow -> own.put(row.row().from(), flow));
        }
        var flowing = rows.stream()
                .filter(row -> !stops(row.row()))
                .sorted(Comparator.comparing(Graded::row, Derivation.ORDER))
                .toList();
        var onward = flowing.stream().map(Graded::row).collect(Collectors.groupingBy(Derivation::from));
        var flows = new HashMap<>(own);
        var cameBy = new HashMap<End, Derivation>();
        var open = new ArrayDeque<>(own.keySet().stream().sorted(BY_CODE).toList());
        while (!open.isEmpty()) {
            var at = open.remove();
            var flow = Objects.requireNonNull(flows.get(at));
            for (var row : onward.getOrDefault(at, List.of())) {
                var there = flows.get(row.to());
                if (there == null || there.rank() < flow.rank()) {
                    flows.put(row.to(), flow);
                    cameBy.put(row.to(), row);
                    open.add(row.to());
                }
            }
        }
        var drops = new ArrayList<GradeDrop>();
        for (var row : flowing) {
            var carried = flows.get(row.row().from());
            var filed = own.get(row.row().to());
            if (carried != null && filed != null && filed.rank() < carried.rank()) {
                var way = new ArrayList<>(
                        cameBy.containsKey(row.row().from())
                                ? back(row.row().from(), row.row().from(), cameBy)
                                : List.<Derivation>of());
                way.add(row.row());
                var source = own.get(row.row().from());
                drops.add(new GradeDrop(
                        measure,
                        row.row(),
                        carried.word(),
                        filed.word(),
                        source == null || source.rank() < carried.rank(),
                        way,
                        row.department()));
            }
        }
        return drops;
    }

    private boolean stops(Derivation row) {
        var rule = row.rule();
        return rule != null && stops.matcher(rule).find();
    }

    private static Optional<Flow> flow(@Nullable String word) {
        if (word == null) {
            return Optional.empty();
        }
        var rank = Grades.rank(word);
        return rank.isEmpty() ? Optional.empty() : Optional.of(new Flow(rank.getAsInt(), word));
    }

    BrokenLineage broken(BrokenLineage.BrokenLineageFilter filter, @Nullable LocalDate asOf) {
        var counts = new ArrayList<BrokenLineage.DepartmentCount>();
        var total = new int[1];
        graph.query(brokenFieldsCounted.text())
                .bind(day(asOf))
                .to("day")
                .bind(Codes.keyOrNull(filter.department()))
                .to("department")
                .bind(Codes.keyOrNull(filter.region()))
                .to("region")
                .bind(filter.byTheWhole())
                .to("byTheWhole")
                .fetchAs(Integer.class)
                .mappedBy((types, row) -> {
                    var fields = row.get("fields").asInt();
                    total[0] += fields;
                    if (!row.get("department").isNull()) {
                        counts.add(new BrokenLineage.DepartmentCount(Department.from(row.get("department")), fields));
                    }
                    return fields;
                })
                .all();
        return new BrokenLineage(filter, day(asOf), total[0], counts);
    }

    Page<BrokenLineage.BrokenField> fields(BrokenLineage broken, Window window) {
        var after = window.afterValue(0);
        var fields = List.copyOf(graph.query(brokenFields.text())
                .bind(broken.asOf())
                .to("day")
                .bind(Codes.keyOrNull(broken.filter().department()))
                .to("department")
                .bind(Codes.keyOrNull(broken.filter().region()))
                .to("region")
                .bind(broken.filter().byTheWhole())
                .to("byTheWhole")
                .bind(after == null ? "" : Codes.key(after))
                .to("after")
                .bind(window.oneMore())
                .to("most")
                .fetchAs(BrokenLineage.BrokenField.class)
                .mappedBy((types, row) -> new BrokenLineage.BrokenField(
                        DataField.from(row.get("field")),
                        row.get("department").isNull() ? null : Department.from(row.get("department")),
                        row.get("byTheWhole").asBoolean(),
                        row.get("endedOn").asLocalDate(null)))
                .all());
        return Page.of(
                window, fields, broken.count(), one -> Cursor.at(one.field().code()));
    }
}
