package yuanliu.duplicates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.DataField;
import yuanliu.catalog.DepartmentLines;
import yuanliu.catalog.Kind;
import yuanliu.catalog.Projection;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.detection.Scene;
import yuanliu.duplicates.understanding.Described;
import yuanliu.duplicates.understanding.Reading;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.ownership.Cells;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.Standing;
import yuanliu.ownership.Unit;
import yuanliu.ownership.Units;
import yuanliu.sharing.Sharing;
import yuanliu.web.Codes;

/// Reads from the graph what the rules look at.
@Component
class Scenes {

    private final Neo4jClient graph;
    private final Catalog catalog;
    private final Ledger ledger;
    private final Sharing sharing;
    private final Units units;

    private final Statement regions;
    private final Statement departments;
    private final Statement systems;
    private final Statement resources;
    private final Statement forms;
    private final Statement fields;
    private final Statement fieldRows;
    private final Statement wholeRows;
    private final Statement uses;
    private final Statement fieldsOfUnits;
    private final Statement fieldsOfOwners;
    private final Statement fieldsByKey;
    private final Statement resourcesByKey;
    private final Statement formsByKey;
    private final Statement fieldRowsOf;
    private final Statement wholeRowsOf;
    private final Statement scopedUnits;
    private final Statement systemsByKey;

    Scenes(Neo4jClient graph, CypherLibrary cypher, Catalog catalog, Ledger ledger, Sharing sharing, Units units) {
        this.catalog = catalog;
        this.graph = graph;
        this.sharing = sharing;
        this.ledger = ledger;
        this.units = units;
        this.regions = cypher.get("duplicates/regions");
        this.departments = cypher.get("duplicates/departments");
        this.systems = cypher.get("duplicates/systems");
        this.resources = cypher.get("duplicates/resources");
        this.forms = cypher.get("duplicates/forms");
        this.fields = cypher.get("duplicates/fields");
        this.fieldRows = cypher.get("duplicates/field-rows");
        this.wholeRows = cypher.get("duplicates/whole-rows");
        this.uses = cypher.get("duplicates/uses");
        this.fieldsOfUnits = cypher.get("duplicates/fields-of-units");
        this.fieldsOfOwners = cypher.get("duplicates/fields-of-owners");
        this.fieldsByKey = cypher.get("duplicates/fields-by-key");
        this.resourcesByKey = cypher.get("duplicates/resources-by-key");
        this.formsByKey = cypher.get("duplicates/forms-by-key");
        this.fieldRowsOf = cypher.get("duplicates/field-rows-of");
        this.wholeRowsOf = cypher.get("duplicates/whole-rows-of");
        this.systemsByKey = cypher.get("duplicates/systems-by-key");
        this.scopedUnits = cypher.get("duplicates/scoped-units");
    }

    /// A scene, and what its fields were understood to be.
    ///
    /// @param places names of regions
    /// @param changed of which unit fields are now, where that is another than the graph says
    record Read(Scene scene, Set<String> places, List<Understood> changed) {}

    /// @param proposal null where people said the element
    record Understood(
            String field, @Nullable String unit, @Nullable Reading proposal) {}

    /// A whole scene that may be kept, with what is needed to go on from it.
    static final class Kept {

        private final Scene scene;
        private final Land land;
        private final Known known;

        private Kept(Scene scene, Land land, Known known) {
            this.scene = scene;
            this.land = land;
            this.known = known;
        }

        Scene scene() {
            return scene;
        }

        Set<String> places() {
            return land.places();
        }
    }

    /// Units and readings that many fields have in common: each is in memory once.
    private static final class Known {

        private final Map<Unit, Unit> units = new HashMap<>();
        private final Map<Reading, Reading> readings = new HashMap<>();

        Unit unit(Unit unit) {
            return units.computeIfAbsent(unit, one -> one);
        }

        Reading reading(Reading reading) {
            return readings.computeIfAbsent(reading, one -> one);
        }
    }

    /// What is read of the whole graph.
    ///
    /// @param changed of which unit fields are now, where that is another than the graph says
    record Whole(Kept kept, List<Understood> changed) {}

