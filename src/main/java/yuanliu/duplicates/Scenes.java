package yuanliu.duplicates;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Kind;
import yuanliu.catalog.Projection;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.detection.Scene;
import yuanliu.duplicates.understanding.Reading;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.memory.Image;
import yuanliu.memory.Memory;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.Standing;
import yuanliu.ownership.Unit;
import yuanliu.ownership.Units;
import yuanliu.sharing.Sharing;
import yuanliu.web.Codes;

/// Reads from the graph what the rules look at.
@Component
class Scenes {

    /// Where in a row the node's number stands, behind what [FieldRow] reads.
    private static final int NODE = 16;

    private final Neo4jClient graph;
    private final Represented.Statements represented;
    private final Catalog catalog;
    private final Ledger ledger;
    private final Sharing sharing;
    private final Units units;
    private final Memory memory;
    private final yuanliu.memory.Nodes nodes;
    private final Lands lands;

    private final Statement systems;
    private final Statement resources;
    private final Statement forms;
    private final Statement fields;
    private final Statement fieldRows;
    private final Statement wholeRows;
    private final Statement uses;
    private final Statement fieldsOfOwners;
    private final Statement resourcesByKey;
    private final Statement formsByKey;
    private final Statement fieldRowsOf;
    private final Statement wholeRowsOf;
    private final Statement scopedUnits;
    private final Statement systemsByKey;
    private final Statement provided;
    private final Statement hosted;
    private final Surroundings.Statements surroundings;

    Scenes(
            Neo4jClient graph,
            CypherLibrary cypher,
            Catalog catalog,
            Ledger ledger,
            Sharing sharing,
            Units units,
            Memory memory,
            yuanliu.memory.Nodes nodes,
            Lands lands) {
        this.lands = lands;
        this.nodes = nodes;
        this.memory = memory;
        this.catalog = catalog;
        this.graph = graph;
        this.represented = Represented.Statements.of(cypher);
        this.sharing = sharing;
        this.ledger = ledger;
        this.units = units;
        this.systems = cypher.get("duplicates/systems");
        this.resources = cypher.get("duplicates/resources");
        this.forms = cypher.get("duplicates/forms");
        this.fields = cypher.get("duplicates/fields");
        this.fieldRows = cypher.get("duplicates/field-rows");
        this.wholeRows = cypher.get("duplicates/whole-rows");
        this.uses = cypher.get("duplicates/uses");
        this.fieldsOfOwners = cypher.get("duplicates/fields-of-owners");
        this.resourcesByKey = cypher.get("duplicates/resources-by-key");
        this.formsByKey = cypher.get("duplicates/forms-by-key");
        this.fieldRowsOf = cypher.get("duplicates/field-rows-of");
        this.wholeRowsOf = cypher.get("duplicates/whole-rows-of");
        this.systemsByKey = cypher.get("duplicates/systems-by-key");
        this.scopedUnits = cypher.get("duplicates/scoped-units");
        this.provided = cypher.get("duplicates/provided");
        this.hosted = cypher.get("duplicates/hosted");
        this.surroundings = Surroundings.Statements.of(cypher);
    }

    /// @param places names of regions
    record Read(Scene scene, Set<String> places) {}

    /// Of what field the graph has kept else than it is understood to be now.
    ///
    /// @param node     the number of its node, where the transaction that read it is open still
    /// @param moved    whether the unit is another than is kept
    /// @param unit     null where it is the one that the field is held as, or that is proposed
    /// @param proposal null where people said the element
    record Understood(
            String field,
            @Nullable Long node,
            boolean moved,
            @Nullable String unit,
            @Nullable Proposal proposal) {}

    /// Takes what is to be kept of how fields are understood.
    interface Keeper {

        /// Keeps nothing.
        Keeper NOTHING = new Keeper() {
            @Override
            public void proposed(Proposal proposal) {}

            @Override
            public void understood(Understood field) {}
        };

        /// Each that any field is understood by, before it is.
        void proposed(Proposal proposal);

        void understood(Understood field);
    }

    /// A whole scene that may be kept, with what is needed to go on from it.
    static final class Kept {

        private final Scene scene;
        private final Land land;

