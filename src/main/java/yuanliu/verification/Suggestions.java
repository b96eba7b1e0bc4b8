package yuanliu.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceUnit;
import yuanliu.ownership.Standing;
import yuanliu.verification.Independences.Against;
import yuanliu.web.Codes;

/// Against whom units' sources might be held: by the matrix of what is usual, by what the ledger was filed with, and by
/// who verifies without keeping. It is only said; nothing is in force by it.
@Component
@Transactional(readOnly = true)
class Suggestions {

    private final Neo4jClient graph;
    private final Ledger ledger;
    private final Independences independences;
    private final VerificationSettings settings;
    private final Statement called;
    private final Statement holders;
    private final Statement filed;
    private final Statement regions;

    Suggestions(
            Neo4jClient graph,
            Ledger ledger,
            Independences independences,
            VerificationSettings settings,
            CypherLibrary cypher) {
        this.graph = graph;
        this.ledger = ledger;
        this.independences = independences;
        this.settings = settings;
        this.called = cypher.get("verification/departments-called");
        this.holders = cypher.get("verification/verifying-holders");
        this.filed = cypher.get("verification/filed-sources");
        this.regions = cypher.get("verification/regions-of");
    }

    /// @param rules by unit, those in force
    Map<SourceUnit, List<VerificationSuggestion>> of(
            Collection<SourceUnit> units, Map<SourceUnit, List<VerificationRule>> rules) {
        var matrix = Matrix.read(settings.folder());
        var standings = ledger.standings(units);
        var sourceRegions = regions(standings.values());
        var filedTexts = filed(standings);
        var verifying = verifying(units);
        var suggestions = new HashMap<SourceUnit, List<VerificationSuggestion>>();
        for (var unit : units) {
            var standing = Objects.requireNonNull(standings.get(unit));
            var source = standing.department();
            var region = unit.regionKey() != null
                    ? unit.regionKey()
                    : source == null ? null : sourceRegions.get(Codes.key(source.code()));
            var adopted = new HashSet<String>();
            rules.getOrDefault(unit, List.of())
                    .forEach(rule -> adopted.add(Codes.key(rule.department().code())));
            var one = new One(unit, source, region, adopted);
            var said = new ArrayList<VerificationSuggestion>();
            matrix.of(unit).forEach(line -> one.add(said, line, matrix.names(line.trade())));
            filedTexts.getOrDefault(unit, List.of()).forEach(text -> one.addFiled(said, text, matrix));
            verifying
                    .getOrDefault(unit.key(), Map.of())
                    .forEach((department, fields) -> one.addHolder(said, department, fields));
            suggestions.put(unit, said);
        }
        return suggestions;
    }

    /// What is said of one unit.
    private final class One {

        private final SourceUnit unit;
        private final @Nullable Department source;
        private final @Nullable String region;
        private final Set<String> adopted;

        One(SourceUnit unit, @Nullable Department source, @Nullable String region, Set<String> adopted) {
            this.unit = unit;
            this.source = source;
            this.region = region;
            this.adopted = adopted;
        }

        void add(List<VerificationSuggestion> said, Matrix.Line line, List<String> words) {
            var departments = called(words);
            if (departments.stream().anyMatch(this::isSource)) {
                return;
            }
            said.add(new VerificationSuggestion(
                    SuggestionGround.MATRIX,
                    line.trade(),
                    departments,
                    own(departments),
                    line.comparison(),
                    line.days(),
                    line.rhythm(),
                    line.text(),
                    isAdopted(departments)));
        }

        void addFiled(List<VerificationSuggestion> said, String text, Matrix matrix) {
            for (var word : text.split("[、，,；;]")) {
                var trade = word.strip();
                if (trade.isEmpty()) {
                    continue;
                }
                var departments = called(matrix.names(trade));
                said.add(new VerificationSuggestion(
                        SuggestionGround.FILED,
                        trade,
                        departments,
                        own(departments),
                        null,
                        null,
                        null,
                        "数源认定登记的校核来源：" + text,
                        isAdopted(departments)));
            }
        }

