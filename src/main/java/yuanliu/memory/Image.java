package yuanliu.memory;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntComparator;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// The lineage of one day, and what its fields belong to, over numbers. Who reads it holds the reading lock of its
/// [Memory]; what has changed in the graph is brought into it under the writing lock.
public final class Image {

    static final int NONE = Flow.NONE;

    /// Of how many fields of a unit it is remembered that they may take another's place.
    private static final int SPARES = 64;

    /// What is known of a resource or form.
    ///
    /// @param department its number; -1 when none answers for it
    /// @param system     its number; -1 when it is in none
    public record OwnerFacts(
            @Nullable String status,
            @Nullable String cycle,
            @Nullable String sharing,
            int department,
            int system) {}

    /// @param department the number of who operates it; -1 when nobody is said to
    public record SystemFacts(String key, @Nullable String status, int department) {}

    /// The parties to what flows, each known by its number, which is its place here.
    ///
    /// @param departments their keys
    public record Parties(List<String> departments, List<SystemFacts> systems) {}

    /// Agreements in force, by which resources are used: each known by its place here.
    public static final class Uses {

        private final IntArrayList owner = new IntArrayList();
        private final LongArrayList agreement = new LongArrayList();
        private final IntArrayList consumer = new IntArrayList();
        private final IntArrayList system = new IntArrayList();
        private final LongArrayList calls = new LongArrayList();
        private final IntArrayList missing = new IntArrayList();

        /// @param owner     the number of the resource in the flow
        /// @param agreement the id of its node, or whatever else tells it from the others
        /// @param consumer  the number of the department that uses it
        /// @param system    the number of the system that does; -1 for none
        /// @param missing   a bit for each thing that it does not say: basis, purpose, method, since when, until when
        public void add(int owner, long agreement, int consumer, int system, long calls, int missing) {
            this.owner.add(owner);
            this.agreement.add(agreement);
            this.consumer.add(consumer);
            this.system.add(system);
            this.calls.add(calls);
            this.missing.add(missing);
        }

        private void clear() {
            owner.clear();
            agreement.clear();
            consumer.clear();
            system.clear();
            calls.clear();
            missing.clear();
        }

        public int size() {
            return owner.size();
        }

        public int owner(int use) {
            return owner.getInt(use);
        }

        public long agreement(int use) {
            return agreement.getLong(use);
        }

        public int consumer(int use) {
            return consumer.getInt(use);
        }

        public int system(int use) {
            return system.getInt(use);
        }

        public long calls(int use) {
            return calls.getLong(use);
        }

        public int missing(int use) {
            return missing.getInt(use);
        }
    }

    /// What a walk has come to.
    ///
    /// @param fields by the number of each field in the flow, its number here
    /// @param owners likewise
    public record Walked(Flow flow, IntArrayList fields, IntArrayList owners) {}

    private volatile LocalDate day;
    private volatile @Nullable Parties parties;
    /// The first day on which other rows hold; null when the rows that are there hold for ever.
    @Nullable
    LocalDate boundary;

    final Words words = new Words(Short.MAX_VALUE);
    final Words activities = new Words(Byte.MAX_VALUE);
    final Ids ids = new Ids();
    final List<String> departments = new ArrayList<>();
    final List<String> systems = new ArrayList<>();
    final IntArrayList systemDepartment = new IntArrayList();
    final IntArrayList systemStatus = new IntArrayList();
    final IntArrayList units = new IntArrayList();
    final OwnerColumns owners;
    final FieldColumns fields;
    final Agreements agreements = new Agreements();
    Held held = Held.nothing();
    private final Map<Integer, Spares> spares = new ConcurrentHashMap<>();
    Adjacency fieldsOf = nothing();
    Adjacency sourcesOf = nothing();
    Adjacency usersOf = nothing();
    Adjacency wholeSourcesOf = nothing();
    Adjacency wholeUsersOf = nothing();
    volatile Order fieldOrder = Order.AS_NUMBERED;
    volatile Order ownerOrder = Order.AS_NUMBERED;

    Image(LocalDate day, int owners, int fields) {
        this.day = day;
        this.owners = new OwnerColumns(owners);
        this.fields = new FieldColumns(fields);
    }

    private static Adjacency nothing() {
        return Adjacency.of(0, 0, new int[0], new int[0], new byte[0]);
    }

    static final class OwnerColumns {
        int size;
        int[] id;
        boolean[] form;
        short[] status;
        short[] cycle;
        short[] sharing;
        int[] department;
        int[] system;

        OwnerColumns(int capacity) {
            id = new int[capacity];
            form = new boolean[capacity];
            status = new short[capacity];
            cycle = new short[capacity];
            sharing = new short[capacity];
            department = new int[capacity];
            system = new int[capacity];
        }