        private Kept(Scene scene, Land land) {
            this.scene = scene;
            this.land = land;
        }

        Scene scene() {
            return scene;
        }

        Set<String> places() {
            return land.places();
        }
    }

    /// The whole graph, on a day.
    Read whole(Understanding understanding, LocalDate day) {
        var kept = all(represented.read(graph), () -> understanding, day, Keeper.NOTHING);
        return new Read(kept.scene(), kept.places());
    }

    /// As [#whole], to be gone on from later.
    ///
    /// @param represented   of the whole graph
    /// @param understanding is asked for when the first field is read
    /// @param keeper        is told as they are read of which unit fields are now, where that is another than the graph
    /// says
    Kept all(Represented represented, Supplier<Understanding> understanding, LocalDate day, Keeper keeper) {
        try (var beside = new Beside("detection-lineage")) {
            var land = land();
            var flows = memory.answers(day) ? null : beside.begin(() -> flowsOfTheGraph(day, land));
            var read = things(land, represented, understanding, keeper);
            if (flows != null) {
                flows.done().into(read);
            } else if (!fromMemory(day, land, read)) {
                flowsOfTheGraph(day, land).into(read);
            }
            var scene = new Scene(
                    land.regions(),
                    land.departments(),
                    read.draft(),
                    ledger.standingsOf(ledger.designated()),
                    scoped());
            return new Kept(scene, land);
        }
    }

    /// Owners and fields; what is wanted for reading them alone is let go with it.
    private Things things(Land land, Represented represented, Supplier<Understanding> understanding, Keeper keeper) {
        var read = new Things(new Scene.Draft(), new Nodes(), new Keys());
        owners(land, read);
        fields(represented, understanding, read, keeper);
        return read;
    }

    /// What owners say is not looked for among what fields say: there are millions of both.
    private void owners(Land land, Things into) {
        var words = new Words();
        resources(land, words, into);
        each(forms, Map.of(), row -> into.take(row.get("node").asLong(), owner(row, true, land, words)));
    }

    private void resources(Land land, Words words, Things into) {
        var providers = links(provided, land.nodes());
        var systems = links(hosted, land.systemNodes());
        each(resources, Map.of(), row -> {
            var node = row.get("node").asLong();
            into.take(
                    node,
                    owner(
                            row,
                            false,
                            land,
                            words,
                            land.nodes().at(providers.get(node)),
                            land.systemNodes().at(systems.get(node))));
        });
    }

    /// By the number of a node, the place among some keys of that one of them to which it is linked: of several the
    /// first.
    private Nodes links(Statement statement, Keys keys) {
        var places = new Nodes();
        each(statement, Map.of(), row -> {
            var place = keys.place(row.get(1).asLong());
            if (place >= 0) {
                places.putLeast(row.get(0).asLong(), place);
            }
        });
        return places;
    }

    private void fields(Represented represented, Supplier<Understanding> understanding, Things into, Keeper keeper) {
        var words = new Words();
        var likenesses = new Likenesses(understanding.get(), units, words, keeper::proposed);
        each(fields, Map.of(), row -> {
            var node = row.get(NODE).asLong();
            var read = FieldRow.from(row, represented.firstOf(node), words);
            into.fields().put(node, field(read, node, likenesses, into.draft(), keeper));
        });
    }

    /// What was read of the graph, and where it lies there. What came between is left to the next time.
    private record Things(Scene.Draft draft, Nodes fields, Keys owners) {

        void take(long node, Scene.Owner owner) {
            draft.owner(owner);
            owners.put(node, owner.key());
        }

        void derived(int user, int source) {
            var one = fields.get(user);
            var other = fields.get(source);
            if (one >= 0 && other >= 0) {
                draft.derived(one, other);
            }
        }

        void wholeDerived(int user, int source) {
            var one = owners.get(user);
            var other = owners.get(source);
            if (one != null && other != null) {
                draft.derived(one, other);
            }
        }

        void used(int resource, String consumer) {
            var one = owners.get(resource);
            if (one != null) {
                draft.consumer(one, consumer);
            }
        }
    }