    /// The whole graph, on a day.
    Read whole(Understanding understanding, LocalDate day) {
        var whole = all(understanding, day);
        return new Read(whole.kept().scene(), whole.kept().places(), whole.changed());
    }

    /// As [#whole], to be gone on from later.
    Whole all(Understanding understanding, LocalDate day) {
        var land = land();
        var known = new Known();
        var owners = new HashMap<String, Scene.Owner>();
        each(resources, Map.of(), row -> owner(row, false, land, owners));
        each(forms, Map.of(), row -> owner(row, true, land, owners));
        var members = new ArrayList<Scene.Member>();
        var changed = new ArrayList<Understood>();
        each(fields, Map.of(), row -> member(row, understanding, owners, known, members, changed));
        var keys = new HashMap<String, String>(members.size() * 2);
        members.forEach(member -> keys.put(member.key(), member.key()));
        owners.keySet().forEach(key -> keys.put(key, key));
        var rows = rows(fieldRows, Map.of("day", day), keys);
        var wholes = rows(wholeRows, Map.of("day", day), keys);
        var consumers = new HashMap<String, Set<String>>();
        each(
                uses,
                Map.of("day", day),
                row -> consumers
                        .computeIfAbsent(once(keys, row.get("resource").asString()), key -> new HashSet<>(2))
                        .add(land.key(row.get("consumer").asString())));
        var scene = new Scene(
                land.parents(),
                land.departments(),
                owners,
                members,
                rows,
                wholes,
                consumers,
                ledger.standingsOf(ledger.designated()),
                scoped());
        return new Whole(new Kept(scene, land, known), changed);
    }

    /// What of a kept scene has to be read anew.
    ///
    /// @param owners  keys of resources and forms
    /// @param systems keys
    /// @param units   keys of units of which a designation may have changed
    record Again(Set<String> owners, Set<String> systems, Set<String> units) {}

    /// @param changed   of which unit fields are now, where that is another than the graph says
    record Taken(Scene.Touched touched, Collection<Scene.Owner> owners, List<Understood> changed) {}

    /// Reads again what may be another now, and takes it over into a kept scene.
    Taken again(Kept kept, Understanding understanding, LocalDate day, Again again) {
        each(systemsByKey, Map.of("keys", List.copyOf(again.systems())), row -> system(row, kept.land.systems()));
        var keys = List.copyOf(again.owners());
        var owners = new HashMap<String, Scene.Owner>();
        each(resourcesByKey, Map.of("keys", keys), row -> owner(row, false, kept.land, owners));
        each(formsByKey, Map.of("keys", keys), row -> owner(row, true, kept.land, owners));
        var members = new ArrayList<Scene.Member>();
        var changed = new ArrayList<Understood>();
        each(
                fieldsOfOwners,
                Map.of("owners", keys),
                row -> member(row, understanding, owners, kept.known, members, changed));
        var rows = rows(
                fieldRowsOf,
                Map.of("keys", members.stream().map(Scene.Member::key).toList(), "day", day));
        var wholes = rows(wholeRowsOf, Map.of("keys", keys, "day", day));
        var consumers = consumers(keys, kept.land, day);
        var standings = new HashMap<String, @Nullable Standing>();
        again.units().forEach(unit -> standings.put(unit, null));
        standings.putAll(ledger.standingsOf(again.units()));
        var touched = kept.scene.take(new Scene.Now(
                owners.values(),
                members,
                rows,
                wholes,
                consumers,
                standings,
                again.units().isEmpty() ? null : scoped()));
        return new Taken(touched, owners.values(), changed);
    }

