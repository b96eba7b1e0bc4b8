package yuanliu.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import yuanliu.catalog.DepartmentLines;
import yuanliu.catalog.Projection;
import yuanliu.catalog.Regions;
import yuanliu.checks.rules.Facts;
import yuanliu.checks.rules.Terms;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceState;
import yuanliu.ownership.Standing;
import yuanliu.standards.CodeLists;
import yuanliu.web.Codes;
import yuanliu.workdays.Workdays;

/// Reads from the graph what the rules look at: a dozen statements, however many things there are.
@Component
class Survey {

    private final Neo4jClient graph;
    private final Ledger ledger;
    private final Workdays workdays;
    private final CodeLists codeLists;
    private final Statement regions;
    private final Statement departments;
    private final Statement systems;
    private final Statement owners;
    private final Statement fields;
    private final Statement fieldRows;
    private final Statement wholeRows;
    private final Statement agreements;
    private final Statement timedAgreements;
    private final Statement timedOwners;
    private final Statement units;
    private final Statement designations;
    private final Statement findings;
    private final Statement objections;
    private final Statement verifications;

    Survey(Neo4jClient graph, Ledger ledger, Workdays workdays, CodeLists codeLists, CypherLibrary cypher) {
        this.graph = graph;
        this.ledger = ledger;
        this.workdays = workdays;
        this.codeLists = codeLists;
        this.regions = cypher.get("checks/regions");
        this.departments = cypher.get("checks/departments");
        this.systems = cypher.get("checks/systems");
        this.owners = cypher.get("checks/owners");
        this.fields = cypher.get("checks/fields");
        this.fieldRows = cypher.get("checks/field-rows");
        this.wholeRows = cypher.get("checks/whole-rows");
        this.agreements = cypher.get("checks/agreements");
        this.timedAgreements = cypher.get("checks/timed-agreements");
        this.timedOwners = cypher.get("checks/timed-owners");
        this.units = cypher.get("checks/units");
        this.designations = cypher.get("checks/designations");
        this.findings = cypher.get("checks/findings");
        this.objections = cypher.get("checks/objections");
        this.verifications = cypher.get("checks/verifications");
    }

    Facts on(LocalDate day, Terms terms) {
        var parents = new HashMap<String, String>();
        each(regions, Map.of(), row -> {
            if (!row.get("parent").isNull()) {
                parents.put(row.get("key").asString(), row.get("parent").asString());
            }
        });
        var offices = departments();
        var hosts = new HashMap<String, Facts.InformationSystem>();
        each(systems, Map.of(), row -> {
            var system = system(row, offices);
            hosts.put(system.key(), system);
        });
        var keepers = new HashMap<String, Facts.Owner>();
        each(owners, Map.of(), row -> {
            var owner = owner(row, offices, hosts);
            keepers.put(owner.key(), owner);
        });
        var items = new ArrayList<Facts.Field>();
        each(fields, Map.of(), row -> {
            var field = field(row, keepers);
            if (field != null) {
                items.add(field);
            }
        });
        var grants = new ArrayList<Facts.Agreement>();
        each(agreements, Map.of(), row -> {
            var agreement = agreement(row, offices, keepers);
            if (agreement != null) {
                grants.add(agreement);
            }
        });
        var found = new ArrayList<Facts.Finding>();
        each(
                findings,
                Map.of(),
                row -> found.add(new Facts.Finding(
                        row.get("code").asString(),
                        row.get("name").asString(),
                        row.get("unit").asString(),
                        row.get("suggestion").asString(),
                        row.get("accused").asList(Value::asString))));
        var held = new ArrayList<Facts.Verification>();
        each(verifications, Map.of("day", Values.value(day)), row -> {
            var department = offices.get(row.get("department").asString());
            if (department != null) {
                held.add(new Facts.Verification(
                        row.get("unit").asString(), department, row.get("field").asString(null)));
            }
        });
        return new Facts(
                day,
                workdays,
                terms,
                codeLists,
                new Regions(parents),
                offices,
                hosts.values(),
                keepers,
                items,
                grants,
                units(day, offices, items, parents),
                rows(fieldRows, day),
                rows(wholeRows, day),
                found,
                objections(offices),
                held);
    }

    private List<Facts.Objection> objections(Map<String, Facts.Department> offices) {
        var doubts = new ArrayList<Facts.Objection>();
        each(objections, Map.of(), row -> {
            var doubt = objection(row, offices);
            if (doubt != null) {
                doubts.add(doubt);
            }
        });
        return doubts;
    }

    private static Facts.@Nullable Objection objection(Record row, Map<String, Facts.Department> offices) {
        var respondent = offices.get(row.get("respondent").asString(""));
        var answered = row.get("answered");
        return respondent == null
                ? null
                : new Facts.Objection(
                        row.get("key").asString(),
                        row.get("code").asString(),
                        row.get("field").asString(null),
                        row.get("shown").asString(),
                        row.get("unit").asString(null),
                        respondent,
                        offices.get(row.get("raiser").asString("")),
                        row.get("received").asLocalDate(),
                        answered.isNull() ? null : answered.asLocalDate());
    }