    /// @return whether the lineage is held in memory, for that day
    private boolean fromMemory(LocalDate day, Land land, Things read) {
        return memory.ask(day, image -> {
                    image.eachDerived(read::derived);
                    image.eachWholeDerived(read::wholeDerived);
                    image.eachUsed(day, (resource, consumer) -> read.used(resource, land.key(consumer)));
                    return true;
                })
                .isPresent();
    }

    /// What is derived from what, and who may use what, beside the fields, that are read at the same time.
    private Flows flowsOfTheGraph(LocalDate day, Land land) {
        var flows = new Flows();
        each(fieldRows, Map.of("day", day), row -> flows.fields.add(node(row, 0), node(row, 1)));
        each(wholeRows, Map.of("day", day), row -> flows.wholes.add(node(row, 0), node(row, 1)));
        each(uses, Map.of("day", day), row -> {
            var consumer = land.nodes().get(node(row, 1));
            if (consumer != null) {
                flows.used.add(node(row, 0));
                flows.consumers.add(consumer);
            }
        });
        return flows;
    }

    private static int node(Record row, int place) {
        return Math.toIntExact(row.get(place).asLong());
    }

    /// By the numbers of the nodes.
    private static final class Flows {

        private final Pairs fields = new Pairs();
        private final Pairs wholes = new Pairs();
        private final IntArrayList used = new IntArrayList();
        private final List<String> consumers = new ArrayList<>();

        void into(Things read) {
            fields.each(read::derived);
            wholes.each(read::wholeDerived);
            for (int i = 0; i < used.size(); i++) {
                read.used(used.getInt(i), consumers.get(i));
            }
        }
    }

    private static final class Pairs {

        private final IntArrayList ones = new IntArrayList();
        private final IntArrayList others = new IntArrayList();

        void add(int one, int other) {
            ones.add(one);
            others.add(other);
        }

        void each(Image.Derived to) {
            for (int i = 0; i < ones.size(); i++) {
                to.from(ones.getInt(i), others.getInt(i));
            }
        }
    }

    /// The keys of what is at nodes.
    static final class Keys {

        private final Nodes numbers = new Nodes();
        private final List<String> keys = new ArrayList<>();

        void put(long node, String key) {
            numbers.put(node, keys.size());
            keys.add(key);
        }

        /// @return null for a node that came between
        @Nullable
        String get(long node) {
            return at(place(node));
        }

        /// @return -1 for a node that came between
        int place(long node) {
            return numbers.get(node);
        }

        /// @param place of a key; none is at -1
        @Nullable
        String at(int place) {
            return place < 0 ? null : keys.get(place);
        }
    }

    /// Understands a field and puts it into a draft.
    ///
    /// @return its number there
    private static int field(FieldRow read, long node, Likenesses likenesses, Scene.Draft draft, Keeper keeper) {
        var owner = read.owner() == null ? null : draft.owner(read.owner());
        return owner == null
                ? draft.field(read.key())
                : draft.field(owner.key(), understood(read, node, owner, likenesses, keeper));
    }

    static Scene.Field understood(
            FieldRow read, @Nullable Long node, Scene.Owner owner, Likenesses likenesses, Keeper keeper) {
        var meant = likenesses.meant(read, owner).orElse(null);
        var kept = meant == null ? null : meant.kept();
        var proposal = meant == null ? null : meant.proposal();
        if (read.isOther(kept, proposal)) {
            keeper.understood(new Understood(read.key(), node, read.isMoved(kept), kept, proposal));
        }
        return likenesses.field(read, owner, meant);
    }

    /// By the number that a node has in the graph for the time of one transaction, the field's number in a draft. What
    /// is derived from what is told by these: the keys of both ends would be most of what has to be read.
    static final class Nodes {

        private int[] numbers = new int[1 << 16];

        void put(long node, int number) {
            var at = Math.toIntExact(node);
            if (at >= numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(at + 1, numbers.length + (numbers.length >> 1)));
            }
            numbers[at] = number + 1;
        }

        /// Of several numbers the least.
        void putLeast(long node, int number) {
            var before = get(node);
            if (before < 0 || number < before) {
                put(node, number);
            }
        }

