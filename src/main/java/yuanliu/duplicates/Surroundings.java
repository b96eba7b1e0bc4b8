package yuanliu.duplicates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.detection.Scene;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.web.Codes;

/// What decides about some fields or entries, on a day: they, who else holds their units, and all that lies upstream of
/// what claims to be collected or made. It is read for one question, and rests on one reading of the departments.
final class Surroundings {

    /// How many fields of a unit are read. Of one that has more, those with which one that is asked for has ground in
    /// common are, and of these as many.
    static final int MOST = 20_000;

    /// By these a field claims that its content begins with it; one that says nothing may claim it too.
    private static final Set<String> CLAIMING = Set.of("采集", "产生");

    private final Scenes scenes;
    private final Statements statements;
    private final Understanding understanding;
    private final LocalDate day;
    private final Scenes.Land land;
    private final Collection<Scene.ScopedUnit> scoped;
    private final int most;

    /// @param most up to how many fields a unit is read whole
    Surroundings(Scenes scenes, Statements statements, Understanding understanding, LocalDate day, int most) {
        this.most = most;
        this.scenes = scenes;
        this.statements = statements;
        this.understanding = understanding;
        this.day = day;
        this.land = scenes.ground();
        this.scoped = scenes.scoped();
    }

    record Statements(
            Statement fieldsOfUnits,
            Statement fieldsOfUnitNearby,
            Statement sizesOfUnits,
            Statement fieldsOfOwners,
            Statement fieldsByKey) {

        static Statements of(CypherLibrary cypher) {
            return new Statements(
                    cypher.get("duplicates/fields-of-units"),
                    cypher.get("duplicates/fields-of-unit-nearby"),
                    cypher.get("duplicates/sizes-of-units"),
                    cypher.get("duplicates/fields-of-owners"),
                    cypher.get("duplicates/fields-by-key"));
        }
    }

    /// Some fields alone, as they are understood.
    Scene fields(Collection<String> keys) {
        var walk = new Walk();
        walk.take(read(statements.fieldsByKey(), "keys", keys, walk.words));
        return walk.end(List.of()).scene();
    }

    /// What decides about some entries.
    ///
    /// @param owners keys of resources and forms
    Scenes.Read entries(Collection<String> owners) {
        var walk = new Walk();
        walk.follow(walk.take(read(statements.fieldsOfOwners(), "owners", owners, walk.words)), true);
        return walk.end(walk.owners);
    }

    /// @param nearby by the key of a unit of which not all fields were read, how many were
    record OfUnits(Scene scene, Map<String, Integer> nearby) {}

    /// What decides about some fields of some units.
    ///
    /// @param keys  of the fields
    /// @param asked a scene with them
    /// @param units the keys of those units, without scope
    OfUnits units(Collection<String> keys, Scene asked, Collection<String> units) {
        var walk = new Walk();
        walk.follow(walk.take(read(statements.fieldsByKey(), "keys", keys, walk.words)), false);
        var whole = new ArrayList<String>();
        var nearby = new HashMap<String, Integer>();
        scenes.each(statements.sizesOfUnits(), Map.of("units", List.copyOf(units)), row -> {
            var unit = row.get("unit").asString();
            if (row.get("fields").asLong() <= most) {
                whole.add(unit);
            } else {
                nearby.put(unit, 0);
            }
        });
        var members = read(statements.fieldsOfUnits(), "units", whole, walk.words);
        for (var unit : nearby.keySet()) {
            var some = new ArrayList<FieldRow>();
            scenes.each(
                    statements.fieldsOfUnitNearby(),
                    Map.of("unit", unit, "departments", departmentsNear(keys, asked, unit), "most", MOST),
                    row -> some.add(FieldRow.from(row, walk.words)));
            nearby.put(unit, some.size());
            members.addAll(some);
        }
        walk.take(read(statements.fieldsByKey(), "keys", designatedOf(units, asked), walk.words));
        var others = walk.take(members);
        others.removeIf(field -> field.acquisition() != null && !CLAIMING.contains(field.acquisition()));
        walk.follow(others, false);
        return new OfUnits(walk.end(walk.derived).scene(), nearby);
    }

    /// The keys of the fields that are designated for units, whatever they are taken for themselves.
    private static Set<String> designatedOf(Collection<String> units, Scene asked) {
        var all = new HashSet<>(units);
        units.forEach(unit ->
                asked.scopesOf(unit).forEach(scoped -> all.add(scoped.unit().key())));
        var fields = new HashSet<String>();
        for (var unit : all) {
            var standing = asked.standing(unit);
            var designation = standing == null ? null : standing.designation();
            if (designation != null && designation.field() != null) {
                fields.add(Codes.key(designation.field().code()));
            }
        }
        return fields;
    }