    /// Only what terms run on: the entries, agreements and objections that have one, without fields, units and lineage.
    Facts terms(LocalDate day, Terms terms) {
        var offices = departments();
        var timed = new ArrayList<Record>();
        each(timedAgreements, Map.of(), timed::add);
        var keepers = new HashMap<String, Facts.Owner>();
        each(
                timedOwners,
                Map.of(
                        "resources",
                        timed.stream()
                                .map(row -> row.get("resource").asString())
                                .distinct()
                                .toList()),
                row -> {
                    var owner = owner(row, offices, Map.of());
                    keepers.put(owner.key(), owner);
                });
        var grants = timed.stream()
                .map(row -> agreement(row, offices, keepers))
                .filter(Objects::nonNull)
                .toList();
        return new Facts(
                day,
                workdays,
                terms,
                codeLists,
                new Regions(Map.of()),
                offices,
                List.of(),
                keepers,
                List.of(),
                grants,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                objections(offices),
                List.of());
    }

    private Map<String, Facts.Department> departments() {
        var read = new ArrayList<Record>();
        each(departments, Map.of(), read::add);
        var lines = DepartmentLines.of(read);
        var offices = new HashMap<String, Facts.Department>();
        for (var row : read) {
            var of = new Projection(row.get("department"));
            var key = of.text("key");
            var status = of.textOrNull("status");
            offices.put(
                    key,
                    new Facts.Department(
                            key,
                            of.text("code"),
                            of.text("name"),
                            of.textOrNull("level"),
                            row.get("region").asString(null),
                            Boolean.TRUE.equals(of.flagOrNull("dataAuthority")),
                            "撤销".equals(status) || "合并".equals(status),
                            row.get("successor").asString(null),
                            of.textOrNull("office"),
                            lines.getOrDefault(key, key),
                            filed(of)));
        }
        return offices;
    }

    private static Facts.InformationSystem system(Record row, Map<String, Facts.Department> offices) {
        var of = new Projection(row.get("system"));
        return new Facts.InformationSystem(
                of.text("key"),
                of.text("code"),
                of.text("name"),
                of.textOrNull("level"),
                Boolean.TRUE.equals(of.flagOrNull("vertical")),
                of.textOrNull("status"),
                offices.get(row.get("department").asString("")),
                filed(of));
    }

    private static Facts.Owner owner(
            Record row, Map<String, Facts.Department> offices, Map<String, Facts.InformationSystem> hosts) {
        var of = new Projection(row.get("owner"));
        return new Facts.Owner(
                of.text("key"),
                of.text("code"),
                of.text("name"),
                row.get("form").asBoolean(),
                offices.get(first(row.get("departments"))),
                hosts.get(first(row.get("systems"))),
                row.get("regions").isEmpty() ? null : first(row.get("regions")),
                cells(row.get("owner")),
                row.get("hasItems").asBoolean(),
                filed(of));
    }

    private static String first(Value list) {
        return list.isEmpty() ? "" : list.get(0).asString();
    }

    private static Facts.Cells cells(Value properties) {
        var values = new HashMap<String, Object>();
        properties.asMap().forEach((name, value) -> {
            if (value != null) {
                values.put(name.intern(), value);
            }
        });
        return new Facts.Cells(values);
    }

    private static Facts.@Nullable Field field(Record row, Map<String, Facts.Owner> keepers) {
        var of = new Projection(row.get("field"));
        var owner = keepers.get(row.get("field").get("ownerKey").asString(""));
        return owner == null
                ? null
                : new Facts.Field(
                        of.text("key"),
                        of.text("code"),
                        of.text("name"),
                        owner,
                        row.get("units").isEmpty() ? null : first(row.get("units")),
                        of.textOrNull("acquisition"),
                        of.textOrNull("sharing"),
                        of.flagOrNull("open"),
                        of.textOrNull("baseType"),
                        of.numberOrNull("maxLength"),
                        of.textOrNull("codeList"),
                        filed(of));
    }

    private static Facts.@Nullable Agreement agreement(
            Record row, Map<String, Facts.Department> offices, Map<String, Facts.Owner> keepers) {
        var of = new Projection(row.get("agreement"));
        var resource = keepers.get(row.get("resource").asString());
        var consumer = offices.get(row.get("consumer").asString());
        return resource == null || consumer == null
                ? null
                : new Facts.Agreement(
                        of.text("key"), of.text("code"), resource, consumer, cells(row.get("agreement")), filed(of));
    }

