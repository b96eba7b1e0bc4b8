package yuanliu.standards;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.DataElement;
import yuanliu.catalog.DataField;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.catalog.Form;
import yuanliu.catalog.Projection;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Codes;
import yuanliu.web.Window;

/// How fields stand to their elements, as the graph is now. Neo4j reads, orders and counts; what deviates is said by
/// [Conformance] alone: of a page field by field, behind the cursor until the page is full; of a total once for each
/// shape in which fields of one element come, however many they are.
@Component
@Transactional(readOnly = true, timeout = Conformances.LONGEST_SECONDS)
class Conformances {

    /// To judge a nation takes minutes, and is ended by no usual limit.
    static final int LONGEST_SECONDS = 1_200;

    /// Read at a time at most; a page whose fields are rare reads more with each step.
    private static final int MOST = 20_000;

    private final Neo4jClient graph;
    private final CodeLists lists;
    private final Statement fields;
    private final Statement fieldsOf;
    private final Statement shapes;
    private final Statement shapesOf;
    private final Statement shapesByDepartment;
    private final Statement shown;
    private final Statement groups;
    private final Statement elementsOfCodeLists;

    Conformances(Neo4jClient graph, CodeLists lists, CypherLibrary cypher) {
        this.graph = graph;
        this.lists = lists;
        this.fields = cypher.get("standards/fields");
        this.fieldsOf = cypher.get("standards/fields-of");
        this.shapes = cypher.get("standards/shapes");
        this.shapesOf = cypher.get("standards/shapes-of");
        this.shapesByDepartment = cypher.get("standards/shapes-by-department");
        this.shown = cypher.get("standards/shown");
        this.groups = cypher.get("standards/groups");
        this.elementsOfCodeLists = cypher.get("standards/elements-of-code-lists");
    }

    /// The fields of a window that fit, by code, and one more where there is one.
    List<FieldConformance> page(ConformanceFilter filter, Window window) {
        var found = new ArrayList<Judged>();
        var scope = filter.scope();
        var after = Codes.key(Objects.requireNonNullElse(window.afterValue(0), ""));
        for (int size = 2 * window.oneMore(); ; size = Math.min(4 * size, MOST)) {
            var read = read(scope, after, filter.deviating(), size);
            read.stream().filter(judged -> filter.fits(judged.deviations())).forEach(found::add);
            if (found.size() >= window.oneMore() || read.size() < size) {
                return show(found.subList(0, Math.min(found.size(), window.oneMore())));
            }
            after = read.getLast().key();
        }
    }

    private List<Judged> read(ConformanceScope scope, String after, boolean bound, int size) {
        var read = new ArrayList<Judged>(size);
        var asked = scope.parameters();
        asked.put("after", after);
        asked.put("bound", bound);
        asked.put("most", size);
        each(
                scope.anchored() ? fieldsOf : fields,
                asked,
                row -> read.add(new Judged(
                        row.get("key").asString(),
                        row.get("code").asString(),
                        judged(row.get("shape"), row.get("element")))));
        return read;
    }

    private List<FieldConformance> show(List<Judged> some) {
        var rows = new HashMap<String, Record>();
        each(
                shown,
                Map.of("keys", some.stream().map(Judged::key).toList()),
                row -> rows.put(row.get("key").asString(), row));
        return some.stream()
                .filter(one -> rows.containsKey(one.key()))
                .map(one -> shown(one, Objects.requireNonNull(rows.get(one.key()))))
                .toList();
    }

    private static FieldConformance shown(Judged one, Record row) {
        var field = new Projection(row.get("field"));
        return new FieldConformance(
                DataField.from(row.get("field")),
                orNull(row.get("element"), DataElement::from),
                orNull(row.get("resource"), DataResource::from),
                orNull(row.get("form"), Form::from),
                orNull(row.get("department"), Department::from),
                one.deviations(),
                field.textOrNull("batch"),
                field.numberOrNull("row"));
    }

    private static <T> @Nullable T orNull(Value projection, Function<Value, T> reader) {
        return projection.isNull() ? null : reader.apply(projection);
    }