    /// What decides about some units, on a day: their fields, and all that lies upstream of those that claim to be
    /// collected
    /// or made.
    ///
    /// @param units  keys of units without scope
    /// @param owners keys of resources and forms whose fields are wanted as well
    Read around(Understanding understanding, LocalDate day, Collection<String> units, Collection<String> owners) {
        var land = land();
        var known = new HashMap<String, Scene.Owner>();
        var members = new LinkedHashMap<String, Scene.Member>();
        var changed = new ArrayList<Understood>();
        var rows = new HashMap<String, List<Scene.Upstream>>();
        var wholes = new HashMap<String, List<Scene.Upstream>>();
        var raw = new ArrayList<Record>();
        each(fieldsOfUnits, Map.of("units", List.copyOf(units)), raw::add);
        each(fieldsOfOwners, Map.of("owners", List.copyOf(owners)), raw::add);
        var lookedInto = new HashSet<String>();
        while (!raw.isEmpty()) {
            addOwners(raw, land, known);
            var fresh = new ArrayList<Scene.Member>();
            raw.forEach(row -> member(row, understanding, known, new Known(), fresh, changed));
            fresh.forEach(member -> members.putIfAbsent(member.key(), member));
            raw.clear();
            var open = fresh.stream()
                    .filter(member -> lookedInto.add(member.key()))
                    .map(Scene.Member::key)
                    .toList();
            var from = rows(fieldRowsOf, Map.of("keys", open, "day", day));
            rows.putAll(from);
            var sources = new HashSet<String>();
            from.values().forEach(these -> these.forEach(row -> sources.add(row.source())));
            var openOwners = fresh.stream()
                    .map(member -> member.owner().key())
                    .distinct()
                    .filter(lookedInto::add)
                    .toList();
            var above = rows(wholeRowsOf, Map.of("keys", openOwners, "day", day));
            wholes.putAll(above);
            var sourceOwners = new HashSet<String>();
            above.values().forEach(these -> these.forEach(row -> sourceOwners.add(row.source())));
            sources.removeAll(members.keySet());
            if (!sources.isEmpty()) {
                each(fieldsByKey, Map.of("keys", List.copyOf(sources)), raw::add);
            }
            if (!sourceOwners.isEmpty()) {
                each(fieldsOfOwners, Map.of("owners", List.copyOf(sourceOwners)), row -> {
                    if (!members.containsKey(row.get("field").get("key").asString())) {
                        raw.add(row);
                    }
                });
            }
        }
        var consumers = consumers(known.keySet(), land, day);
        var scoped = scoped();
        var asked = new HashSet<String>();
        members.values().forEach(member -> {
            if (member.unit() != null) {
                asked.add(member.unit().key());
            }
        });
        scoped.forEach(one -> asked.add(one.unit().key()));
        var scene = new Scene(
                land.parents(),
                land.departments(),
                known,
                members.values(),
                rows,
                wholes,
                consumers,
                ledger.standingsOf(asked),
                scoped);
        return new Read(scene, land.places(), changed);
    }

    private Map<String, Set<String>> consumers(Collection<String> resources, Land land, LocalDate day) {
        var consumers = new HashMap<String, Set<String>>();
        sharing.uses(resources, day)
                .forEach(use -> consumers
                        .computeIfAbsent(use.resource(), key -> new HashSet<>())
                        .add(land.key(use.consumer())));
        return consumers;
    }

    /// As [#around], beginning with some fields.
    Read aroundFields(Understanding understanding, LocalDate day, Collection<String> fields) {
        var units = new HashSet<String>();
        var owners = new HashSet<String>();
        each(fieldsByKey, Map.of("keys", List.copyOf(fields)), row -> {
            var field = row.get("field");
            if (!field.get("understoodAs").isNull()) {
                units.add(field.get("understoodAs").asString());
            }
            owners.add(field.get("ownerKey").asString(""));
        });
        return around(understanding, day, units, owners);
    }

    /// The fields of some resources and forms, as people see them.
    List<DataField> fieldsOf(Collection<String> owners) {
        var keys = new ArrayList<String>();
        each(
                fieldsOfOwners,
                Map.of("owners", List.copyOf(owners)),
                row -> keys.add(row.get("field").get("key").asString()));
        var fields = new ArrayList<DataField>();
        keys.sort(Codes.ORDER);
        keys.forEach(key -> catalog.find(Kind.DATA_FIELD, key).ifPresent(one -> fields.add((DataField) one)));
        return fields;
    }