    /// Of every unit who its source is on the day, and which fields are held as it.
    private List<Facts.Unit> units(
            LocalDate day,
            Map<String, Facts.Department> offices,
            Collection<Facts.Field> items,
            Map<String, String> parents) {
        var standings = ledger.standingsOf(ledger.designated());
        var lines = ledger.fieldsOfLines(standings);
        var rows = designationRows();
        var held = new HashMap<String, List<Facts.Field>>();
        items.stream()
                .sorted((one, other) -> Codes.ORDER.compare(one.code(), other.code()))
                .forEach(field -> {
                    if (field.unit() != null) {
                        held.computeIfAbsent(field.unit(), key -> new ArrayList<>(2))
                                .add(field);
                    }
                });
        var all = new ArrayList<Facts.Unit>();
        each(units, Map.of(), row -> {
            var key = row.get("unit").get("key").asString();
            all.add(unit(
                    row, standings.get(key), lines.getOrDefault(key, Set.of()), rows, day, offices, held, parents));
        });
        return all;
    }

    private Facts.Unit unit(
            Record row,
            @Nullable Standing standing,
            Set<String> ofLine,
            Map<String, DesignationRow> rows,
            LocalDate day,
            Map<String, Facts.Department> offices,
            Map<String, List<Facts.Field>> held,
            Map<String, String> parents) {
        var of = new Projection(row.get("unit"));
        var element = new Projection(row.get("element"));
        var key = of.text("key");
        var region = of.textOrNull("regionKey");
        var heldAs = region == null ? key : key.substring(0, key.length() - region.length() - 1);
        var designation = standing == null ? null : standing.designation();
        var at = designation == null ? null : designation.field();
        var source = standing == null ? null : standing.department();
        return new Facts.Unit(
                key,
                of.text("code"),
                of.text("name"),
                heldAs,
                new Facts.Element(
                        element.text("key"),
                        element.text("code"),
                        element.text("name"),
                        element.texts("synonyms"),
                        Boolean.TRUE.equals(element.flagOrNull("identifying")),
                        element.textOrNull("dataType"),
                        element.textOrNull("baseType"),
                        element.numberOrNull("maxLength"),
                        element.textOrNull("codeList")),
                of.textOrNull("subject"),
                of.textOrNull("qualifier"),
                region,
                standing == null ? SourceState.UNDESIGNATED : standing.state(),
                source == null ? null : offices.get(Codes.key(source.code())),
                at == null ? null : Codes.key(at.code()),
                ofLine,
                standing == null
                        ? List.of()
                        : standing.history().stream()
                                .map(one -> designation(one, rows, day, offices))
                                .toList(),
                held.getOrDefault(heldAs, List.of()).stream()
                        .filter(field -> region == null || within(field.owner().department(), region, parents))
                        .toList());
    }

    private static Facts.Designation designation(
            yuanliu.ownership.Designation one,
            Map<String, DesignationRow> rows,
            LocalDate day,
            Map<String, Facts.Department> offices) {
        var row = rows.getOrDefault(one.code(), DesignationRow.NONE);
        var department = one.department();
        return new Facts.Designation(
                one.code(),
                row.named() == null ? null : offices.get(row.named()),
                department == null || !one.answerable() ? null : offices.get(Codes.key(department.code())),
                one.field() == null ? null : Codes.key(one.field().code()),
                one.document(),
                one.clause(),
                one.validFrom(),
                one.validTo(),
                one.state(),
                one.line(),
                one.inForce(day),
                row.verifiedBy(),
                row.filed());
    }

    private static boolean within(Facts.@Nullable Department department, String region, Map<String, String> parents) {
        var steps = 0;
        for (var at = department == null ? null : department.region();
                at != null && steps++ < parents.size() + 1;
                at = parents.get(at)) {
            if (at.equals(region)) {
                return true;
            }
        }
        return false;
    }

    private Map<String, DesignationRow> designationRows() {
        var rows = new HashMap<String, DesignationRow>();
        each(
                designations,
                Map.of(),
                row -> rows.put(
                        row.get("code").asString(),
                        new DesignationRow(
                                row.get("named").asString(null),
                                row.get("verifiedBy").asString(""),
                                new Facts.Filed(row.get("batch").asString(null), number(row.get("row"))))));
        return rows;
    }

    private Map<String, List<Facts.Row>> rows(Statement statement, LocalDate day) {
        var rows = new HashMap<String, List<Facts.Row>>();
        each(
                statement,
                Map.of("day", Values.value(day)),
                row -> rows.computeIfAbsent(row.get("user").asString(), key -> new ArrayList<>(2))
                        .add(new Facts.Row(
                                row.get("source").asString(),
                                row.get("activity").asString(null))));
        return rows;
    }

    private static Facts.@Nullable Filed filed(Projection of) {
        var batch = of.textOrNull("batch");
        return batch == null ? null : new Facts.Filed(batch, number(of.value().get("row")));
    }

    private static @Nullable Long number(Value value) {
        return value.isNull() ? null : value.asLong();
    }

    private void each(Statement statement, Map<String, Object> parameters, Consumer<Record> take) {
        statement.each(graph, parameters, take);
    }

    private record DesignationRow(@Nullable String named, String verifiedBy, Facts.@Nullable Filed filed) {

        static final DesignationRow NONE = new DesignationRow(null, "", null);
    }
}
