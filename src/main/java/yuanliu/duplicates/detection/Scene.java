package yuanliu.duplicates.detection;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Regions;
import yuanliu.duplicates.understanding.Reading;
import yuanliu.ownership.Standing;
import yuanliu.ownership.Unit;
import yuanliu.web.Codes;

/// The part of the graph that is looked at, on one day: the whole of it, or what touches some units and entries.
///
/// A nation has twenty million fields, so a field is no object here but a number: which owner's it is, and what is
/// filed of it, of which there is far less than there are fields. What is wanted of it is put together when it is asked
/// for.
public final class Scene {

    /// @param line the key that stands for all departments joined by 业务指导
    public record Department(
            String key,
            String code,
            String name,
            @Nullable String level,
            @Nullable String region,
            boolean authority,
            String line) {}

    public record InformationSystem(
            String key, String code, String name, @Nullable String status) {}

    /// A resource or a form.
    ///
    /// @param region of a form, where it says so; else its department's counts
    /// @param submissions a year
    public record Owner(
            String key,
            String code,
            String name,
            boolean form,
            @Nullable Department department,
            @Nullable InformationSystem system,
            @Nullable String subject,
            @Nullable String summary,
            @Nullable String population,
            @Nullable String respondent,
            @Nullable String region,
            @Nullable String exemption,
            @Nullable String sharing,
            @Nullable String notSharedBasis,
            @Nullable String basisRank,
            @Nullable String status,
            @Nullable String library,
            @Nullable String published,
            long submissions) {}

    /// What is filed of a field, whichever owner's it is, and the unit it was understood to be of. Many fields have it
    /// in common, and it is in memory once.
    ///
    /// @param key         what stands behind the owner's key, `#` first; the whole key where it does not begin with
    /// that
    /// @param code        what stands behind the owner's code, likewise
    /// @param acquisition as filed
    /// @param unit        null when nothing says of which unit it is
    /// @param unitKey     of that unit
    public record Field(
            String key,
            String code,
            String name,
            @Nullable String acquisition,
            @Nullable String sharing,
            @Nullable Unit unit,
            @Nullable String unitKey,
            @Nullable Reading reading) {

        /// What stands behind an owner's key, or code, in that of a field.
        public static String behind(String owner, String whole) {
            return whole.startsWith(owner) && whole.startsWith("#", owner.length())
                    ? whole.substring(owner.length())
                    : whole;
        }

        private static String whole(String owner, String behind) {
            return behind.startsWith("#") ? owner.concat(behind) : behind;
        }

        boolean isOf(@Nullable String other) {
            return unitKey != null && unitKey.equals(other);
        }

        /// What is cheap to count: what many have in common is told apart by it well enough.
        @Override
        public int hashCode() {
            return (key.hashCode() * 31 + Objects.hashCode(acquisition)) * 31 + Objects.hashCode(unitKey);
        }
    }

    /// A field of an owner's, put together when it is asked for.
    public static final class Member {

        private static final double LEAST_SURE = 0.78;

        private final int number;
        private final Owner owner;
        private final Field field;
        private @Nullable String key;
        private @Nullable String code;

        private Member(int number, Owner owner, Field field) {
            this.number = number;
            this.owner = owner;
            this.field = field;
        }

        int number() {
            return number;
        }

        public Owner owner() {
            return owner;
        }

        public String key() {
            var known = key;
            if (known == null) {
                known = Field.whole(owner.key(), field.key());
                key = known;
            }
            return known;
        }

        public String code() {
            var known = code;
            if (known == null) {
                known = Field.whole(owner.code(), field.code());
                code = known;
            }
            return known;
        }

        public String name() {
            return field.name();
        }

        /// As filed.
        public @Nullable String acquisition() {
            return field.acquisition();
        }

        public @Nullable String sharing() {
            return field.sharing();
        }

        /// Null when nothing says of which unit it is.
        public @Nullable Unit unit() {
            return field.unit();
        }

        public @Nullable String unitKey() {
            return field.unitKey();
        }

        public @Nullable Reading reading() {
            return field.reading();
        }

        public double confidence() {
            var reading = field.reading();
            return reading == null ? 0 : reading.confidence();
        }

        public boolean filed() {
            var reading = field.reading();
            return reading != null && reading.filed();
        }