        void addHolder(List<VerificationSuggestion> said, Department department, List<DataField> fields) {
            if (!isSource(department)) {
                said.add(new VerificationSuggestion(
                        SuggestionGround.HOLDER,
                        department.name(),
                        List.of(department),
                        fields,
                        null,
                        null,
                        null,
                        "登记为核验："
                                + String.join(
                                        "、",
                                        fields.stream().map(DataField::code).toList()),
                        isAdopted(List.of(department))));
            }
        }

        private boolean isSource(Department department) {
            return source != null && Codes.key(source.code()).equals(Codes.key(department.code()));
        }

        private boolean isAdopted(List<Department> departments) {
            return departments.stream().anyMatch(one -> adopted.contains(Codes.key(one.code())));
        }

        private List<Department> called(List<String> words) {
            return region == null
                    ? List.of()
                    : List.copyOf(graph.query(called.text())
                            .bind(region)
                            .to("region")
                            .bind(words)
                            .to("words")
                            .fetchAs(Department.class)
                            .mappedBy((types, row) -> Department.from(row.get("department")))
                            .all());
        }

        /// The unit's fields with some departments, copies of the source left out.
        private List<DataField> own(List<Department> departments) {
            var judged = independences.of(departments.stream()
                    .map(department -> new Against(unit, department, null))
                    .toList());
            var fields = new LinkedHashMap<DataField, Department>();
            judged.forEach((against, judgement) ->
                    judgement.fields().forEach(field -> fields.put(field, against.department())));
            var own = independences.ownOf(unit, fields);
            return fields.keySet().stream()
                    .filter(own::contains)
                    .sorted((one, other) -> Codes.ORDER.compare(one.code(), other.code()))
                    .toList();
        }
    }

    private Map<String, String> regions(Collection<Standing> standings) {
        var keys = standings.stream()
                .map(Standing::department)
                .filter(Objects::nonNull)
                .map(department -> Codes.key(department.code()))
                .distinct()
                .toList();
        var found = new HashMap<String, String>();
        graph.query(regions.text())
                .bind(keys)
                .to("keys")
                .fetchAs(Boolean.class)
                .mappedBy((types, row) -> {
                    found.put(row.get("key").asString(), row.get("region").asString());
                    return true;
                })
                .all();
        return found;
    }

    /// What the designations that make somebody the source were filed with.
    private Map<SourceUnit, List<String>> filed(Map<SourceUnit, Standing> standings) {
        var units = new HashMap<String, SourceUnit>();
        standings.forEach((unit, standing) -> {
            if (standing.designation() != null) {
                units.put(Codes.key(standing.designation().code()), unit);
            }
        });
        var texts = new HashMap<SourceUnit, List<String>>();
        graph.query(filed.text())
                .bind(List.copyOf(units.keySet()))
                .to("codes")
                .fetchAs(Boolean.class)
                .mappedBy((types, row) -> {
                    var text = row.get("text").asString("").strip();
                    if (!text.isEmpty()) {
                        texts.computeIfAbsent(
                                        Objects.requireNonNull(
                                                units.get(row.get("code").asString())),
                                        unit -> new ArrayList<>())
                                .add(text);
                    }
                    return true;
                })
                .all();
        return texts;
    }

    private Map<String, Map<Department, List<DataField>>> verifying(Collection<SourceUnit> units) {
        var found = new HashMap<String, Map<Department, List<DataField>>>();
        graph.query(holders.text())
                .bind(units.stream().map(Suggestions::asked).toList())
                .to("units")
                .fetchAs(Boolean.class)
                .mappedBy((types, row) -> {
                    found.computeIfAbsent(row.get("unit").asString(), unit -> new LinkedHashMap<>())
                            .computeIfAbsent(department(row.get("department")), one -> new ArrayList<>())
                            .add(DataField.from(row.get("field")));
                    return true;
                })
                .all();
        return found;
    }

    private static Department department(Value projection) {
        return Department.from(projection);
    }

    private static Map<String, @Nullable Object> asked(SourceUnit unit) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("key", unit.key());
        row.put("heldAs", unit.heldAs());
        row.put("region", unit.regionKey());
        return row;
    }
}
