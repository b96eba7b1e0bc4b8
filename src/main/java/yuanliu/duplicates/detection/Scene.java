package yuanliu.duplicates.detection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import yuanliu.duplicates.understanding.Reading;
import yuanliu.ownership.Standing;
import yuanliu.ownership.Unit;
import yuanliu.web.Codes;

/// The part of the graph that is looked at, on one day: the whole of it, or what touches some units and entries.
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

    /// A field, and the unit it was understood to be of.
    ///
    /// @param acquisition as filed
    /// @param unit        null when nothing says of which unit it is
    public record Member(
            String key,
            String code,
            String name,
            Owner owner,
            @Nullable String acquisition,
            @Nullable String sharing,
            @Nullable Unit unit,
            @Nullable Reading reading) {

        private static final double LEAST_SURE = 0.78;

        public double confidence() {
            return reading == null ? 0 : reading.confidence();
        }

        public boolean filed() {
            return reading != null && reading.filed();
        }

        /// Whether it is only like what it was taken for.
        public boolean tentative() {
            return !filed() && confidence() < LEAST_SURE;
        }

        public String shown() {
            return owner.name() + "." + name;
        }
    }

    private static final java.util.Comparator<Member> BY_CODE =
            java.util.Comparator.comparing(Member::code, Codes.ORDER);

    private final Map<String, String> regionParents;
    private final Map<String, List<String>> outward = new ConcurrentHashMap<>();
    private final Map<String, Department> departments;
    private final Map<String, Owner> owners;
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, List<Member>> byOwner = new HashMap<>();
    private final TreeMap<String, List<Member>> byUnit = new TreeMap<>(Codes.ORDER);
    private final Map<String, Unit> units = new HashMap<>();
    private final Map<String, List<Upstream>> fieldRows;
    private @Nullable Users users;
    private final Map<String, List<Upstream>> wholeRows;
    private final Map<String, Set<String>> consumers;
    private final Map<String, Standing> standings;
    private final Map<String, List<ScopedUnit>> scopes = new HashMap<>();

    /// A row of lineage, seen from the user.
    public record Upstream(String source, @Nullable Double confidence) {}

    /// A unit with a scope.
    public record ScopedUnit(Unit unit, String region) {}

    /// @param regionParents by a region's key its parent's
    /// @param fieldRows     by a field's key, what it is derived from on the day, in the order of the sources
    /// @param wholeRows     by a resource's or form's key, the resources it is derived from as a whole
    /// @param consumers     by a resource's key, the departments that may use it on the day
    /// @param standings     by a unit's key, scoped ones too; a unit that is not there has no designation
    public Scene(
            Map<String, String> regionParents,
            Map<String, Department> departments,
            Map<String, Owner> owners,
            Collection<Member> members,
            Map<String, List<Upstream>> fieldRows,
            Map<String, List<Upstream>> wholeRows,
            Map<String, Set<String>> consumers,
            Map<String, Standing> standings,
            Collection<ScopedUnit> scoped) {
        this.regionParents = regionParents;
        this.departments = departments;
        this.owners = owners;
        this.fieldRows = fieldRows;
        this.wholeRows = wholeRows;
        this.consumers = consumers;
        this.standings = standings;
        for (var member : members) {
            this.members.put(member.key(), member);
            byOwner.computeIfAbsent(member.owner().key(), key -> new ArrayList<>())
                    .add(member);
            if (member.unit() != null) {
                byUnit.computeIfAbsent(member.unit().key(), key -> new ArrayList<>())
                        .add(member);
                units.putIfAbsent(member.unit().key(), member.unit());
            }
        }
        byUnit.values().forEach(these -> these.sort(BY_CODE));
        byOwner.values().forEach(these -> these.sort(BY_CODE));
        scope(scoped);
    }

    private void scope(Collection<ScopedUnit> scoped) {
        for (var one : scoped) {
            scopes.computeIfAbsent(unscoped(one.unit().key()), key -> new ArrayList<>())
                    .add(one);
        }
        scopes.values()
                .forEach(these -> these.sort(
                        java.util.Comparator.comparing(one -> one.unit().key(), Codes.ORDER)));
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
        return java.util.Objects.requireNonNull(units.get(key), key);
    }

    public List<Member> membersOf(String unit) {
        return byUnit.getOrDefault(unit, List.of());
    }

    public @Nullable Member member(String key) {
        return members.get(key);
    }

    public Collection<Owner> owners() {
        return owners.values();
    }

    public @Nullable Owner owner(String key) {
        return owners.get(key);
    }

    public List<Member> fieldsOf(Owner owner) {
        return byOwner.getOrDefault(owner.key(), List.of());
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
        return consumers.getOrDefault(resource.key(), Set.of());
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
        return one == null || other == null || within(one, other) || within(other, one);
    }

    /// Whether a region is another or lies in it.
    public boolean within(String region, String outer) {
        return region.equals(outer) || outward(region).contains(outer);
    }

    /// A region and all that it lies in, the nearest first. Whoever filed a ring goes round it once.
    List<String> outward(String region) {
        return outward.computeIfAbsent(region, inner -> {
            var around = new LinkedHashSet<String>();
            for (var at = inner; at != null && around.add(at); at = regionParents.get(at)) {}
            return List.copyOf(around);
        });
    }

    /// What a field is derived from, one step: by its own rows, and by the fields of its unit in what its owner as a
    /// whole
    /// is derived from.
    List<Upstream> upstream(String field) {
        var own = fieldRows.getOrDefault(field, List.of());
        var member = members.get(field);
        if (member == null || member.unit() == null) {
            return own;
        }
        var wholes = wholeRows.getOrDefault(member.owner().key(), List.of());
        if (wholes.isEmpty()) {
            return own;
        }
        var all = new LinkedHashMap<String, Upstream>();
        own.forEach(row -> all.put(row.source(), row));
        for (var whole : wholes) {
            var source = owners.get(whole.source());
            if (source != null) {
                fieldsOf(source).stream()
                        .filter(other -> member.unit().equals(other.unit()))
                        .forEach(other -> all.putIfAbsent(other.key(), new Upstream(other.key(), whole.confidence())));
            }
        }
        return List.copyOf(all.values());
    }

    List<Upstream> wholesOf(Owner owner) {
        return wholeRows.getOrDefault(owner.key(), List.of());
    }

    List<Upstream> rowsOf(Member field) {
        return fieldRows.getOrDefault(field.key(), List.of());
    }

    // -- going on from an earlier look

    /// What the graph says now of some resources and forms, all of it.
    ///
    /// @param owners    as they are now
    /// @param members   all fields that they have
    /// @param fieldRows of those fields, as in the scene
    /// @param wholeRows of those owners
    /// @param consumers of those owners
    /// @param standings of units of which a designation may have changed; null for those that have none any more
    /// @param scoped    every unit with a scope; null when they are as they were
    public record Now(
            Collection<Owner> owners,
            Collection<Member> members,
            Map<String, List<Upstream>> fieldRows,
            Map<String, List<Upstream>> wholeRows,
            Map<String, Set<String>> consumers,
            Map<String, @Nullable Standing> standings,
            @Nullable Collection<ScopedUnit> scoped) {}

    /// What must be looked at again: the keys of units, without scopes, and of resources.
    public record Touched(Set<String> units, Set<String> resources) {}

    /// By what is a source, what uses it.
    private static final class Users {

        private final Map<String, Set<String>> ofFields = new HashMap<>();
        private final Map<String, Set<String>> ofWholes = new HashMap<>();

        Users(Map<String, List<Upstream>> fieldRows, Map<String, List<Upstream>> wholeRows) {
            fieldRows.forEach((user, rows) -> add(ofFields, user, rows));
            wholeRows.forEach((user, rows) -> add(ofWholes, user, rows));
        }

        static void add(Map<String, Set<String>> users, String user, List<Upstream> rows) {
            rows.forEach(row ->
                    users.computeIfAbsent(row.source(), key -> new HashSet<>(2)).add(user));
        }

        static void remove(Map<String, Set<String>> users, String user, List<Upstream> rows) {
            rows.forEach(row -> {
                var these = users.get(row.source());
                if (these != null) {
                    these.remove(user);
                }
            });
        }
    }

    private Users users() {
        var known = users;
        if (known == null) {
            known = new Users(fieldRows, wholeRows);
            users = known;
        }
        return known;
    }

    /// Takes over what the graph says now, and tells what that may change the findings of.
    ///
    /// A unit's findings rest on its fields, their owners and all that lies upstream of them; so whatever is new about
    /// a
    /// field reaches the units of those that have it from there.
    public Touched take(Now now) {
        var touched = new Touched(new HashSet<>(), new HashSet<>());
        var roots = new HashSet<String>();
        var linked = new HashSet<String>();
        var membersNow = new HashMap<String, List<Member>>();
        now.members()
                .forEach(member -> membersNow
                        .computeIfAbsent(member.owner().key(), key -> new ArrayList<>())
                        .add(member));
        for (var owner : now.owners()) {
            var before = owners.put(owner.key(), owner);
            var ownerIsNew = !owner.equals(before);
            if (ownerIsNew) {
                touched.resources().add(owner.key());
            }
            var these = membersNow.getOrDefault(owner.key(), List.of());
            takeMembers(owner, these, ownerIsNew, touched, roots);
            for (var member : these) {
                if (takeRows(
                        fieldRows,
                        users().ofFields,
                        member.key(),
                        now.fieldRows().getOrDefault(member.key(), List.of()))) {
                    roots.add(member.key());
                    linked.add(owner.key());
                }
            }
            if (takeRows(
                    wholeRows, users().ofWholes, owner.key(), now.wholeRows().getOrDefault(owner.key(), List.of()))) {
                these.forEach(member -> roots.add(member.key()));
                linked.add(owner.key());
            }
            var consumersNow = now.consumers().getOrDefault(owner.key(), Set.of());
            if (!consumersNow.equals(consumers.getOrDefault(owner.key(), Set.of()))) {
                consumers.put(owner.key(), consumersNow);
                these.forEach(member -> touch(touched, member));
                touched.resources().add(owner.key());
            }
        }
        takeStandings(now, touched);
        reachDown(roots, touched);
        touched.resources().addAll(usersOf(linked));
        return touched;
    }

    private static void touch(Touched touched, @Nullable Member member) {
        if (member != null && member.unit() != null) {
            touched.units().add(member.unit().key());
        }
    }

    private void takeMembers(Owner owner, List<Member> these, boolean ownerIsNew, Touched touched, Set<String> roots) {
        var before = new HashMap<String, Member>();
        fieldsOf(owner).forEach(member -> before.put(member.key(), member));
        var changed = false;
        for (var member : these) {
            var was = before.remove(member.key());
            if (member.equals(was)) {
                continue;
            }
            changed = true;
            touch(touched, was);
            touch(touched, member);
            if (was == null
                    || ownerIsNew
                    || !was.name().equals(member.name())
                    || !java.util.Objects.equals(was.unit(), member.unit())) {
                roots.add(member.key());
                if (was != null) {
                    reachDown(Set.of(member.key()), touched);
                }
                touched.resources().add(owner.key());
            }
            replace(was, member);
        }
        for (var gone : before.values()) {
            changed = true;
            touch(touched, gone);
            reachDown(Set.of(gone.key()), touched);
            touched.resources().add(owner.key());
            replace(gone, null);
        }
        if (changed) {
            byOwner.put(owner.key(), these.stream().sorted(BY_CODE).toList());
        }
    }

    private void replace(@Nullable Member was, @Nullable Member now) {
        if (was != null) {
            members.remove(was.key());
            var unit = was.unit();
            if (unit != null) {
                var these = java.util.Objects.requireNonNull(byUnit.get(unit.key()));
                these.remove(was);
                if (these.isEmpty()) {
                    byUnit.remove(unit.key());
                }
            }
        }
        if (now != null) {
            members.put(now.key(), now);
            var unit = now.unit();
            if (unit != null) {
                var these = byUnit.computeIfAbsent(unit.key(), key -> new ArrayList<>());
                var at = java.util.Collections.binarySearch(these, now, BY_CODE);
                these.add(at < 0 ? -at - 1 : at, now);
                units.putIfAbsent(unit.key(), unit);
            }
        }
    }

    /// @return whether they are others than before
    private static boolean takeRows(
            Map<String, List<Upstream>> rows, Map<String, Set<String>> users, String user, List<Upstream> now) {
        var before = rows.getOrDefault(user, List.of());
        if (before.equals(now)) {
            return false;
        }
        Users.remove(users, user, before);
        Users.add(users, user, now);
        if (now.isEmpty()) {
            rows.remove(user);
        } else {
            rows.put(user, now);
        }
        return true;
    }

    private void takeStandings(Now now, Touched touched) {
        now.standings().forEach((unit, standing) -> {
            var before = standing == null ? standings.remove(unit) : standings.put(unit, standing);
            if (!java.util.Objects.equals(before, standing)) {
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
        var member = field == null ? null : members.get(Codes.key(field.code()));
        if (member != null) {
            touched.resources().add(member.owner().key());
        }
    }

    /// The units of some fields and of all that have their content from them.
    private void reachDown(Set<String> roots, Touched touched) {
        var seen = new HashSet<>(roots);
        var open = new java.util.ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            var member = members.get(open.remove());
            if (member == null) {
                continue;
            }
            touch(touched, member);
            for (var user : users().ofFields.getOrDefault(member.key(), Set.of())) {
                if (seen.add(user)) {
                    open.add(user);
                }
            }
            for (var owner : users().ofWholes.getOrDefault(member.owner().key(), Set.of())) {
                for (var other : byOwner.getOrDefault(owner, List.of())) {
                    if (other.unit() != null && other.unit().equals(member.unit()) && seen.add(other.key())) {
                        open.add(other.key());
                    }
                }
            }
        }
    }

    /// Those that have something from some resources, directly or by way of others; these too.
    private Set<String> usersOf(Collection<String> some) {
        var seen = new HashSet<>(some);
        var open = new java.util.ArrayDeque<>(some);
        while (!open.isEmpty()) {
            for (var user : directUsersOf(open.remove())) {
                if (seen.add(user)) {
                    open.add(user);
                }
            }
        }
        return seen;
    }

    /// The keys of the resources and forms that have something from a resource.
    Set<String> directUsersOf(String resource) {
        var found = new LinkedHashSet<>(users().ofWholes.getOrDefault(resource, Set.of()));
        for (var field : byOwner.getOrDefault(resource, List.of())) {
            for (var user : users().ofFields.getOrDefault(field.key(), Set.of())) {
                var member = members.get(user);
                if (member != null && !member.owner().key().equals(resource)) {
                    found.add(member.owner().key());
                }
            }
        }
        return found;
    }
}
