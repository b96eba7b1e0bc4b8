package yuanliu.lineage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Values;
import yuanliu.AgainstNeo4j;
import yuanliu.catalog.Kind;

/// Thousands of random graphs in one database. They have nothing in common, so a walk that begins in all of them at
/// once is as many walks.
abstract class RandomGraphs extends AgainstNeo4j {

    static final int GRAPHS = Integer.getInteger("yuanliu.test.graphs", 2000);

    final List<RandomLineage> graphs =
            LongStream.rangeClosed(1, GRAPHS).mapToObj(RandomLineage::new).toList();

    @Override
    protected void fill() {
        for (var systems : List.of(true, false)) {
            written(
                    systems
                            ? "UNWIND $rows AS row CREATE (:InformationSystem {code: row.code, key: row.code, name: row.code})"
                            : "UNWIND $rows AS row CREATE (:Department {code: row.code, key: row.code, name: row.code})",
                    graphs.stream()
                            .flatMap(one -> one.codes(systems).stream())
                            .map(code -> row("code", code))
                            .toList());
        }
        for (var form : List.of(true, false)) {
            written(
                    """
                    UNWIND $rows AS row
                    CREATE (owner:%s {code: row.code, key: row.code, name: row.code})
                    FOREACH (field IN row.fields | CREATE (owner)-[:HAS_FIELD]->(:DataField {code: field, key: field, name: field}))
                    WITH owner, row
                    CALL (owner, row) { MATCH (s:InformationSystem {key: row.system}) CREATE (owner)-[:%s]->(s) }
                    CALL (owner, row) { MATCH (d:Department {key: row.department}) CREATE (owner)-[:%s]->(d) }
                    """.formatted(
                                    form ? "Form" : "DataResource",
                                    form ? "COLLECTED_IN" : "HOSTED_IN",
                                    form ? "ISSUED_BY" : "PROVIDED_BY"),
                    graphs.stream()
                            .flatMap(one -> one.owners.values().stream())
                            .filter(owner -> owner.form() == form)
                            .map(owner -> row(
                                    "code",
                                    owner.code(),
                                    "fields",
                                    owner.fields(),
                                    "system",
                                    owner.system(),
                                    "department",
                                    owner.department()))
                            .toList());
        }
        written(
                "UNWIND $rows AS row CREATE (:DataField {code: row.code, key: row.code, name: row.code})",
                graphs.stream()
                        .flatMap(one -> one.loose.stream())
                        .map(code -> row("code", code))
                        .toList());
        derive("DataField", "DataField", false);
        derive("DataResource", "DataResource", true);
        derive("Form", "DataResource", true);
    }

    /// Rows whose user looks like one label's.
    private void derive(String user, String source, boolean whole) {
        written(
                """
                UNWIND $rows AS row
                MATCH (user:%s {key: row.user}), (source:%s {key: row.source})
                CREATE (user)-[:DERIVED_FROM {edge: row.edge, validFrom: row.from, validTo: row.to, confidence: row.confidence,
                  rule: row.rule}]->(source)
                """.formatted(user, source),
                graphs.stream()
                        .flatMap(one -> one.rows.stream())
                        .filter(row -> row.whole() == whole
                                && (!whole || row.user().contains(user.equals("Form") ? "-B" : "-R")))
                        .map(row -> row(
                                "user",
                                row.user(),
                                "source",
                                row.source(),
                                "edge",
                                row.edge(),
                                "from",
                                row.from(),
                                "to",
                                row.to(),
                                "confidence",
                                row.confidence(),
                                "rule",
                                row.rule()))
                        .toList());
    }

    @Override
    protected String graph() {
        return "random lineages";
    }

    /// Where a walk of all graphs begins.
    ///
    /// @param asked the systems or departments that are asked of
    record Begun(Walk.Start from, Set<Place> asked) {}

    Begun begun(List<Map<String, RandomLineage.Start>> starts, String sort, Grain grain) {
        var fields = new HashSet<String>();
        var owners = new HashSet<Owner>();
        var ownerOf = new HashMap<String, Owner>();
        var asked = new HashSet<Place>();
        var whole = !Set.of("field", "element").contains(sort);
        for (int i = 0; i < starts.size(); i++) {
            var one = graphs.get(i);
            var start = starts.get(i).get(sort);
            if (start != null) {
                fields.addAll(start.fields());
                start.owners().forEach(code -> owners.add(Owner.of(code.contains("-B"), code)));
                start.fields().forEach(field -> {
                    var owner = one.ownerOf.get(field);
                    if (owner != null) {
                        ownerOf.put(field, Owner.of(owner.contains("-B"), owner));
                    }
                });
                if (start.asked() != null) {
                    var kind = sort.equals("system") ? Kind.INFORMATION_SYSTEM : Kind.DEPARTMENT;
                    asked.add(new Place(kind, start.asked(), start.asked()));
                }
            }
        }
        var from = grain == Grain.FIELD ? Walk.Start.ofFields(fields) : new Walk.Start(fields, owners, whole, ownerOf);
        return new Begun(from, asked);
    }

    static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return row;
    }

    private void written(String cypher, List<Map<String, @Nullable Object>> rows) {
        try (var session = driver.session()) {
            for (int at = 0; at < rows.size(); at += 10_000) {
                session.run(cypher, Values.parameters("rows", rows.subList(at, Math.min(rows.size(), at + 10_000))))
                        .consume();
            }
        }
    }
}
