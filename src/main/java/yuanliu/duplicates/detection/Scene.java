package yuanliu.duplicates.detection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

    private final Map<String, String> regionParents;
    private final Map<String, List<String>> outward = new ConcurrentHashMap<>();
    private final Map<String, Department> departments;
    private final Map<String, Owner> owners;
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, List<Member>> byOwner = new HashMap<>();
    private final TreeMap<String, List<Member>> byUnit = new TreeMap<>(Codes.ORDER);
    private final Map<String, Unit> units = new HashMap<>();
    private final Map<String, List<Upstream>> fieldRows;
    private final Map<String, List<Upstream>> wholeRows;
    private final Map<String, Set<String>> consumers;
    private final Map<String, Standing> standings;
    private final Map<String, List<ScopedUnit>> scopes = new HashMap<>();

    /// A row of lineage, seen from the user.
    public record Upstream(String source, @Nullable Double confidence) {}

    /// A unit with a scope.
    public record ScopedUnit(Unit unit, String region) {}

    /// @param regionParents by a region's key its parent's
    /// @param fieldRows     by a field's key, what it is derived from on the day
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
        byUnit.values().forEach(these -> these.sort(java.util.Comparator.comparing(Member::code, Codes.ORDER)));
        for (var one : scoped) {
            var within = one.unit().key();
            var unscoped = within.substring(0, within.lastIndexOf('@'));
            scopes.computeIfAbsent(unscoped, key -> new ArrayList<>()).add(one);
        }
        scopes.values()
                .forEach(these -> these.sort(
                        java.util.Comparator.comparing(one -> one.unit().key(), Codes.ORDER)));
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
}