    private void addOwners(List<Record> raw, Land land, Map<String, Scene.Owner> known) {
        var keys = raw.stream()
                .map(row -> row.get("field").get("ownerKey").asString(""))
                .filter(key -> !key.isEmpty() && !known.containsKey(key))
                .distinct()
                .toList();
        each(resourcesByKey, Map.of("keys", keys), row -> owner(row, false, land, known));
        each(formsByKey, Map.of("keys", keys), row -> owner(row, true, land, known));
    }

    /// Regions, departments and systems: few, and needed for whatever is looked at.
    private record Land(
            Map<String, String> parents,
            Set<String> places,
            Map<String, Scene.Department> departments,
            Map<String, Scene.InformationSystem> systems) {

        /// The same text, in memory once.
        String key(String department) {
            var known = departments.get(department);
            return known == null ? department : known.key();
        }
    }

    private Land land() {
        var parents = new HashMap<String, String>();
        var places = new HashSet<String>();
        each(regions, Map.of(), row -> {
            places.add(Codes.key(row.get("name").asString("")));
            if (!row.get("parent").isNull()) {
                parents.put(row.get("key").asString(), row.get("parent").asString());
            }
        });
        places.remove("");
        var guides = new HashMap<String, List<String>>();
        var read = new ArrayList<Record>();
        each(departments, Map.of(), row -> {
            read.add(row);
            guides.put(
                    row.get("department").get("key").asString(),
                    row.get("guides").asList(Value::asString));
        });
        var lines = DepartmentLines.of(guides);
        var known = new HashMap<String, Scene.Department>();
        for (var row : read) {
            var of = new Projection(row.get("department"));
            var key = of.text("key");
            known.put(
                    key,
                    new Scene.Department(
                            key,
                            of.text("code"),
                            of.text("name"),
                            of.textOrNull("level"),
                            row.get("region").asString(null),
                            Boolean.TRUE.equals(of.flagOrNull("dataAuthority")),
                            lines.getOrDefault(key, key)));
        }
        var kept = new HashMap<String, Scene.InformationSystem>();
        each(systems, Map.of(), row -> system(row, kept));
        return new Land(parents, places, known, kept);
    }

    private static void system(Record row, Map<String, Scene.InformationSystem> systems) {
        var of = new Projection(row.get("system"));
        systems.put(
                of.text("key"),
                new Scene.InformationSystem(of.text("key"), of.text("code"), of.text("name"), of.textOrNull("status")));
    }

    private static void owner(Record row, boolean form, Land land, Map<String, Scene.Owner> owners) {
        var of = new Projection(row.get("owner"));
        var submissions = form ? of.numberOrNull("submissionsPerYear") : null;
        var owner = new Scene.Owner(
                of.text("key"),
                of.text("code"),
                of.text("name"),
                form,
                land.departments().get(firstOr(row.get("departments"), "")),
                land.systems().get(firstOr(row.get("systems"), "")),
                of.textOrNull("subject"),
                of.textOrNull("summary"),
                of.textOrNull("population"),
                of.textOrNull("respondent"),
                row.get("regions").isEmpty() ? null : row.get("regions").get(0).asString(),
                of.textOrNull("exemption"),
                of.textOrNull("sharing"),
                of.textOrNull("notSharedBasis"),
                of.textOrNull("basisRank"),
                of.textOrNull("status"),
                of.textOrNull("library"),
                of.textOrNull("published"),
                submissions == null ? 0 : submissions);
        owners.put(owner.key(), owner);
    }

    private static String firstOr(Value list, String none) {
        return list.isEmpty() ? none : list.get(0).asString();
    }