    /// The keys of the departments that have ground in common with a field that is asked for, and of the unit's source.
    private List<String> departmentsNear(Collection<String> keys, Scene asked, String unit) {
        var regions = new HashSet<@Nullable String>();
        for (var key : keys) {
            var member = asked.member(key);
            if (member != null && unit.equals(member.unitKey())) {
                regions.add(asked.regionOf(member.owner()));
            }
        }
        var standing = asked.standing(unit);
        var source = standing == null || standing.department() == null
                ? null
                : Codes.key(standing.department().code());
        return land.departments().values().stream()
                .filter(department -> department.key().equals(source)
                        || regions.stream().anyMatch(region -> asked.overlap(region, department.region())))
                .map(Scene.Department::key)
                .toList();
    }

    private List<FieldRow> read(Statement statement, String parameter, Collection<String> keys, Words words) {
        var rows = new ArrayList<FieldRow>();
        if (!keys.isEmpty()) {
            scenes.each(statement, Map.of(parameter, List.copyOf(keys)), row -> rows.add(FieldRow.from(row, words)));
        }
        return rows;
    }

    /// Goes from fields to what they have their content from, step by step.
    private final class Walk {

        private final Scene.Draft draft = new Scene.Draft();
        private final Words words = new Words();
        private final Likenesses likenesses = scenes.likenesses(understanding, words);
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Set<String> lookedFor = new HashSet<>();
        private final Map<String, @Nullable String> units = new HashMap<>();
        private final Map<String, List<String>> sources = new HashMap<>();

        /// Keys of owners that are followed, and of those among them that have something from elsewhere.
        private final Set<String> owners = new HashSet<>();

        private final Set<String> derived = new HashSet<>();

        /// @return those that were not there yet
        List<FieldRow> take(List<FieldRow> rows) {
            takeOwners(rows);
            var taken = new ArrayList<FieldRow>();
            for (var row : rows) {
                var owner = row.owner() == null ? null : draft.owner(row.owner());
                if (owner != null && !units.containsKey(row.key())) {
                    var field = Scenes.understood(row, null, owner, likenesses, change -> {});
                    numbers.put(row.key(), draft.field(owner.key(), field));
                    units.put(row.key(), field.unitKey());
                    taken.add(row);
                }
            }
            return taken;
        }

        private void takeOwners(List<FieldRow> rows) {
            var keys = rows.stream()
                    .map(FieldRow::owner)
                    .filter(Objects::nonNull)
                    .filter(lookedFor::add)
                    .toList();
            if (!keys.isEmpty()) {
                scenes.owners(keys, land, words, draft::owner);
            }
        }

        /// @param wholly whether it matters what the owners have from elsewhere at all; else, of what they have as a
        /// whole, the fields of the same units do
        void follow(List<FieldRow> some, boolean wholly) {
            var open = some;
            while (!open.isEmpty()) {
                var ownerOf = new HashMap<String, String>();
                open.forEach(field -> ownerOf.put(field.key(), Objects.requireNonNull(field.owner())));
                var rows = scenes.fieldRows(ownerOf.keySet(), day);
                sources.putAll(rows);
                rows.keySet().forEach(user -> derived.add(Objects.requireNonNull(ownerOf.get(user))));
                var fields = new HashSet<String>();
                rows.values().forEach(fields::addAll);
                fields.removeAll(numbers.keySet());
                var anew =
                        ownerOf.values().stream().filter(owners::add).distinct().toList();
                var above = new HashSet<String>();
                if (!anew.isEmpty()) {
                    scenes.wholeRows(anew, day)
                            .forEach((user, these) -> these.forEach(source -> {
                                draft.derived(user, source);
                                derived.add(user);
                                above.add(source);
                            }));
                }
                var followed = new HashSet<@Nullable String>();
                open.forEach(field -> followed.add(units.get(field.key())));
                open = take(read(statements.fieldsByKey(), "keys", fields, words));
                for (var field : take(read(statements.fieldsOfOwners(), "owners", above, words))) {
                    if (wholly || followed.contains(units.get(field.key()))) {
                        open.add(field);
                    }
                }
            }
        }

        /// @param granted keys of resources of which is wanted who may use them
        Scenes.Read end(Collection<String> granted) {
            sources.forEach((user, these) -> these.forEach(source -> draft.derived(
                    Objects.requireNonNull(numbers.get(user)), numbers.computeIfAbsent(source, draft::field))));
            scenes.consumers(granted, land, day)
                    .forEach((resource, these) -> these.forEach(consumer -> draft.consumer(resource, consumer)));
            var designated = new HashSet<String>();
            units.values().stream().filter(Objects::nonNull).forEach(designated::add);
            scoped.forEach(one -> designated.add(one.unit().key()));
            var scene = new Scene(land.parents(), land.departments(), draft, scenes.standings(designated), scoped);
            return new Scenes.Read(scene, land.places());
        }
    }
}