        /// @return -1 for a node that came between
        int get(long node) {
            return node < numbers.length ? numbers[(int) node] - 1 : -1;
        }
    }

    /// What of a kept scene has to be read anew.
    ///
    /// @param owners  keys of resources and forms
    /// @param systems keys
    /// @param units   keys of units of which a designation may have changed
    record Again(Set<String> owners, Set<String> systems, Set<String> units) {}

    record Taken(Scene.Touched touched, Collection<Scene.Owner> owners) {}

    /// Reads again what may be another now, and takes it over into a kept scene.
    ///
    /// @param keeper is told of which unit fields are now, where that is another than the graph says
    Taken again(Kept kept, Understanding understanding, LocalDate day, Again again, Keeper keeper) {
        each(systemsByKey, Map.of("keys", List.copyOf(again.systems())), row -> system(row, kept.land.systems()));
        var keys = List.copyOf(again.owners());
        var owners = new HashMap<String, Scene.Owner>();
        var words = new Words();
        owners(keys, kept.land, words, owner -> owners.put(owner.key(), owner));
        var fields = new HashMap<String, List<Scene.Field>>();
        var fieldKeys = new ArrayList<String>();
        var likenesses = new Likenesses(understanding, units, words, keeper::proposed);
        each(fieldsOfOwners, Map.of("owners", keys), row -> {
            var read = FieldRow.from(row, words);
            var owner = read.owner() == null ? null : owners.get(read.owner());
            if (owner != null) {
                fields.computeIfAbsent(owner.key(), key -> new ArrayList<>())
                        .add(understood(read, null, owner, likenesses, keeper));
                fieldKeys.add(read.key());
            }
        });
        var rows = fieldRows(fieldKeys, day);
        var wholes = wholeRows(keys, day);
        var consumers = consumers(keys, kept.land, day);
        var standings = new HashMap<String, @Nullable Standing>();
        again.units().forEach(unit -> standings.put(unit, null));
        standings.putAll(ledger.standingsOf(again.units()));
        var touched = kept.scene.take(new Scene.Now(
                owners.values(),
                fields,
                rows,
                wholes,
                consumers,
                standings,
                again.units().isEmpty() ? null : scoped()));
        return new Taken(touched, owners.values());
    }

    /// Resources and forms by their keys, with their systems, which the land comes to know.
    void owners(Collection<String> keys, Land land, Words words, Consumer<Scene.Owner> take) {
        var resources = new ArrayList<Record>();
        var forms = new ArrayList<Record>();
        each(resourcesByKey, Map.of("keys", keys), resources::add);
        each(formsByKey, Map.of("keys", keys), forms::add);
        var missing = Stream.concat(resources.stream(), forms.stream())
                .map(row -> key(row, "systems"))
                .filter(Objects::nonNull)
                .filter(system -> !land.systems().containsKey(system))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            each(systemsByKey, Map.of("keys", missing), row -> system(row, land.systems()));
        }
        resources.forEach(row -> take.accept(owner(row, false, land, words)));
        forms.forEach(row -> take.accept(owner(row, true, land, words)));
    }

    /// By the keys of fields, those of what they are derived from, one step.
    Map<String, List<String>> fieldRows(Collection<String> fields, LocalDate day) {
        return rows(fieldRowsOf, Map.of("keys", List.copyOf(fields), "day", day));
    }

    /// By the keys of resources and forms, those of what they are derived from as a whole, one step.
    Map<String, List<String>> wholeRows(Collection<String> owners, LocalDate day) {
        return rows(wholeRowsOf, Map.of("keys", List.copyOf(owners), "day", day));
    }

    Map<String, Standing> standings(Collection<String> units) {
        return ledger.standingsOf(units);
    }

    Memory memory() {
        return memory;
    }

    /// The id of a unit's node; null where it has none.
    @Nullable
    Long nodeOf(String unit) {
        return nodes.ofUnits(List.of(unit)).get(unit);
    }

    Likenesses likenesses(Understanding understanding, Words words) {
        return new Likenesses(understanding, units, words, Keeper.NOTHING::proposed);
    }

    /// What decides about some fields or entries, on a day.
    Surroundings around(Understanding understanding, LocalDate day) {
        return around(understanding, day, Surroundings.MOST);
    }

    /// @param most up to how many fields a unit is read whole
    Surroundings around(Understanding understanding, LocalDate day, int most) {
        return new Surroundings(this, surroundings, understanding, day, most);
    }

    Map<String, Set<String>> consumers(Collection<String> resources, Land land, LocalDate day) {
        var consumers = new HashMap<String, Set<String>>();
        sharing.uses(resources, day)
                .forEach(use -> consumers
                        .computeIfAbsent(use.resource(), key -> new HashSet<>())
                        .add(land.key(use.consumer())));
        return consumers;
    }

    /// The fields of some resources and forms, as people see them.
    List<DataField> fieldsOf(Collection<String> owners) {
        var words = new Words();
        var keys = new ArrayList<String>();
        each(
                fieldsOfOwners,
                Map.of("owners", List.copyOf(owners)),
                row -> keys.add(FieldRow.from(row, words).key()));
        var fields = new ArrayList<DataField>();
        keys.sort(Codes.ORDER);
        keys.forEach(key -> catalog.find(Kind.DATA_FIELD, key).ifPresent(one -> fields.add((DataField) one)));
        return fields;
    }

    private Land land() {
        var land = lands.anew();
        each(systems, Map.of(), row -> land.systemNodes().put(row.get("node").asLong(), system(row, land.systems())));
        return land;
    }

    /// Without the systems, for who wants few of them.
    Land ground(LocalDate day) {
        return lands.on(day);
    }

    /// @return its key
    private static String system(Record row, Map<String, Scene.InformationSystem> systems) {
        var of = new Projection(row.get("system"));
        var key = of.text("key");
        systems.put(key, new Scene.InformationSystem(key, of.text("code"), of.text("name"), of.textOrNull("status")));
        return key;
    }

    private static Scene.Owner owner(Record row, boolean form, Land land, Words words) {
        return owner(row, form, land, words, key(row, "departments"), key(row, "systems"));
    }

    /// @param department the key of its provider
    /// @param system     the key of what keeps it
    private static Scene.Owner owner(
            Record row, boolean form, Land land, Words words, @Nullable String department, @Nullable String system) {
        var of = new Projection(row.get("owner"));
        var submissions = form ? of.numberOrNull("submissionsPerYear") : null;
        var key = of.text("key");
        var code = of.text("code");
        return new Scene.Owner(
                key,
                code.equals(key) ? key : code,
                words.word(of.text("name")),
                form,
                department == null ? null : land.departments().get(department),
                system == null ? null : land.systems().get(system),
                words.same(of.textOrNull("subject")),
                of.textOrNull("summary"),
                words.same(of.textOrNull("population")),
                words.same(of.textOrNull("respondent")),
                row.get("regions").isEmpty()
                        ? null
                        : words.same(row.get("regions").get(0).asString()),
                words.same(of.textOrNull("exemption")),
                words.same(of.textOrNull("sharing")),
                words.same(of.textOrNull("notSharedBasis")),
                words.same(of.textOrNull("basisRank")),
                words.same(of.textOrNull("status")),
                words.same(of.textOrNull("library")),
                words.same(of.textOrNull("published")),
                submissions == null ? 0 : submissions);
    }

    private static @Nullable String key(Record row, String list) {
        var keys = row.get(list);
        return keys.isEmpty() ? null : keys.get(0).asString();
    }

    /// The unit that a reading comes to.
    Unit unit(Reading reading, @Nullable String ownerSubject, @Nullable String respondent) {
        return Likenesses.unit(units, reading, ownerSubject, respondent);
    }

    /// By the keys of the users, those of what they are derived from, in order.
    private Map<String, List<String>> rows(Statement statement, Map<String, Object> parameters) {
        var rows = new HashMap<String, List<String>>();
        each(
                statement,
                parameters,
                row -> rows.computeIfAbsent(row.get(0).asString(), key -> new ArrayList<>(2))
                        .add(row.get(1).asString()));
        rows.values().forEach(these -> these.sort(Codes.ORDER));
        return rows;
    }

    Collection<Scene.ScopedUnit> scoped() {
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
        statement.each(graph, parameters, take);
    }
}