        int add() {
            if (size == id.length) {
                var larger = size + (size >> 3) + 16;
                id = Arrays.copyOf(id, larger);
                form = Arrays.copyOf(form, larger);
                status = Arrays.copyOf(status, larger);
                cycle = Arrays.copyOf(cycle, larger);
                sharing = Arrays.copyOf(sharing, larger);
                department = Arrays.copyOf(department, larger);
                system = Arrays.copyOf(system, larger);
            }
            return size++;
        }

        /// Takes over what a row says.
        void say(int owner, Record row, Words words, int department, int system) {
            status[owner] = words.number(Reading.text(row.get("status")));
            cycle[owner] = words.number(Reading.text(row.get("cycle")));
            sharing[owner] = words.number(Reading.text(row.get("sharing")));
            this.department[owner] = department;
            this.system[owner] = system;
        }

        long bytes() {
            return 19L * id.length;
        }
    }

    static final class FieldColumns {
        int size;
        int[] id;
        int[] owner;
        int[] unit;
        short[] acquisition;
        boolean[] withheld;

        FieldColumns(int capacity) {
            id = new int[capacity];
            owner = new int[capacity];
            unit = new int[capacity];
            acquisition = new short[capacity];
            withheld = new boolean[capacity];
        }

        int add() {
            if (size == id.length) {
                var larger = size + (size >> 3) + 16;
                id = Arrays.copyOf(id, larger);
                owner = Arrays.copyOf(owner, larger);
                unit = Arrays.copyOf(unit, larger);
                acquisition = Arrays.copyOf(acquisition, larger);
                withheld = Arrays.copyOf(withheld, larger);
            }
            return size++;
        }

        /// Takes over what a row says.
        void say(int field, Record row, Words words, int owner, int unit) {
            this.owner[field] = owner;
            this.unit[field] = unit;
            acquisition[field] = words.number(Reading.text(row.get("acquisition")));
            withheld[field] = row.get("withheld").asBoolean(false);
        }

        long bytes() {
            return 15L * id.length;
        }
    }

    /// The day whose rows it holds.
    public LocalDate day() {
        return day;
    }

    /// No row begins or ends on the day after, so that it holds on another day too.
    void holdOn(LocalDate other) {
        day = other;
    }

    public int fields() {
        return fields.size;
    }

    /// In bytes, about.
    long bytes() {
        return fields.bytes()
                + owners.bytes()
                + ids.size()
                + fieldsOf.size()
                + sourcesOf.size()
                + usersOf.size()
                + wholeSourcesOf.size()
                + wholeUsersOf.size()
                + agreements.bytes()
                + held.bytes()
                + 120L * (departments.size() + systems.size());
    }

    /// The number of a field by the id of its node; -1 when it is not here.
    public int field(long node) {
        return ids.number(node, Ids.Kind.FIELD);
    }

    /// The number of a resource or form by the id of its node; -1 when it is not here.
    public int owner(long node) {
        return ids.number(node, Ids.Kind.OWNER);
    }

    /// The number of what a field belongs to; -1 when it belongs to nothing.
    public int ownerOf(int field) {
        return fields.owner[field];
    }

    /// The number of the department that answers for a field; -1 when none does.
    public int departmentOf(int field) {
        var owner = fields.owner[field];
        return owner == NONE ? NONE : owners.department[owner];
    }

    /// By which way a field was come by.
    public @Nullable String acquisitionOf(int field) {
        return words.word(fields.acquisition[field]);
    }

    /// The numbers of the fields that hold a unit.
    ///
    /// @param node the id of the unit's node
    public void eachHolder(long node, IntConsumer field) {
        var unit = ids.number(node, Ids.Kind.UNIT);
        if (unit != NONE) {
            eachHolding(unit, field);
        }
    }

    /// The id of a field's node.
    public long fieldNode(int field) {
        return fields.id[field];
    }

    /// The id of the node of a resource or form.
    public long ownerNode(int owner) {
        return owners.id[owner];
    }

    /// The ids of the nodes of all fields, by their numbers: those that are there keep theirs.
    public int[] fieldNodes() {
        return fields.id;
    }

    /// As [#fieldNodes()], of resources and forms.
    public int[] ownerNodes() {
        return owners.id;
    }

    public OwnerFacts ownerFacts(int owner) {
        return new OwnerFacts(
                words.word(owners.status[owner]),
                words.word(owners.cycle[owner]),
                words.word(owners.sharing[owner]),
                owners.department[owner],
                owners.system[owner]);
    }

