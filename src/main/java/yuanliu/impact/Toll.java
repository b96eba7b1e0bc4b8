package yuanliu.impact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.AcquisitionMode;
import yuanliu.catalog.Kind;
import yuanliu.lineage.Activity;
import yuanliu.lineage.Owner;
import yuanliu.lineage.Walk;
import yuanliu.sharing.Use;

/// What a change costs, and whom: what it comes to weighed by the rules, and added up by owner, system and department.
final class Toll {

    private static final Set<String> OUT_OF_USE = Set.of("停用", "测试", "已停用");

    /// What is to be known of what is hit.
    ///
    /// @param change       what is done
    /// @param owners       of everything that is hit or changed
    /// @param systems      by key
    /// @param uses         agreements in force of the resources that are changed or reached
    /// @param alternatives by the key of a field, the key of one that may take its place
    /// @param named        fields that are hit because they represent the element that is changed, or are called like
    /// it
    /// @param asked        the system or department that is changed: it is not counted among those that are hit
    record Known(
            Change change,
            Map<Owner, OwnerFacts> owners,
            Map<String, SystemFacts> systems,
            List<Use> uses,
            Map<String, String> alternatives,
            List<Named> named,
            Optional<Asked> asked) {

        boolean isAsked(Kind kind, @Nullable String key) {
            return asked.filter(one -> one.kind() == kind && one.key().equals(key))
                    .isPresent();
        }
    }

    record Asked(Kind kind, String key) {}

    record Named(
            Rule.Bond bond,
            String key,
            String code,
            @Nullable String acquisition,
            @Nullable Owner owner) {}

    record OwnerFacts(
            String code,
            @Nullable String status,
            @Nullable String department,
            @Nullable String system,
            @Nullable String cycle,
            @Nullable String sharing) {}

    record SystemFacts(
            String code, @Nullable String status, @Nullable String department) {

        boolean inUse() {
            return status == null || !OUT_OF_USE.contains(status);
        }
    }

    private final Walk walk;
    private final Known known;
    private final Spread carried;
    private final Spread slowest;
    private final Set<String> copiedAnew;
    private final Set<Owner> reachedByFields = new HashSet<>();
    private final Map<String, Rule.Footing> footings = new HashMap<>();
    private final Set<String> ownDepartments = new HashSet<>();
    private final Map<Owner, OwnerHit> owners = new LinkedHashMap<>();
    private final Map<String, SystemHit> systems = new LinkedHashMap<>();
    private final Map<String, DepartmentHit> departments = new HashMap<>();
    private final List<AssetHit> assets = new ArrayList<>();
    private final List<AgreementHit> agreements = new ArrayList<>();
    private final Set<String> counted = new HashSet<>();
    private final boolean withheld;
    private int fields;
    private long calls;

    Toll(Walk walk, Known known) {
        this.walk = walk;
        this.known = known;
        this.carried = Spread.carried(walk);
        this.slowest = Spread.slowest(walk, sourceCycles());
        this.copiedAnew = copiedAnew();
        readFootings();
        this.withheld = isWithheld();
        walk.fields().forEach(one -> {
            if (one.field().owner() != null) {
                reachedByFields.add(one.field().owner());
            }
        });
        known.named().forEach(this::weigh);
        walk.fields().forEach(this::weigh);
        walk.wholes().forEach(this::weighWhole);
        owners.values().forEach(this::addOwner);
        known.uses().forEach(this::addUse);
        systems.values().forEach(this::addSystem);
        assets.sort(AssetHit.WORST_FIRST);
        agreements.sort(AgreementHit.WORST_FIRST);
    }

    ImpactTotals totals(int designations) {
        var forms = (int) owners.keySet().stream().filter(Owner::isForm).count();
        return new ImpactTotals(
                fields,
                owners.size() - forms,
                systems.size(),
                departments.size(),
                forms,
                counted.size(),
                calls,
                designations);
    }

    List<AssetHit> assets() {
        return assets;
    }

    List<AgreementHit> agreements() {
        return agreements;
    }

    List<DepartmentHit> departments() {
        return departments.values().stream().sorted(DepartmentHit.WORST_FIRST).toList();
    }

    Walk walk() {
        return walk;
    }

    private ChangeKind kind() {
        return known.change().kind();
    }

    private Map<Owner, Cycle> sourceCycles() {
        var cycles = new HashMap<Owner, Cycle>();
        if (kind() == ChangeKind.CHANGE_CYCLE) {
            for (var owner : walk.start().owners()) {
                Optional.ofNullable(known.change().cycle())
                        .or(() -> Cycle.ofWord(facts(owner).cycle()))
                        .ifPresent(cycle -> cycles.put(owner, cycle));
            }
        }
        return cycles;
    }

