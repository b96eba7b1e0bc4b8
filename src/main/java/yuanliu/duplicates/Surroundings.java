package yuanliu.duplicates;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.detection.Scene;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.web.Codes;

/// What decides about some fields or entries, on a day: they, who else holds their units, and all that lies upstream of
/// what claims to be collected or made. It is read for one question, and rests on one reading of the departments.
final class Surroundings {

    /// How many fields of all units that are asked for are read whole, the smallest units first; and of the others, how
    /// many together: those that may decide, where one that is asked for has ground in common with them. Each costs
    /// some twenty reads from all over the graph, and a question may take half a minute.
    static final int MOST = 2_000;

    /// Of a unit with more fields than are read whole, so many are read however many units are asked for.
    private static final int SOME = 50;

    /// By these a field claims that its content begins with it; one that says nothing may claim it too.
    private static final Set<String> CLAIMING = Set.of("采集", "产生");

    private final Scenes scenes;
    private final Statements statements;
    private final Understanding understanding;
    private final LocalDate day;
    private final Land land;
    private final Collection<Scene.ScopedUnit> scoped;
    private final int most;

    /// @param most up to how many fields units are read whole
    Surroundings(Scenes scenes, Statements statements, Understanding understanding, LocalDate day, int most) {
        this.most = most;
        this.scenes = scenes;
        this.statements = statements;
        this.understanding = understanding;
        this.day = day;
        this.land = scenes.ground(day);
        this.scoped = scenes.scoped();
    }