    /// As they are now: what comes later is not among them.
    public Parties parties() {
        var known = parties;
        if (known == null) {
            var facts = new ArrayList<SystemFacts>(systems.size());
            for (int system = 0; system < systems.size(); system++) {
                facts.add(new SystemFacts(
                        systems.get(system), words.word(systemStatus.getInt(system)), systemDepartment.getInt(system)));
            }
            known = new Parties(List.copyOf(departments), List.copyOf(facts));
            parties = known;
        }
        return known;
    }

    /// Departments or systems are other than they were.
    void partiesChanged() {
        parties = null;
    }

    /// Fields in the order of their codes, as they are now: what comes later is not in it.
    public IntComparator fieldsByCode() {
        return fieldOrder;
    }

    /// As [#fieldsByCode()], of resources or of forms.
    public IntComparator ownersByCode() {
        return ownerOrder;
    }

    /// Takes a row by which something is derived.
    public interface Derived {

        /// @param user   the id of the node of what is derived
        /// @param source of that from which it is
        void from(int user, int source);
    }

    /// Every row between fields.
    public void eachDerived(Derived row) {
        each(sourcesOf, fields.id, fields.size, row);
    }

    /// Every row between resources and forms as wholes.
    public void eachWholeDerived(Derived row) {
        each(wholeSourcesOf, owners.id, owners.size, row);
    }

    private static void each(Adjacency sourcesOf, int[] ids, int size, Derived row) {
        for (int user = 0; user < size; user++) {
            var node = ids[user];
            sourcesOf.each(user, (source, by) -> row.from(node, ids[source]));
        }
    }

    /// Takes who may use a resource.
    public interface Used {

        /// @param resource   the id of its node
        /// @param department the key of who may use it
        void by(int resource, String department);
    }

    /// Who may use which resource by an agreement in force, one pair perhaps several times.
    public void eachUsed(LocalDate on, Used use) {
        var today = on.toEpochDay();
        var some = new Uses();
        for (int owner = 0; owner < owners.size; owner++) {
            some.clear();
            agreements.addTo(some, owner, owner, today);
            for (int at = 0; at < some.size(); at++) {
                use.by(owners.id[owner], departments.get(some.consumer(at)));
            }
        }
    }

    /// Goes from some fields by rows between fields alone, without saying by which rows.
    ///
    /// @param starts numbers of fields, none of them twice
    public Reached reach(int[] starts, boolean downstream) {
        return new Reaching(downstream ? usersOf : sourcesOf, fields.size).from(starts);
    }

    /// What a walk has come to that does not say by which rows.
    ///
    /// @param fields  the numbers of those at which it begins, then of what each hop comes to
    /// @param ends    of the beginning, then of each hop, the place behind its last
    /// @param leading the places from which rows lead on
    public record Reached(int[] fields, IntArrayList ends, BitSet leading) {}

    /// Goes from some fields by rows between fields and by rows between wholes, and says by which.
    ///
    /// @param starts   numbers of fields, none of them twice
    /// @param owners   what these belong to
    /// @param whole    whether the owners themselves are asked of
    /// @param allLinks whether rows count too that lead to what has been reached before
    public Walked walkWholes(int[] starts, int[] owners, boolean whole, boolean downstream, boolean allLinks) {
        return new Walker(this, new Flow(starts.length, whole), downstream, allLinks).from(starts, owners);
    }

    /// The agreements in force of the resources that a flow begins at or has come to.
    public Uses used(Walked walked, LocalDate day) {
        var used = new Uses();
        var today = day.toEpochDay();
        for (int number = 0; number < walked.owners().size(); number++) {
            var owner = walked.owners().getInt(number);
            if (!owners.form[owner]) {
                agreements.addTo(used, number, owner, today);
            }
        }
        return used;
    }

    /// The fields that hold a unit and that somebody answers for, by how these came by them, each list by codes.
    ///
    /// @param node  the id of the unit's node
    /// @param words how they may have come by them; what was come by otherwise is the last list
    public List<IntArrayList> holders(long node, List<String> words) {
        var lists = new ArrayList<IntArrayList>();
        var listOf = new int[this.words.size()];
        Arrays.fill(listOf, words.size());
        for (int word = 0; word < words.size(); word++) {
            var number = this.words.find(words.get(word));
            if (number >= 0) {
                listOf[number] = word;
            }
            lists.add(new IntArrayList());
        }
        lists.add(new IntArrayList());
        var unit = ids.number(node, Ids.Kind.UNIT);
        if (unit != NONE) {
            eachHolding(unit, field -> {
                if (departmentOf(field) != NONE) {
                    lists.get(listOf[fields.acquisition[field]]).add(field);
                }
            });
            if (fieldOrder.placed() > 0 || !held.isInOrder(unit)) {
                lists.forEach(list -> fieldOrder.sort(list.elements(), list.size()));
            }
        }
        return lists;
    }

