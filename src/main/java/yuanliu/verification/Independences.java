package yuanliu.verification;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Asset;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.lineage.LineagePath;
import yuanliu.ownership.Holder;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceUnit;
import yuanliu.web.Codes;

/// Whether what a unit's source is held against can tell anything of it: judged by who the source is today, and by
/// today's lineage.
@Component
@Transactional(readOnly = true)
class Independences {

    private final Neo4jClient graph;
    private final Ledger ledger;
    private final Statement fieldsAgainst;
    private final Statement lines;
    private final Statement answerable;

    Independences(Neo4jClient graph, Ledger ledger, CypherLibrary cypher) {
        this.graph = graph;
        this.ledger = ledger;
        this.fieldsAgainst = cypher.get("verification/fields-against");
        this.lines = cypher.get("verification/lines");
        this.answerable = cypher.get("verification/answerable");
    }

    /// A department's data, or a part of it, that a unit's source is or would be held against.
    record Against(
            SourceUnit unit,
            Department department,
            @Nullable Asset thing) {

        Asset whole() {
            return thing == null ? department : thing;
        }
    }

    /// @param fields the unit's fields in it
    /// @param path   of a copy, the way from the source by field rows; null also where whole resources explain it
    record Judgement(
            Independence independence,
            List<DataField> fields,
            @Nullable LineagePath path) {

        static final Judgement UNKNOWN = new Judgement(Independence.UNKNOWN, List.of(), null);
    }

    Map<Against, Judgement> of(Collection<Against> some) {
        var asked = List.copyOf(new LinkedHashSet<>(some));
        if (asked.isEmpty()) {
            return Map.of();
        }
        var standings = ledger.standings(asked.stream().map(Against::unit).toList());
        var held = held(asked);
        var holders = held.values().stream().flatMap(List::stream).toList();
        var copies = ledger.fromSource(holders);
        var tops = tops(
                asked,
                standings.values().stream()
                        .map(yuanliu.ownership.Standing::department)
                        .filter(Objects::nonNull)
                        .toList());
        var judged = new HashMap<Against, Judgement>();
        var copied = new HashMap<Against, Holder>();
        for (var one : asked) {
            var source = Objects.requireNonNull(standings.get(one.unit())).department();
            var fields = held.getOrDefault(one, List.of());
            var independence = source == null
                    ? Independence.UNKNOWN
                    : judge(key(source), key(one.department()), fields, copies, tops);
            if (independence == Independence.COPY) {
                copied.put(one, fields.getFirst());
            }
            judged.put(
                    one,
                    new Judgement(
                            independence, fields.stream().map(Holder::asset).toList(), null));
        }
        var paths = ledger.pathsToSource(copied.values());
        copied.forEach((one, holder) -> judged.computeIfPresent(
                one, (same, before) -> new Judgement(before.independence(), before.fields(), paths.get(holder))));
        return judged;
    }

    /// Who answers for a field, a resource or a system; null when nobody does.
    @Nullable
    Department departmentOf(Asset thing) {
        var answers = answers(thing);
        return answers == null ? null : answers.department();
    }

    /// @param within what stands before the thing's own name
    record Answers(Department department, String within) {}

    @Nullable
    Answers answers(Asset thing) {
        return graph.query(answerable.text())
                .bind(List.of(Map.of("id", 0, "label", thing.getClass().getSimpleName(), "thing", key(thing))))
                .to("rows")
                .fetchAs(Answers.class)
                .mappedBy((types, row) -> new Answers(
                        Department.from(row.get("department")),
                        row.get("within").asString()))
                .one()
                .orElse(null);
    }

    /// Of some fields of a unit those that do not come from its source.
    Set<DataField> ownOf(SourceUnit unit, Map<DataField, Department> fields) {
        var holders = fields.entrySet().stream()
                .map(one -> new Holder(unit.key(), one.getKey(), one.getValue()))
                .toList();
        var copies = ledger.fromSource(holders);
        var own = new HashSet<DataField>();
        holders.stream().filter(one -> !copies.contains(one)).forEach(one -> own.add(one.asset()));
        return own;
    }

    private static Independence judge(
            String source, String other, List<Holder> fields, Set<Holder> copies, Map<String, Set<String>> tops) {
        if (source.equals(other)) {
            return Independence.SOURCE_ITSELF;
        }
        if (!fields.isEmpty() && copies.containsAll(fields)) {
            return Independence.COPY;
        }
        return tops.getOrDefault(source, Set.of()).stream().anyMatch(tops.getOrDefault(other, Set.of())::contains)
                ? Independence.SAME_LINE
                : Independence.INDEPENDENT;
    }

    private Map<Against, List<Holder>> held(List<Against> asked) {
        var rows = java.util.stream.IntStream.range(0, asked.size())
                .mapToObj(i -> Map.<String, Object>of(
                        "id",
                        i,
                        "unit",
                        asked.get(i).unit().heldAs(),
                        "label",
                        asked.get(i).whole().getClass().getSimpleName(),
                        "thing",
                        key(asked.get(i).whole())))
                .toList();
        var held = new HashMap<Against, List<Holder>>();
        graph
                .query(fieldsAgainst.text())
                .bind(rows)
                .to("rows")
                .fetchAs(Found.class)
                .mappedBy((types, row) -> new Found(
                        row.get("id").asInt(),
                        DataField.from(row.get("field")),
                        Department.from(row.get("department"))))
                .all()
                .stream()
                .collect(groupingBy(Found::id))
                .forEach((id, found) -> {
                    var one = asked.get(id);
                    held.put(
                            one,
                            found.stream()
                                    .map(field -> new Holder(one.unit().key(), field.field(), field.department()))
                                    .toList());
                });
        return held;
    }

    private Map<String, Set<String>> tops(List<Against> asked, List<Department> sources) {
        var keys = new HashSet<String>();
        asked.forEach(one -> keys.add(key(one.department())));
        sources.forEach(one -> keys.add(key(one)));
        var tops = new HashMap<String, Set<String>>();
        graph.query(lines.text())
                .bind(List.copyOf(keys))
                .to("keys")
                .fetchAs(Boolean.class)
                .mappedBy((types, row) -> {
                    tops.put(
                            row.get("key").asString(),
                            Set.copyOf(row.get("tops").asList(org.neo4j.driver.Value::asString)));
                    return true;
                })
                .all();
        return tops;
    }

    private static String key(Asset thing) {
        return Codes.key(thing.code());
    }

    private record Found(int id, DataField field, Department department) {}
}