    private void member(
            Record row,
            Understanding understanding,
            Map<String, Scene.Owner> owners,
            Known known,
            List<Scene.Member> members,
            List<Understood> changed) {
        var of = new Projection(row.get("field"));
        var owner = owners.get(of.textOrNull("ownerKey") == null ? "" : of.text("ownerKey"));
        if (owner == null) {
            return;
        }
        var described = new Described(
                of.text("name"),
                row.get("elements").isEmpty()
                        ? null
                        : row.get("elements").get(0).asString(),
                of.textOrNull("physicalName"),
                of.textOrNull("baseType"),
                of.numberOrNull("maxLength"),
                of.textOrNull("codeList"),
                of.textOrNull("description"),
                of.textOrNull("subject"),
                of.textOrNull("qualifier"),
                owner.name(),
                owner.subject(),
                owner.summary(),
                owner.population(),
                owner.respondent());
        var rejected = Set.copyOf(of.texts("rejectedElements"));
        var reading =
                understanding.read(described, rejected).map(known::reading).orElse(null);
        var unit = reading == null ? null : known.unit(unit(reading, owner.subject(), owner.respondent()));
        var key = of.text("key");
        var code = of.text("code");
        members.add(new Scene.Member(
                key,
                code.equals(key) ? key : code,
                of.text("name"),
                owner,
                of.textOrNull("acquisition"),
                of.textOrNull("sharing"),
                unit,
                reading));
        var now = unit == null ? null : unit.key();
        var proposal = reading == null || reading.filed() ? null : reading;
        if (!Objects.equals(now, of.textOrNull("understoodAs")) || isOther(proposal, row.get("field"))) {
            changed.add(new Understood(key, now, proposal));
        }
    }

    /// Whether a proposal says else than the graph has kept of it.
    private static boolean isOther(@Nullable Reading proposal, Value kept) {
        var of = new Projection(kept);
        var confidence = kept.get("proposalConfidence");
        return confidence.isNull() != (proposal == null)
                || proposal != null
                        && (confidence.asDouble() != proposal.confidence()
                                || !Objects.equals(of.textOrNull("proposedSubject"), proposal.subject())
                                || !Objects.equals(of.textOrNull("proposedQualifier"), proposal.qualifier()));
    }

    /// The unit that a reading comes to.
    Unit unit(Reading reading, @Nullable String ownerSubject, @Nullable String respondent) {
        var element = reading.element();
        return units.resolve(new Cells(
                element.code(),
                element.name(),
                element.subject(),
                reading.subject(),
                reading.qualifier(),
                ownerSubject,
                respondent,
                null,
                null));
    }

    private Map<String, List<Scene.Upstream>> rows(Statement statement, Map<String, Object> parameters) {
        return rows(statement, parameters, Map.of());
    }

    /// @param keys texts that are in memory already, by themselves
    private Map<String, List<Scene.Upstream>> rows(
            Statement statement, Map<String, Object> parameters, Map<String, String> keys) {
        var rows = new HashMap<String, List<Scene.Upstream>>();
        each(
                statement,
                parameters,
                row -> rows.computeIfAbsent(once(keys, row.get("user").asString()), key -> new ArrayList<>(2))
                        .add(new Scene.Upstream(
                                once(keys, row.get("source").asString()),
                                row.get("confidence").isNull()
                                        ? null
                                        : row.get("confidence").asDouble())));
        rows.values().forEach(these -> these.sort(BY_SOURCE));
        return rows;
    }

    private static final java.util.Comparator<Scene.Upstream> BY_SOURCE = java.util.Comparator.comparing(
                    Scene.Upstream::source, Codes.ORDER)
            .thenComparing(
                    Scene.Upstream::confidence, java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder()));

    private static String once(Map<String, String> keys, String text) {
        return keys.getOrDefault(text, text);
    }

    private Collection<Scene.ScopedUnit> scoped() {
        var scoped = new LinkedHashMap<String, Scene.ScopedUnit>();
        each(scopedUnits, Map.of(), row -> {
            var of = new Projection(row.get("unit"));
            var unit = new Unit(
                    of.text("code"),
                    of.text("element"),
                    of.textOrNull("subject"),
                    of.textOrNull("qualifier"),
                    of.textOrNull("region"),
                    of.text("name"));
            scoped.putIfAbsent(
                    unit.key(), new Scene.ScopedUnit(unit, row.get("region").asString()));
        });
        return scoped.values();
    }

    /// Each row as it comes: what is read here may be a whole nation.
    void each(Statement statement, Map<String, Object> parameters, Consumer<Record> take) {
        graph.query(statement.text())
                .bindAll(parameters)
                .fetchAs(Boolean.class)
                .mappedBy((types, row) -> {
                    take.accept(row);
                    return null;
                })
                .all();
    }
}