    record Statements(
            Statement fieldsOfUnits,
            Statement fieldsOfUnitNearby,
            Statement fieldsUnderstood,
            Statement fieldsAt,
            Statement sizesOfUnits,
            Statement fieldsOfOwners,
            Statement fieldsByKey) {

        static Statements of(CypherLibrary cypher) {
            return new Statements(
                    cypher.get("duplicates/fields-of-units"),
                    cypher.get("duplicates/fields-of-unit-nearby"),
                    cypher.get("duplicates/fields-understood"),
                    cypher.get("duplicates/fields-at"),
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

    /// @param nearby by the key of a unit of which not all fields were read
    record OfUnits(Scene scene, Map<String, Nearby> nearby) {}

    /// Which fields of a unit were read.
    ///
    /// @param all whether these are all that may decide
    record Nearby(int fields, boolean all) {}

    /// What decides about some fields of some units.
    ///
    /// @param keys  of the fields
    /// @param asked a scene with them
    /// @param units the keys of those units, without scope
    OfUnits units(Collection<String> keys, Scene asked, Collection<String> units) {
        var walk = new Walk();
        walk.follow(walk.take(read(statements.fieldsByKey(), "keys", keys, walk.words)), false);
        var sizes = new TreeMap<Long, List<String>>();
        scenes.each(
                statements.sizesOfUnits(),
                Map.of("units", List.copyOf(units)),
                row -> sizes.computeIfAbsent(row.get("fields").asLong(), size -> new ArrayList<>())
                        .add(row.get("unit").asString()));
        var whole = new ArrayList<String>();
        var parted = new ArrayList<String>();
        var left = (long) most;
        for (var size : sizes.entrySet()) {
            for (var unit : size.getValue()) {
                left -= size.getKey();
                (left >= 0 ? whole : parted).add(unit);
            }
        }
        var members = read(statements.fieldsOfUnits(), "units", whole, walk.words);
        var nearby = new HashMap<String, Nearby>();
        for (var unit : parted) {
            var some = nearby(unit, new Near(keys, asked, unit), Math.max(SOME, MOST / parted.size()), walk.words);
            nearby.put(unit, some.told());
            members.addAll(some.rows());
        }
        walk.take(read(statements.fieldsByKey(), "keys", designatedOf(units, asked), walk.words));
        var others = walk.take(members);
        others.removeIf(field -> field.acquisition() != null && !CLAIMING.contains(field.acquisition()));
        walk.follow(others, false);
        return new OfUnits(walk.end(walk.derived).scene(), nearby);
    }

    private record Some(Nearby told, List<FieldRow> rows) {}

    /// Some of a unit's fields, by what is known in memory where that answers: there they are told apart without
    /// reading any of them.
    private Some nearby(String unit, Near near, int some, Words words) {
        var rows = new ArrayList<FieldRow>();
        var known = inMemory(unit, near, some);
        if (known != null) {
            scenes.each(
                    statements.fieldsAt(), Map.of("nodes", known.nodes()), row -> rows.add(FieldRow.from(row, words)));
            return new Some(new Nearby(known.nodes().size(), known.all()), rows);
        }
        for (var departments : near.sourceFirst()) {
            scenes.each(
                    statements.fieldsOfUnitNearby(),
                    Map.of("unit", unit, "departments", departments, "most", some - rows.size()),
                    row -> rows.add(FieldRow.from(row, words)));
        }
        return new Some(new Nearby(rows.size(), rows.size() < some), rows);
    }

    private record Known(List<Long> nodes, boolean all) {}

    /// The nodes of fields that claim to begin with what is asked, and of all that the source has, the source's first.
    ///
    /// @return null when the memory does not answer
    private @Nullable Known inMemory(String unit, Near near, int some) {
        if (!scenes.memory().answers(day)) {
            return null;
        }
        var node = scenes.nodeOf(unit);
        var understood = new LongArrayList();
        scenes.each(
                statements.fieldsUnderstood(),
                Map.of("unit", unit),
                row -> understood.add(row.get(0).asLong()));
        return scenes.memory()
                .ask(day, image -> {
                    var ground = near.in(image.parties().departments());
                    var ofSource = new ArrayList<Long>();
                    var claiming = new ArrayList<Long>();
                    IntConsumer look = field -> {
                        var department = image.departmentOf(field);
                        if (department >= 0 && ground.has(department)) {
                            var mode = image.acquisitionOf(field);
                            if (ground.isSource(department)) {
                                ofSource.add(image.fieldNode(field));
                            } else if (mode == null || CLAIMING.contains(mode)) {
                                claiming.add(image.fieldNode(field));
                            }
                        }
                    };
                    if (node != null) {
                        image.eachHolder(node, look);
                    }
                    understood.forEach(one -> {
                        var field = image.field(one);
                        if (field >= 0) {
                            look.accept(field);
                        }
                    });
                    ofSource.addAll(claiming);
                    return new Known(
                            List.copyOf(ofSource.subList(0, Math.min(some, ofSource.size()))), ofSource.size() <= some);
                })
                .orElse(null);
    }

    /// The departments that have ground in common with fields of a unit that are asked for, and the unit's source.
    private final class Near {

        private final Set<String> departments = new LinkedHashSet<>();
        private final Set<String> source = new HashSet<>();

        Near(Collection<String> keys, Scene asked, String unit) {
            var regions = new HashSet<@Nullable String>();
            for (var key : keys) {
                var member = asked.member(key);
                if (member != null && unit.equals(member.unitKey())) {
                    regions.add(asked.regionOf(member.owner()));
                }
            }
            var standing = asked.standing(unit);
            var of = standing == null || standing.department() == null
                    ? null
                    : Codes.key(standing.department().code());
            var first = of == null ? null : land.departments().get(of);
            land.departments().values().forEach(department -> {
                if (department.key().equals(of)
                        || regions.stream().anyMatch(region -> asked.overlap(region, department.region()))) {
                    departments.add(department.key());
                    if (first != null && department.line().equals(first.line())) {
                        source.add(department.key());
                    }
                }
            });
        }

        List<List<String>> sourceFirst() {
            var others = new ArrayList<>(departments);
            others.removeAll(source);
            return List.of(List.copyOf(source), others);
        }

        Ground in(List<String> keys) {
            var all = new BitSet(keys.size());
            var ofSource = new BitSet(keys.size());
            for (int i = 0; i < keys.size(); i++) {
                all.set(i, departments.contains(keys.get(i)));
                ofSource.set(i, source.contains(keys.get(i)));
            }
            return new Ground(all, ofSource);
        }
    }

    /// By the numbers that departments have in memory.
    private record Ground(BitSet all, BitSet ofSource) {

        boolean has(int department) {
            return all.get(department);
        }

        boolean isSource(int department) {
            return ofSource.get(department);
        }
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
                    var field = Scenes.understood(row, null, owner, likenesses, Scenes.Keeper.NOTHING);
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
            var scene = new Scene(land.regions(), land.departments(), draft, scenes.standings(designated), scoped);
            return new Scenes.Read(scene, land.places());
        }
    }
}