        /// Whether it is only like what it was taken for.
        public boolean tentative() {
            return !filed() && confidence() < LEAST_SURE;
        }

        public String shown() {
            return owner.name() + "." + name();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Member member && number == member.number && owner.equals(member.owner);
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    private static final Comparator<Member> BY_CODE = Comparator.comparing(Member::code, Codes.ORDER);

    private static final int NOBODY = -1;
    private static final int[] NONE = {};

    private final Regions regions;
    private final Map<String, Department> departments;

    /// By an owner's key its number, also of one that is only known to be derived from.
    private final Map<String, Integer> ownerNumbers;

    private final List<String> ownerKeys;
    private final List<@Nullable Owner> owners;

    /// An owner's fields lie beside each other, unless they have changed since.
    private final int[] fieldsFrom;

    private final int[] fieldsUpTo;
    private final Map<Integer, int[]> changedFields = new HashMap<>();

    /// By a field's number, whose it is, or [#NOBODY]'s.
    private final IntArrayList ownerOf = new IntArrayList();

    /// By a field's number. Of one that is nobody's only the key is known.
    private final List<Field> fields;

    /// The fields that do not begin with their owners' keys, by their keys.
    private final Map<String, Integer> strays = new HashMap<>();

    /// Whether the order of the numbers is that of the codes, within each owner and from one to the other.
    private boolean inOrder = true;

    private final TreeMap<String, IntArrayList> byUnit = new TreeMap<>(Codes.ORDER);
    private final Map<String, Unit> units = new HashMap<>();
    private final Rows fieldRows;
    private final Rows wholeRows;
    private final Rows consumers;
    private final Map<Integer, Set<String>> changedConsumers = new HashMap<>();
    private final List<String> consumerKeys;
    private final Map<String, Standing> standings;
    private final Map<String, List<ScopedUnit>> scopes = new HashMap<>();

    /// A unit with a scope.
    public record ScopedUnit(Unit unit, String region) {}

    /// What is read of a graph, as it comes. Everything has a number, by which what comes later names it.
    public static final class Draft {

        private final Map<String, Integer> ownerNumbers = new HashMap<>();
        private final List<String> ownerKeys = new ArrayList<>();
        private final List<@Nullable Owner> owners = new ArrayList<>();
        private final IntArrayList ownerOf = new IntArrayList();
        private final List<Field> fields = new ArrayList<>();
        private final Rows.Draft fieldRows = new Rows.Draft();
        private final Rows.Draft wholeRows = new Rows.Draft();
        private final Rows.Draft consumers = new Rows.Draft();
        private final Map<String, Integer> consumerNumbers = new HashMap<>();
        private final List<String> consumerKeys = new ArrayList<>();

        /// The one that was asked for last: fields of one owner mostly follow each other.
        private int lastOwner = NOBODY;

        public void owner(Owner owner) {
            owners.set(ownerNumber(owner.key()), owner);
        }

        public @Nullable Owner owner(String key) {
            var number = knownNumber(key);
            return number == NOBODY ? null : owners.get(number);
        }

        private int knownNumber(String key) {
            if (lastOwner == NOBODY || !ownerKeys.get(lastOwner).equals(key)) {
                lastOwner = ownerNumbers.getOrDefault(key, NOBODY);
            }
            return lastOwner;
        }

        private int ownerNumber(String key) {
            if (knownNumber(key) == NOBODY) {
                lastOwner = owners.size();
                owners.add(null);
                ownerKeys.add(key);
                ownerNumbers.put(key, lastOwner);
            }
            return lastOwner;
        }

        /// @param owner who is here
        public int field(String owner, Field field) {
            return field(ownerNumber(owner), field);
        }

        /// A field of which only the key is known: it is nobody's.
        public int field(String key) {
            return field(NOBODY, stray(key));
        }

        private int field(int owner, Field field) {
            ownerOf.add(owner);
            fields.add(field);
            return fields.size() - 1;
        }

        public void derived(int user, int source) {
            fieldRows.add(user, source);
        }

        public void derived(String user, String source) {
            wholeRows.add(ownerNumber(user), ownerNumber(source));
        }

        public void consumer(String resource, String consumer) {
            consumers.add(ownerNumber(resource), consumerNumbers.computeIfAbsent(consumer, key -> {
                consumerKeys.add(key);
                return consumerKeys.size() - 1;
            }));
        }
    }

    private static Field stray(String key) {
        return new Field(key, key, "", null, null, null, null, null);
    }

    /// @param standings by a unit's key, scoped ones too; a unit that is not there has no designation
    public Scene(
            Regions regions,
            Map<String, Department> departments,
            Draft draft,
            Map<String, Standing> standings,
            Collection<ScopedUnit> scoped) {
        this.regions = regions;
        this.departments = departments;
        this.standings = standings;
        this.ownerNumbers = draft.ownerNumbers;
        this.ownerKeys = draft.ownerKeys;
        this.owners = draft.owners;
        this.consumerKeys = draft.consumerKeys;
        this.fields = new ArrayList<>(draft.fields.size());
        this.fieldsFrom = new int[owners.size()];
        this.fieldsUpTo = new int[owners.size()];
        var now = layOut(draft);
        this.fieldRows =
                draft.fieldRows.rows(fields.size(), now, (one, other) -> Codes.ORDER.compare(keyOf(one), keyOf(other)));
        var same =
                IntStream.range(0, Math.max(owners.size(), consumerKeys.size())).toArray();
        this.wholeRows = draft.wholeRows.rows(
                owners.size(), same, (one, other) -> Codes.ORDER.compare(ownerKeyOf(one), ownerKeyOf(other)));
        this.consumers = draft.consumers.rows(owners.size(), same, Integer::compare);
        // Of units that differ in nothing but how they are written, the one that was read first counts.
        for (var field : draft.fields) {
            if (field.unitKey() != null) {
                units.putIfAbsent(field.unitKey(), Objects.requireNonNull(field.unit()));
            }
        }
        for (int number = 0; number < fields.size(); number++) {
            var unit = fields.get(number).unitKey();
            if (unit != null) {
                byUnit.computeIfAbsent(unit, key -> new IntArrayList()).add(number);
            }
        }
        scope(scoped);
    }

    /// Lays the fields by their owners' codes and each owner's by their own: so those of a unit come in the order of
    /// their codes as well.
    ///
    /// @return by the number that a field had in the draft, the one it has now
    private int[] layOut(Draft draft) {
        var ends = new int[owners.size() + 1];
        for (int i = 0; i < draft.fields.size(); i++) {
            ends[groupOf(draft, i)]++;
        }
        var sum = 0;
        for (int group = 0; group < ends.length; group++) {
            var count = ends[group];
            ends[group] = sum;
            sum += count;
        }
        var grouped = new int[sum];
        for (int i = 0; i < sum; i++) {
            grouped[ends[groupOf(draft, i)]++] = i;
        }
        var now = new int[sum];
        for (var owner : ownersByCode()) {
            var from = owner == 0 ? 0 : ends[owner - 1];
            var code = Objects.requireNonNull(owners.get(owner)).code();
            Rows.sort(
                    grouped,
                    from,
                    ends[owner],
                    (one, other) -> Codes.ORDER.compare(
                            Field.whole(code, draft.fields.get(one).code()),
                            Field.whole(code, draft.fields.get(other).code())));
            fieldsFrom[owner] = fields.size();
            for (int i = from; i < ends[owner]; i++) {
                now[grouped[i]] = lay(owner, draft.fields.get(grouped[i]));
            }
            fieldsUpTo[owner] = fields.size();
        }
        for (int i = owners.isEmpty() ? 0 : ends[owners.size() - 1]; i < sum; i++) {
            now[grouped[i]] = lay(NOBODY, draft.fields.get(grouped[i]));
        }
        return now;
    }

    private static int groupOf(Draft draft, int field) {
        var owner = draft.ownerOf.getInt(field);
        return owner == NOBODY ? draft.owners.size() : owner;
    }

    /// One whose code goes on behind another's and `#` may have fields between its: then their order is made.
    private int[] ownersByCode() {
        record Coded(int number, String code) {}
        var coded = new ArrayList<Coded>(owners.size());
        for (int number = 0; number < owners.size(); number++) {
            var owner = owners.get(number);
            if (owner != null) {
                coded.add(new Coded(number, owner.code().concat("#")));
                inOrder &= owner.code().indexOf('#') < 0;
            }
        }
        coded.sort(Comparator.comparing(Coded::code, Codes.ORDER));
        return coded.stream().mapToInt(Coded::number).toArray();
    }

    private int lay(int owner, Field field) {
        var number = fields.size();
        ownerOf.add(owner);
        fields.add(field);
        if (owner == NOBODY || !field.key().startsWith("#")) {
            strays.put(field.key(), number);
        }
        inOrder &= owner == NOBODY || field.code().startsWith("#");
        return number;
    }

    String keyOf(int number) {
        var owner = ownerOf.getInt(number);
        var key = fields.get(number).key();
        return owner == NOBODY
                ? key
                : Field.whole(Objects.requireNonNull(owners.get(owner)).key(), key);
    }

    private int numberOf(String key) {
        var stray = strays.get(key);
        if (stray != null) {
            return stray;
        }
        for (int at = key.indexOf('#'); at >= 0; at = key.indexOf('#', at + 1)) {
            var owner = ownerNumbers.get(key.substring(0, at));
            if (owner != null) {
                var behind = key.substring(at);
                for (var number : fieldsOf(owner)) {
                    if (fields.get(number).key().equals(behind)) {
                        return number;
                    }
                }
            }
        }
        return NOBODY;
    }

    private int[] fieldsOf(int owner) {
        var changed = changedFields.get(owner);
        return changed != null
                ? changed
                : owner < fieldsFrom.length
                        ? IntStream.range(fieldsFrom[owner], fieldsUpTo[owner]).toArray()
                        : NONE;
    }

    int numberOf(Owner owner) {
        return ownerNumbers.getOrDefault(owner.key(), NOBODY);
    }

    @Nullable
    Member member(int number) {
        var owner = ownerOf.getInt(number);
        return owner == NOBODY
                ? null
                : new Member(number, Objects.requireNonNull(owners.get(owner)), fields.get(number));
    }

    private void scope(Collection<ScopedUnit> scoped) {
        for (var one : scoped) {
            scopes.computeIfAbsent(unscoped(one.unit().key()), key -> new ArrayList<>())
                    .add(one);
        }
        scopes.values()
                .forEach(these ->
                        these.sort(Comparator.comparing(one -> one.unit().key(), Codes.ORDER)));
    }

    /// The key of a unit without its scope.
    public static String unscoped(String unit) {
        var scope = unit.lastIndexOf('@');
        return scope < 0 ? unit : unit.substring(0, scope);
    }

    /// The keys of all units that a member is of, in order.
    public Collection<String> unitKeys() {
        return byUnit.keySet();
    }

    public Unit unit(String key) {
        return Objects.requireNonNull(units.get(key), key);
    }

    /// By their codes.
    public List<Member> membersOf(String unit) {
        var numbers = byUnit.get(unit);
        if (numbers == null) {
            return List.of();
        }
        var members = new ArrayList<Member>(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            members.add(Objects.requireNonNull(member(numbers.getInt(i))));
        }
        if (!inOrder) {
            members.sort(BY_CODE);
        }
        return members;
    }

    public @Nullable Member member(String key) {
        var number = numberOf(key);
        return number == NOBODY ? null : member(number);
    }

    public Collection<Owner> owners() {
        return owners.stream().filter(Objects::nonNull).toList();
    }

    public @Nullable Owner owner(String key) {
        var number = ownerNumbers.get(key);
        return number == null ? null : owners.get(number);
    }

    public List<Member> fieldsOf(Owner owner) {
        var number = numberOf(owner);
        return number == NOBODY
                ? List.of()
                : Arrays.stream(fieldsOf(number)).mapToObj(this::member).toList();
    }

    public @Nullable Department department(@Nullable String key) {
        return key == null ? null : departments.get(key);
    }

    public @Nullable Standing standing(String unit) {
        return standings.get(unit);
    }

    public List<ScopedUnit> scopesOf(String unit) {
        return scopes.getOrDefault(unit, List.of());
    }

    public Set<String> consumersOf(Owner resource) {
        var number = numberOf(resource);
        return number == NOBODY ? Set.of() : consumersOf(number);
    }

    private Set<String> consumersOf(int resource) {
        var changed = changedConsumers.get(resource);
        return changed != null
                ? changed
                : Arrays.stream(consumers.sourcesOf(resource))
                        .mapToObj(consumerKeys::get)
                        .collect(Collectors.toSet());
    }

    /// Where an owner's data is collected; null when nobody says.
    public @Nullable String regionOf(Owner owner) {
        if (owner.region() != null) {
            return owner.region();
        }
        return owner.department() == null ? null : owner.department().region();
    }

    /// Whether two places have ground in common; a place that is not known may be any.
    public boolean overlap(@Nullable String one, @Nullable String other) {
        return regions.overlap(one, other);
    }

    /// Whether a region is another or lies in it.
    public boolean within(String region, String outer) {
        return regions.within(region, outer);
    }

    /// A region and all that it lies in, the nearest first.
    List<String> outward(String region) {
        return regions.outward(region);
    }

    /// The numbers of what a field is derived from, one step: by its own rows, and by the fields of its unit in what
    /// its owner as a whole is derived from.
    int[] upstream(int number) {
        var own = fieldRows.sourcesOf(number);
        var owner = ownerOf.getInt(number);
        var unit = fields.get(number).unitKey();
        if (owner == NOBODY || unit == null) {
            return own;
        }
        var wholes = wholeRows.sourcesOf(owner);
        if (wholes.length == 0) {
            return own;
        }
        var all = new LinkedHashSet<Integer>();
        for (var source : own) {
            all.add(source);
        }
        for (var whole : wholes) {
            for (var other : fieldsOf(whole)) {
                if (fields.get(other).isOf(unit)) {
                    all.add(other);
                }
            }
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The keys of the resources that an owner is derived from, as a whole or field by field; the former first.
    Set<String> directSourcesOf(Owner owner) {
        var number = numberOf(owner);
        var sources = new LinkedHashSet<String>();
        if (number == NOBODY) {
            return sources;
        }
        for (var whole : wholeRows.sourcesOf(number)) {
            sources.add(ownerKeyOf(whole));
        }
        for (var field : fieldsOf(number)) {
            for (var source : fieldRows.sourcesOf(field)) {
                var other = ownerOf.getInt(source);
                if (other != NOBODY && other != number) {
                    sources.add(ownerKeyOf(other));
                }
            }
        }
        return sources;
    }

    /// The numbers of all resources that an owner has something from, however far: field by field, or as a whole where
    /// a row says so.
    IntSet allSourcesOf(Owner owner) {
        var reached = new IntOpenHashSet();
        var seen = new IntOpenHashSet();
        var open = new IntArrayList();
        var wholes = new IntArrayList();
        wholes.add(numberOf(owner));
        add(fieldsOf(numberOf(owner)), seen, open);
        while (!wholes.isEmpty() || !open.isEmpty()) {
            if (!wholes.isEmpty()) {
                for (var source : wholeRows.sourcesOf(wholes.popInt())) {
                    if (owners.get(source) != null && reached.add(source)) {
                        wholes.add(source);
                        add(fieldsOf(source), seen, open);
                    }
                }
                continue;
            }
            for (var source : upstream(open.popInt())) {
                var other = ownerOf.getInt(source);
                if (other != NOBODY) {
                    reached.add(other);
                    if (seen.add(source)) {
                        open.add(source);
                    }
                }
            }
        }
        return reached;
    }

    private static void add(int[] some, IntSet seen, IntArrayList open) {
        for (var one : some) {
            if (seen.add(one)) {
                open.add(one);
            }
        }
    }

    private String ownerKeyOf(int number) {
        return ownerKeys.get(number);
    }

    // -- going on from an earlier look

    /// What the graph says now of some resources and forms, all of it.
    ///
    /// @param owners    as they are now
    /// @param fields    all fields that they have, by the keys of the owners
    /// @param fieldRows of those fields, by their keys, the keys of the sources
    /// @param wholeRows of those owners, likewise
    /// @param consumers of those owners
    /// @param standings of units of which a designation may have changed; null for those that have none any more
    /// @param scoped    every unit with a scope; null when they are as they were
    public record Now(
            Collection<Owner> owners,
            Map<String, List<Field>> fields,
            Map<String, List<String>> fieldRows,
            Map<String, List<String>> wholeRows,
            Map<String, Set<String>> consumers,
            Map<String, @Nullable Standing> standings,
            @Nullable Collection<ScopedUnit> scoped) {}

    /// What must be looked at again: the keys of units, without scopes, and of resources.
    public record Touched(Set<String> units, Set<String> resources) {}

    /// Takes over what the graph says now, and tells what that may change the findings of.
    ///
    /// A unit's findings rest on its fields, their owners and all that lies upstream of them; so whatever is new about
    /// a field reaches the units of those that have it from there.
    public Touched take(Now now) {
        var touched = new Touched(new HashSet<>(), new HashSet<>());
        var roots = new IntOpenHashSet();
        var linked = new HashSet<Integer>();
        for (var owner : now.owners()) {
            var number = ownerNumber(owner.key());
            var ownerIsNew = !owner.equals(owners.set(number, owner));
            if (ownerIsNew) {
                touched.resources().add(owner.key());
            }
            takeFields(number, owner, now.fields().getOrDefault(owner.key(), List.of()), ownerIsNew, touched, roots);
        }
        for (var owner : now.owners()) {
            var number = ownerNumber(owner.key());
            var these = fieldsOf(number);
            for (var field : these) {
                if (takeRows(field, now.fieldRows().getOrDefault(keyOf(field), List.of()))) {
                    roots.add(field);
                    linked.add(number);
                }
            }
            var wholes = now.wholeRows().getOrDefault(owner.key(), List.of()).stream()
                    .mapToInt(this::ownerNumber)
                    .toArray();
            if (wholeRows.take(number, wholes)) {
                roots.addAll(IntArrayList.wrap(these));
                linked.add(number);
            }
            var consumersNow = now.consumers().getOrDefault(owner.key(), Set.of());
            if (!consumersNow.equals(consumersOf(number))) {
                changedConsumers.put(number, consumersNow);
                for (var field : these) {
                    touch(touched, fields.get(field));
                }
                touched.resources().add(owner.key());
            }
        }
        takeStandings(now, touched);
        reachDown(roots, touched);
        usersOf(linked).forEach(owner -> touched.resources().add(ownerKeyOf(owner)));
        return touched;
    }

    private int ownerNumber(String key) {
        return ownerNumbers.computeIfAbsent(key, any -> {
            owners.add(null);
            ownerKeys.add(key);
            return owners.size() - 1;
        });
    }

    private static void touch(Touched touched, @Nullable Field field) {
        if (field != null && field.unitKey() != null) {
            touched.units().add(field.unitKey());
        }
    }

    private void takeFields(
            int owner, Owner said, List<Field> these, boolean ownerIsNew, Touched touched, IntSet roots) {
        var before = new IntOpenHashSet(fieldsOf(owner));
        var changed = false;
        var kept = new ArrayList<Integer>();
        for (var field : these) {
            var number = numberOf(Field.whole(said.key(), field.key()));
            var was = number != NOBODY && before.remove(number) ? fields.get(number) : null;
            if (field.equals(was) && !ownerIsNew) {
                kept.add(number);
                continue;
            }
            changed = true;
            touch(touched, was);
            touch(touched, field);
            if (was != null && isAnother(was, field, ownerIsNew)) {
                reachDown(IntSet.of(number), touched);
            }
            var taken = replaced(number, owner, said, field);
            if (was == null || isAnother(was, field, ownerIsNew)) {
                roots.add(taken);
                touched.resources().add(said.key());
            }
            kept.add(taken);
        }
        for (var gone : before) {
            changed = true;
            touch(touched, fields.get(gone));
            reachDown(IntSet.of(gone), touched);
            touched.resources().add(said.key());
            remove(gone);
        }
        if (changed) {
            changedFields.put(
                    owner,
                    kept.stream()
                            .sorted(Comparator.comparing(this::codeOf, Codes.ORDER))
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }

    private static boolean isAnother(Field was, Field field, boolean ownerIsNew) {
        return ownerIsNew || !was.name().equals(field.name()) || !Objects.equals(was.unit(), field.unit());
    }

    private int replaced(int known, int owner, Owner said, Field field) {
        var number = known;
        if (known == NOBODY) {
            number = lay(owner, field);
        } else {
            outOfUnit(known);
            if (field.key().startsWith("#")) {
                strays.remove(Field.whole(said.key(), field.key()));
            }
            ownerOf.set(known, owner);
            fields.set(known, field);
            inOrder &= field.code().startsWith("#");
        }
        var unit = field.unitKey();
        if (unit != null) {
            var these = byUnit.computeIfAbsent(unit, key -> new IntArrayList());
            these.add(place(these, number), number);
            units.putIfAbsent(unit, Objects.requireNonNull(field.unit()));
        }
        return number;
    }

    /// What is derived from it still is.
    private void remove(int number) {
        outOfUnit(number);
        var key = keyOf(number);
        ownerOf.set(number, NOBODY);
        fields.set(number, stray(key));
        strays.put(key, number);
    }

    private void outOfUnit(int number) {
        var unit = fields.get(number).unitKey();
        if (unit == null) {
            return;
        }
        var these = Objects.requireNonNull(byUnit.get(unit));
        these.rem(number);
        if (these.isEmpty()) {
            byUnit.remove(unit);
        }
    }

    private int place(IntArrayList these, int number) {
        var code = codeOf(number);
        var from = 0;
        var to = these.size();
        while (from < to) {
            var middle = (from + to) >>> 1;
            if (Codes.ORDER.compare(codeOf(these.getInt(middle)), code) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private String codeOf(int number) {
        return Field.whole(
                Objects.requireNonNull(owners.get(ownerOf.getInt(number))).code(),
                fields.get(number).code());
    }

    /// @return whether they are others than before
    private boolean takeRows(int user, List<String> sources) {
        return fieldRows.take(
                user,
                sources.stream()
                        .mapToInt(source -> {
                            var number = numberOf(source);
                            return number == NOBODY ? lay(NOBODY, stray(source)) : number;
                        })
                        .toArray());
    }

    private void takeStandings(Now now, Touched touched) {
        now.standings().forEach((unit, standing) -> {
            var before = standing == null ? standings.remove(unit) : standings.put(unit, standing);
            if (!Objects.equals(before, standing)) {
                touched.units().add(unscoped(unit));
                keepers(before, touched);
                keepers(standing, touched);
            }
        });
        if (now.scoped() != null) {
            var before = Map.copyOf(scopes);
            scopes.clear();
            scope(now.scoped());
            before.forEach((unit, these) -> {
                if (!these.equals(scopes.get(unit))) {
                    touched.units().add(unit);
                }
            });
            scopes.keySet().stream().filter(unit -> !before.containsKey(unit)).forEach(touched.units()::add);
        }
    }

    /// Of doubled entries the one at which a source is designated is kept.
    private void keepers(@Nullable Standing standing, Touched touched) {
        var field = standing == null || standing.designation() == null
                ? null
                : standing.designation().field();
        var member = field == null ? null : member(Codes.key(field.code()));
        if (member != null) {
            touched.resources().add(member.owner().key());
        }
    }

    /// The units of some fields and of all that have their content from them.
    private void reachDown(IntSet roots, Touched touched) {
        var seen = new IntOpenHashSet(roots);
        var open = new IntArrayList(roots);
        while (!open.isEmpty()) {
            var number = open.popInt();
            var owner = ownerOf.getInt(number);
            if (owner == NOBODY) {
                continue;
            }
            var field = fields.get(number);
            touch(touched, field);
            add(fieldRows.usersOf(number), seen, open);
            for (var user : wholeRows.usersOf(owner)) {
                for (var other : fieldsOf(user)) {
                    if (fields.get(other).isOf(field.unitKey()) && seen.add(other)) {
                        open.add(other);
                    }
                }
            }
        }
    }

    /// Those that have something from some resources, directly or by way of others; these too.
    private Set<Integer> usersOf(Collection<Integer> some) {
        var seen = new HashSet<>(some);
        var open = new ArrayDeque<>(some);
        while (!open.isEmpty()) {
            for (var user : directUsersOf(open.remove())) {
                if (seen.add(user)) {
                    open.add(user);
                }
            }
        }
        return seen;
    }

    private Set<Integer> directUsersOf(int resource) {
        var found = new LinkedHashSet<Integer>();
        for (var user : wholeRows.usersOf(resource)) {
            found.add(user);
        }
        for (var field : fieldsOf(resource)) {
            for (var user : fieldRows.usersOf(field)) {
                var owner = ownerOf.getInt(user);
                if (owner != NOBODY && owner != resource) {
                    found.add(owner);
                }
            }
        }
        return found;
    }

    /// The keys of the resources and forms that have something from a resource.
    Set<String> directUsersOf(String resource) {
        var number = ownerNumbers.get(resource);
        return number == null
                ? Set.of()
                : directUsersOf(number.intValue()).stream()
                        .map(this::ownerKeyOf)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