    /// For the fields of a flow, a field of the same unit from which the same datum can be had instead: collected or
    /// made by its own department, to be shared, and live. The designated comes first, then what is shared without
    /// condition, then the first by its code.
    ///
    /// @param designated which fields of some units are designated sources, by the ids of the nodes of units and
    /// fields; it is asked only where that decides
    /// @return by the number of each field in the flow, that of its alternative here, or -1
    public int[] alternatives(Walked walked, Function<LongList, LongSet> designated) {
        var hit = Marks.of(walked.fields().size());
        var best = new Int2IntOpenHashMap();
        best.defaultReturnValue(NONE);
        var found = new int[walked.fields().size()];
        for (int i = 0; i < found.length; i++) {
            var field = walked.fields().getInt(i);
            hit.add(field);
            found[i] = fields.unit[field];
        }
        var manifold = new LongArrayList();
        var before = NONE;
        for (var unit : found) {
            if (unit != before && unit != NONE && !best.containsKey(unit)) {
                var known = spares(unit);
                best.put(unit, spare(unit, known, hit));
                if (known.first().length > 1) {
                    manifold.add(units.getInt(unit));
                }
            }
            before = unit;
        }
        if (!manifold.isEmpty()) {
            prefer(designated.apply(manifold), best, hit);
        }
        for (int i = 0; i < found.length; i++) {
            found[i] = found[i] == NONE ? NONE : best.get(found[i]);
        }
        return found;
    }

    /// A designated source comes before all that are not.
    private void prefer(LongSet designated, Int2IntOpenHashMap best, Marks hit) {
        var preferred = new Int2IntOpenHashMap();
        preferred.defaultReturnValue(NONE);
        for (var node : designated) {
            var field = field(node);
            if (field != NONE && !hit.has(field) && best.containsKey(fields.unit[field]) && isSpare(field)) {
                var other = preferred.get(fields.unit[field]);
                if (other == NONE || bySharing(field, other) < 0) {
                    preferred.put(fields.unit[field], field);
                }
            }
        }
        best.putAll(preferred);
    }

    /// Fields of a unit from which others can have the same datum: the first of them in order.
    private record Spares(int[] first, boolean more) {}

    private Spares spares(int unit) {
        var known = spares.get(unit);
        if (known == null) {
            var all = allSpares(unit);
            known = new Spares(all.subList(0, Math.min(SPARES, all.size())).toIntArray(), all.size() > SPARES);
            spares.put(unit, known);
        }
        return known;
    }

    private int spare(int unit, Spares known, Marks hit) {
        for (var field : known.first()) {
            if (!hit.has(field)) {
                return field;
            }
        }
        return known.more()
                ? allSpares(unit)
                        .intStream()
                        .filter(field -> !hit.has(field))
                        .findFirst()
                        .orElse(NONE)
                : NONE;
    }

    private IntArrayList allSpares(int unit) {
        var all = new IntArrayList();
        eachHolding(unit, field -> {
            if (isSpare(field)) {
                all.add(field);
            }
        });
        all.sort(this::bySharing);
        return all;
    }

    /// Rows, owners or systems are other than they were.
    void sparesChanged() {
        spares.clear();
    }

    private void eachHolding(int unit, IntConsumer field) {
        held.each(unit, one -> {
            if (fields.unit[one] == unit) {
                field.accept(one);
            }
        });
    }

    private boolean isSpare(int field) {
        var acquisition = words.word(fields.acquisition[field]);
        return ("采集".equals(acquisition) || "产生".equals(acquisition)) && canBeHad(field);
    }

    private boolean canBeHad(int field) {
        var owner = fields.owner[field];
        if (owner == NONE || owners.form[owner] || fields.withheld[field]) {
            return false;
        }
        var status = words.word(owners.status[owner]);
        var system = owners.system[owner];
        var systemStatus = system == NONE ? null : words.word(this.systemStatus.getInt(system));
        return !"不予共享".equals(words.word(owners.sharing[owner]))
                && (status == null || status.equals("已发布"))
                && !"停用".equals(systemStatus)
                && !"测试".equals(systemStatus);
    }

    private int bySharing(int one, int other) {
        var byClass = Integer.compare(sharingRank(one), sharingRank(other));
        return byClass != 0 ? byClass : fieldOrder.compare(one, other);
    }

    /// What says nothing of its sharing stands before all that do, as in the graph's own order.
    private int sharingRank(int field) {
        var sharing = words.word(owners.sharing[fields.owner[field]]);
        return sharing == null ? 0 : sharing.equals("无条件共享") ? 1 : 2;
    }
}