    /// What is changed everywhere at once begins everywhere: what takes it over as it is from another is told by the
    /// rows.
    private Set<String> copiedAnew() {
        var copied = new HashSet<String>();
        if (!known.named().isEmpty()) {
            walk.links().stream()
                    .filter(link -> link.toKind() == Kind.DATA_FIELD && link.activity() != Activity.PROCESSING)
                    .filter(link -> link.fromKind() != Kind.DATA_FIELD
                            || carried.at(link.from()) == Rule.Carried.COPIED.ordinal())
                    .forEach(link -> copied.add(link.to()));
        }
        return copied;
    }

    /// By what each department uses what is restricted: by the best of its agreements.
    private void readFootings() {
        if (kind() != ChangeKind.RESTRICT_SHARING) {
            return;
        }
        for (var owner : walk.start().owners()) {
            var department = facts(owner).department();
            if (department != null) {
                ownDepartments.add(department);
            }
        }
        for (var use : known.uses()) {
            if (isChanged(new Owner(Kind.DATA_RESOURCE, use.resource()))) {
                footings.merge(use.consumer(), footing(use), (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
    }

    private Rule.Footing footing(Use use) {
        return restrictedTo(new Owner(Kind.DATA_RESOURCE, use.resource())) == SharingClass.WITHHELD
                        || !use.missing().isEmpty()
                ? Rule.Footing.FALLS_SHORT
                : Rule.Footing.SUFFICES;
    }

    private SharingClass restrictedTo(Owner owner) {
        var to = known.change().sharing();
        return to != null
                ? to
                : SharingClass.ofWord(facts(owner).sharing())
                        .orElse(SharingClass.UNCONDITIONAL)
                        .stricter();
    }

    private boolean isWithheld() {
        return kind() == ChangeKind.RESTRICT_SHARING
                && walk.start().owners().stream()
                        .filter(owner -> !owner.isForm())
                        .anyMatch(owner -> restrictedTo(owner) == SharingClass.WITHHELD);
    }

    private boolean isChanged(Owner owner) {
        return walk.start().owners().contains(owner);
    }

    private void weigh(Named field) {
        var carriedAs = copiedAnew.contains(field.key()) ? Rule.Carried.COPIED : Rule.Carried.BEYOND;
        weigh(field.owner(), field.acquisition(), field.key(), field.code(), 0, field.bond(), carriedAs, null);
    }

    private void weigh(Walk.FieldReached hit) {
        weigh(
                hit.field().owner(),
                hit.field().acquisition(),
                hit.field().key(),
                hit.field().code(),
                hit.hop(),
                Rule.Bond.DERIVED,
                carried(carried.at(hit.field().key())),
                hit.by());
    }

    private void weigh(
            @Nullable Owner owner,
            @Nullable String acquisition,
            String key,
            String code,
            int hop,
            Rule.Bond bond,
            Rule.Carried carriedAs,
            Walk.@Nullable By by) {
        var mode = AcquisitionMode.ofWord(acquisition);
        var alternative = known.alternatives().get(key);
        var rule = rule(
                owner,
                mode == AcquisitionMode.COLLECTED || mode == AcquisitionMode.GENERATED,
                alternative != null,
                hop,
                bond,
                carriedAs,
                slowest.at(key));
        var severity = rule.severity().orElse(null);
        if (severity == null) {
            return;
        }
        var department = owner == null ? null : facts(owner).department();
        var tellsOfIt = rule.tellsAlternative() || kind() != ChangeKind.STOP && severity != Severity.NOTICE;
        fields++;
        assets.add(new AssetHit(
                Kind.DATA_FIELD,
                key,
                code,
                department,
                hop,
                severity,
                by,
                rule,
                owner == null ? "" : pace(owner, slowest.at(key)),
                tellsOfIt ? alternative : null));
        if (owner != null) {
            owners.computeIfAbsent(owner, one -> new OwnerHit(one, hop)).suffers(severity, hop);
        }
        departmentHit(department).ifPresent(one -> one.field().suffers(severity, hop));
    }

    /// What is reached as a whole is hit though no field of it is on file; where fields are, they tell.
    private void weighWhole(Walk.WholeReached hit) {
        var owner = hit.owner();
        var known = owners.get(owner);
        if (known == null && reachedByFields.contains(owner)) {
            return;
        }
        if (known == null) {
            var rule = rule(
                    owner, false, false, hit.hop(), Rule.Bond.DERIVED, carried(carried.at(owner)), slowest.at(owner));
            if (rule.severity().isEmpty()) {
                return;
            }
            known = new OwnerHit(owner, hit.hop());
            known.whole = rule.severity().get();
            owners.put(owner, known);
        }
        known.by = hit.by();
        known.hop = Math.min(known.hop, hit.hop());
    }

    private Rule rule(
            @Nullable Owner owner,
            boolean madeByItself,
            boolean alternative,
            int hop,
            Rule.Bond bond,
            Rule.Carried carriedAs,
            int sourceCycle) {
        return Rule.of(
                kind(),
                new Rule.Circumstances(
                        owner == null || inUse(owner),
                        madeByItself,
                        alternative,
                        hop,
                        bond,
                        carriedAs,
                        paceOf(owner, sourceCycle),
                        footing(owner),
                        withheld));
    }

    private static Rule.Carried carried(int number) {
        return number < 0 ? Rule.Carried.BEYOND : Rule.Carried.values()[number];
    }

    private Rule.Pace paceOf(@Nullable Owner owner, int sourceCycle) {
        var own = owner == null
                ? Optional.<Cycle>empty()
                : Cycle.ofWord(facts(owner).cycle());
        return own.isEmpty() || sourceCycle < 0
                ? Rule.Pace.UNKNOWN
                : own.get().ordinal() < sourceCycle ? Rule.Pace.FASTER : Rule.Pace.NO_FASTER;
    }

    private String pace(Owner owner, int sourceCycle) {
        return kind() != ChangeKind.CHANGE_CYCLE || paceOf(owner, sourceCycle) != Rule.Pace.FASTER
                ? ""
                : "本身%s,来源%s".formatted(facts(owner).cycle(), Cycle.values()[sourceCycle].word());
    }

    private Rule.Footing footing(@Nullable Owner owner) {
        var department = owner == null ? null : facts(owner).department();
        if (department == null) {
            return Rule.Footing.NONE;
        }
        return ownDepartments.contains(department)
                ? Rule.Footing.OWN
                : footings.getOrDefault(department, Rule.Footing.NONE);
    }

    private void addOwner(OwnerHit hit) {
        var facts = facts(hit.owner);
        assets.add(new AssetHit(
                hit.owner.kind(),
                hit.owner.key(),
                facts.code(),
                facts.department(),
                hit.hop,
                hit.severity(),
                hit.by,
                null,
                hit.said(),
                null));
        departmentHit(facts.department()).ifPresent(one -> {
            one.suffers(hit.severity(), hit.hop);
            if (!hit.owner.isForm()) {
                one.resource();
            }
            if (facts.system() != null && !known.isAsked(Kind.INFORMATION_SYSTEM, facts.system())) {
                one.system(facts.system());
            }
        });
        systemHit(facts.system()).ifPresent(one -> one.keeps(hit));
    }

    private void addUse(Use use) {
        var resource = new Owner(Kind.DATA_RESOURCE, use.resource());
        var suffered = suffered(use, resource).orElse(null);
        if (suffered == null) {
            return;
        }
        var reached = owners.get(resource);
        var hop = isChanged(resource) || reached == null ? 0 : reached.hop;
        if (counted.add(use.agreement())) {
            calls += use.calls();
            agreements.add(new AgreementHit(use, hop, suffered, isChanged(resource)));
        }
        departmentHit(use.consumer()).ifPresent(one -> {
            one.sharing(use.calls()).suffers(suffered, hop);
            if (use.system() != null && !known.isAsked(Kind.INFORMATION_SYSTEM, use.system())) {
                one.system(use.system());
            }
        });
        systemHit(use.system()).ifPresent(one -> one.uses(suffered, hop));
    }

    /// What the user by an agreement suffers: of what is changed itself by the change, of what is hit as that is.
    private Optional<Severity> suffered(Use use, Owner resource) {
        var hit = Optional.ofNullable(owners.get(resource)).map(OwnerHit::severity);
        if (!isChanged(resource)) {
            return kind() == ChangeKind.RESTRICT_SHARING ? Optional.empty() : hit;
        }
        return switch (kind()) {
            case RESTRICT_SHARING ->
                footing(use) == Rule.Footing.SUFFICES
                        ? Optional.empty()
                        : Optional.of(restrictedTo(resource) == SharingClass.WITHHELD ? stopped() : Severity.DEGRADING);
            case STOP -> worse(stopped(), hit);
            case CHANGE_TYPE, CHANGE_CODE_LIST -> worse(Severity.BREAKING, hit);
            case RENAME, TRANSFER_SOURCE -> worse(Severity.DEGRADING, hit);
            case CORRECT -> worse(Severity.DEGRADING, hit);
            case CHANGE_CYCLE -> worse(Severity.NOTICE, hit);
        };
    }

    private static Optional<Severity> worse(Severity one, Optional<Severity> other) {
        return other.filter(severity -> severity.compareTo(one) < 0).or(() -> Optional.of(one));
    }

    /// What the users of a resource suffer whose fields are stopped: they can do otherwise when each of these can be
    /// had from elsewhere.
    private Severity stopped() {
        var fields = walk.start().fields();
        return !fields.isEmpty() && known.alternatives().keySet().containsAll(fields)
                ? Severity.DEGRADING
                : Severity.BREAKING;
    }

    private void addSystem(SystemHit hit) {
        var facts = system(hit.key);
        assets.add(new AssetHit(
                Kind.INFORMATION_SYSTEM,
                hit.key,
                facts.code(),
                facts.department(),
                hit.hop,
                facts.inUse() ? hit.severity : Severity.NOTICE,
                null,
                null,
                hit.said(facts.inUse()),
                null));
    }

    private boolean inUse(Owner owner) {
        var facts = facts(owner);
        return (facts.status() == null || !OUT_OF_USE.contains(facts.status()))
                && (facts.system() == null || system(facts.system()).inUse());
    }

    private OwnerFacts facts(Owner owner) {
        var facts = known.owners().get(owner);
        if (facts == null) {
            throw new IllegalStateException("%s went while its impact was counted".formatted(owner));
        }
        return facts;
    }

    private SystemFacts system(String key) {
        var facts = known.systems().get(key);
        if (facts == null) {
            throw new IllegalStateException("The system %s went while its impact was counted".formatted(key));
        }
        return facts;
    }

    private Optional<SystemHit> systemHit(@Nullable String key) {
        return key == null || known.isAsked(Kind.INFORMATION_SYSTEM, key)
                ? Optional.empty()
                : Optional.of(systems.computeIfAbsent(key, SystemHit::new));
    }

    private Optional<DepartmentHit> departmentHit(@Nullable String key) {
        return key == null || known.isAsked(Kind.DEPARTMENT, key)
                ? Optional.empty()
                : Optional.of(departments.computeIfAbsent(key, DepartmentHit::new));
    }

    /// What a resource or form suffers: the worst of its fields.
    private final class OwnerHit {

        private final Owner owner;
        private final Map<Severity, Integer> suffered = new EnumMap<>(Severity.class);
        private int hop;
        private Severity whole = Severity.NOTICE;
        private Walk.@Nullable By by;

        OwnerHit(Owner owner, int hop) {
            this.owner = owner;
            this.hop = hop;
        }

        void suffers(Severity one, int at) {
            suffered.merge(one, 1, Integer::sum);
            hop = Math.min(hop, at);
        }

        Severity severity() {
            return suffered.isEmpty() ? whole : suffered.keySet().iterator().next();
        }

        String said() {
            if (suffered.isEmpty()) {
                return "没有登记信息项,按整体计";
            }
            var counts = new ArrayList<String>();
            suffered.forEach((severity, count) -> counts.add("%s%d项".formatted(severity.word(), count)));
            return "受影响的信息项:" + String.join("、", counts);
        }
    }

    /// What a system suffers by what it keeps and by what it uses.
    private static final class SystemHit {

        private final String key;
        private Severity severity = Severity.NOTICE;
        private int hop = Integer.MAX_VALUE;
        private int kept;
        private int used;

        SystemHit(String key) {
            this.key = key;
        }

        void keeps(OwnerHit hit) {
            kept++;
            suffers(hit.severity(), hit.hop);
        }

        void uses(Severity one, int at) {
            used++;
            suffers(one, at);
        }

        private void suffers(Severity one, int at) {
            severity = one.compareTo(severity) < 0 ? one : severity;
            hop = Math.min(hop, at);
        }

        String said(boolean inUse) {
            var said = new ArrayList<String>();
            if (kept > 0) {
                said.add("承载受影响的数据资源或表单%d个".formatted(kept));
            }
            if (used > 0) {
                said.add("经%d项共享使用受影响的数据资源".formatted(used));
            }
            if (!inUse) {
                said.add("系统停用或测试,仅作告知");
            }
            return String.join(",", said);
        }
    }
}