    /// How many fields fit.
    long count(ConformanceFilter filter) {
        var fitting = new long[1];
        count(filter.scope(), SummaryBy.TOTAL, (group, deviations, some) -> {
            if (filter.fits(Objects.requireNonNullElse(deviations, List.of()))) {
                fitting[0] += some;
            }
        });
        return fitting[0];
    }

    /// A row for each group that has a field, by code; what is in none of them last.
    List<ConformanceSummary> summary(ConformanceScope scope, SummaryBy by) {
        var tallies = new HashMap<@Nullable String, ConformanceSummary.Tally>();
        if (by == SummaryBy.TOTAL) {
            tallies.put(null, new ConformanceSummary.Tally());
        }
        count(scope, by, (group, deviations, some) -> {
            var tally = tallies.computeIfAbsent(group, first -> new ConformanceSummary.Tally());
            if (deviations == null) {
                tally.addUnbound(some);
            } else {
                tally.add(deviations, some);
            }
        });
        return tallies.entrySet().stream()
                .filter(entry -> by == SummaryBy.TOTAL || entry.getValue().fields() > 0)
                .sorted(Map.Entry.comparingByKey(Comparator.nullsLast(Codes.ORDER)))
                .map(entry -> entry.getValue().summary(by, entry.getKey()))
                .toList();
    }

    private void count(ConformanceScope scope, SummaryBy by, Counted take) {
        if (scope.anchored()) {
            var asked = scope.parameters();
            asked.put("by", by.name());
            each(shapesOf, asked, row -> each(row.get("group").asString(null), row, take));
        } else if (by == SummaryBy.DEPARTMENT || by == SummaryBy.REGION) {
            var group = by == SummaryBy.DEPARTMENT ? "department" : "region";
            each(shapesByDepartment, Map.of(), row -> each(row.get(group).asString(null), row, take));
        } else {
            countElements(by, take);
        }
    }

    /// The fields without an element are those that no element has counted.
    private void countElements(SummaryBy by, Counted take) {
        var all = new long[1];
        var bound = new long[1];
        each(shapes, Map.of(), row -> {
            all[0] = row.get("all").asLong();
            var element = row.get("group").asString();
            each(by == SummaryBy.ELEMENT ? element : null, row, (group, deviations, some) -> {
                bound[0] += some;
                take.take(group, deviations, some);
            });
        });
        take.take(null, null, Math.max(0, all[0] - bound[0]));
    }

    private void each(@Nullable String group, Record row, Counted take) {
        for (var one : row.get("shapes").values()) {
            take.take(
                    group,
                    row.get("element").isNull() ? null : judged(one.get("shape"), row.get("element")),
                    one.get("fields").asLong());
        }
    }

    private List<Deviation> judged(Value shape, Value element) {
        return element.isNull() ? List.of() : Conformance.of(FieldShape.from(shape), ElementShape.from(element), lists);
    }

    /// The departments, elements or regions of some rows, by their keys.
    <T> Map<String, T> groups(SummaryBy by, Collection<String> keys, Function<Value, T> reader) {
        var things = new HashMap<String, T>();
        each(
                groups,
                Map.of("label", Objects.requireNonNull(by.label()), "keys", List.copyOf(keys)),
                row -> things.put(row.get("key").asString(), reader.apply(row.get("thing"))));
        return things;
    }

    /// Which elements name each code list, by what texts that name one list have in common.
    Map<String, List<Use>> uses() {
        var uses = new TreeMap<String, List<Use>>();
        each(elementsOfCodeLists, Map.of(), row -> {
            var element = DataElement.from(row.get("element"));
            uses.computeIfAbsent(lists.key(Objects.requireNonNull(element.codeList())), first -> new ArrayList<>())
                    .add(new Use(element, row.get("fields").asLong()));
        });
        return uses;
    }

    private void each(Statement statement, Map<String, Object> parameters, Consumer<Record> take) {
        statement.each(graph, parameters, take);
    }

    private record Judged(String key, String code, List<Deviation> deviations) {}

    /// @param fields how many represent the element
    record Use(DataElement element, long fields) {}

    private interface Counted {

        /// @param group      null for what is in none, and where there is only one
        /// @param deviations null where no element is represented
        void take(@Nullable String group, @Nullable List<Deviation> deviations, long fields);
    }
}
