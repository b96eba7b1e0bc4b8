package yuanliu.impact;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.BitSet;
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
import yuanliu.memory.Flow;
import yuanliu.memory.Image;

/// What a change costs, and whom: what it comes to weighed by the rules, and added up by owner, system and department.
/// Fields, owners and agreements are known by their numbers; what they are called is looked up for what is shown.
final class Toll {

    private static final Set<String> OUT_OF_USE = Set.of("停用", "测试", "已停用");
    private static final byte SPARED = -1;
    private static final Severity[] SEVERITIES = Severity.values();

    /// What is to be known of what is hit.
    ///
    /// @param change       what is done
    /// @param owners       by the number of what is hit or changed
    /// @param systems      by key
    /// @param uses         agreements in force of the resources that are changed or reached
    /// @param alternatives by the number of a field, the number of one that may take its place
    /// @param named        fields that are hit because they represent the element that is changed, or are called like
    /// it
    /// @param asked        the system or department that is changed: it is not counted among those that are hit
    record Known(
            Change change,
            List<Image.OwnerFacts> owners,
            Map<String, Image.SystemFacts> systems,
            List<Used> uses,
            Int2IntMap alternatives,
            List<Named> named,
            Optional<Asked> asked) {

        boolean isAsked(Kind kind, @Nullable String key) {
            return asked.filter(one -> one.kind() == kind && one.key().equals(key))
                    .isPresent();
        }

        int alternative(int field) {
            return alternatives.getOrDefault(field, Flow.NONE);
        }
    }

    record Asked(Kind kind, String key) {}

    /// @param field its number
    /// @param owner the number of what it belongs to, or [Flow#NONE]
    record Named(Rule.Bond bond, int field, @Nullable String acquisition, int owner) {}

    /// Who uses a resource by an agreement.
    ///
    /// @param owner     the number of the resource
    /// @param agreement the agreement's number
    record Used(
            int owner,
            int agreement,
            String consumer,
            @Nullable String system,
            long calls,
            List<String> missing) {}

    private final Flow flow;
    private final Known known;
    private final Called called;
    private final Spread carried;
    private final Spread slowest;
    private final IntOpenHashSet copiedAnew;
    private final BitSet reachedByFields = new BitSet();
    private final Map<String, Rule.Footing> footings = new HashMap<>();
    private final Set<String> ownDepartments = new HashSet<>();
    /// By the number of a field, the rule that weighs it.
    private final byte[] rules;
    private final Map<Named, Rule> namedRules = new LinkedHashMap<>();
    private final OwnerHit[] owners;
    private final List<OwnerHit> ownersHit = new ArrayList<>();
    private final Map<String, SystemHit> systems = new LinkedHashMap<>();
    private final Map<String, DepartmentHit> departments = new HashMap<>();
    private final List<AgreementHit> agreements = new ArrayList<>();
    private final IntOpenHashSet counted = new IntOpenHashSet();
    private final boolean withheld;
    private final byte[] inUse;
    private @Nullable List<AssetHit> assets;
    private boolean sorted;
    private int fields;
    private long calls;

    Toll(Flow flow, Known known, Called called) {
        this.flow = flow;
        this.known = known;
        this.called = called;
        this.owners = new OwnerHit[flow.owners()];
        this.inUse = new byte[flow.owners()];
        this.rules = new byte[flow.size()];
        this.carried = Spread.carried(flow);
        this.slowest = Spread.slowest(flow, sourceCycles());
        this.copiedAnew = copiedAnew();
        readFootings();
        this.withheld = isWithheld();
        for (int field = flow.starts(); field < flow.size(); field++) {
            if (flow.owner(field) != Flow.NONE) {
                reachedByFields.set(flow.owner(field));
            }
        }
        known.named().forEach(this::weigh);
        for (int field = flow.starts(); field < flow.size(); field++) {
            weigh(field);
        }
        flow.wholes().forEach(this::weighWhole);
        ownersHit.forEach(this::addOwner);
        known.uses().forEach(this::addUse);
    }

    ImpactTotals totals(int designations) {
        var forms =
                (int) ownersHit.stream().filter(hit -> flow.isForm(hit.owner)).count();
        return new ImpactTotals(
                fields,
                ownersHit.size() - forms,
                systems.size(),
                departments.size(),
                forms,
                counted.size(),
                calls,
                designations);
    }

    Called called() {
        return called;
    }

    Flow flow() {
        return flow;
    }

    /// Everything that is hit, worst first.
    synchronized List<AssetHit> assets() {
        var known = assets;
        if (known == null) {
            known = new ArrayList<>(fields + ownersHit.size() + systems.size());
            for (var named : namedRules.entrySet()) {
                known.add(fieldHit(named.getKey().field(), named.getKey().owner(), 0, Flow.NONE, named.getValue()));
            }
            for (int field = flow.starts(); field < flow.size(); field++) {
                if (rules[field] != SPARED) {
                    known.add(
                            fieldHit(field, flow.owner(field), flow.hop(field), flow.by(field), Rule.at(rules[field])));
                }
            }
            for (var hit : ownersHit) {
                known.add(ownerHit(hit));
            }
            called.lookSystems(systems.keySet());
            for (var hit : systems.values()) {
                known.add(systemHit(hit));
            }
            known.sort(AssetHit.worstFirst(called));
            assets = known;
        }
        return known;
    }

    /// The agreements whose users are hit, worst first.
    synchronized List<AgreementHit> agreements() {
        if (!sorted) {
            agreements.sort(AgreementHit.worstFirst(called));
            sorted = true;
        }
        return agreements;
    }

    List<DepartmentHit> departments() {
        return departments.values().stream().sorted(DepartmentHit.WORST_FIRST).toList();
    }

    private ChangeKind kind() {
        return known.change().kind();
    }

    private Map<Integer, Cycle> sourceCycles() {
        var cycles = new HashMap<Integer, Cycle>();
        if (kind() == ChangeKind.CHANGE_CYCLE) {
            for (int owner = 0; owner < flow.startOwners(); owner++) {
                var of = owner;
                Optional.ofNullable(known.change().cycle())
                        .or(() -> Cycle.ofWord(facts(of).cycle()))
                        .ifPresent(cycle -> cycles.put(of, cycle));
            }
        }
        return cycles;
    }

    /// What is changed everywhere at once begins everywhere: what takes it over as it is from another is told by the
    /// rows.
    private IntOpenHashSet copiedAnew() {
        var copied = new IntOpenHashSet();
        if (!known.named().isEmpty()) {
            for (int link = 0; link < flow.links(); link++) {
                var from = flow.linkFrom(link);
                if (flow.linkTo(link) >= 0
                        && !Activity.PROCESSING.word().equals(flow.activity(link))
                        && (from < 0 || carried.at(from) == Rule.Carried.COPIED.ordinal())) {
                    copied.add(flow.linkTo(link));
                }
            }
        }
        return copied;
    }

    /// By what each department uses what is restricted: by the best of its agreements.
    private void readFootings() {
        if (kind() != ChangeKind.RESTRICT_SHARING) {
            return;
        }
        for (int owner = 0; owner < flow.startOwners(); owner++) {
            var department = facts(owner).department();
            if (department != null) {
                ownDepartments.add(department);
            }
        }
        for (var use : known.uses()) {
            if (flow.isStart(use.owner())) {
                footings.merge(use.consumer(), footing(use), (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
    }

    private Rule.Footing footing(Used use) {
        return restrictedTo(use.owner()) == SharingClass.WITHHELD
                        || !use.missing().isEmpty()
                ? Rule.Footing.FALLS_SHORT
                : Rule.Footing.SUFFICES;
    }

    private SharingClass restrictedTo(int owner) {
        var to = known.change().sharing();
        return to != null
                ? to
                : SharingClass.ofWord(facts(owner).sharing())
                        .orElse(SharingClass.UNCONDITIONAL)
                        .stricter();
    }

    private boolean isWithheld() {
        if (kind() != ChangeKind.RESTRICT_SHARING) {
            return false;
        }
        for (int owner = 0; owner < flow.startOwners(); owner++) {
            if (!flow.isForm(owner) && restrictedTo(owner) == SharingClass.WITHHELD) {
                return true;
            }
        }
        return false;
    }

    private void weigh(Named field) {
        var carriedAs = copiedAnew.contains(field.field()) ? Rule.Carried.COPIED : Rule.Carried.BEYOND;
        var rule = weigh(
                field.field(),
                field.owner(),
                field.acquisition(),
                0,
                field.bond(),
                carriedAs,
                field.field() < flow.size() ? slowest.at(field.field()) : Flow.NONE);
        if (rule.severity().isPresent()) {
            namedRules.put(field, rule);
        }
    }

    private void weigh(int field) {
        var rule = weigh(
                field,
                flow.owner(field),
                flow.acquisition(field),
                flow.hop(field),
                Rule.Bond.DERIVED,
                carried(carried.at(field)),
                slowest.at(field));
        rules[field] = rule.severity().isPresent() ? (byte) rule.ordinal() : SPARED;
    }

    private Rule weigh(
            int field,
            int owner,
            @Nullable String acquisition,
            int hop,
            Rule.Bond bond,
            Rule.Carried carriedAs,
            int sourceCycle) {
        var mode = AcquisitionMode.ofWord(acquisition);
        var rule = rule(
                owner,
                mode == AcquisitionMode.COLLECTED || mode == AcquisitionMode.GENERATED,
                known.alternative(field) != Flow.NONE,
                hop,
                bond,
                carriedAs,
                sourceCycle);
        var severity = rule.severity().orElse(null);
        if (severity != null) {
            fields++;
            if (owner != Flow.NONE) {
                hit(owner, hop).suffers(severity, hop);
            }
            var department =
                    departmentHit(owner == Flow.NONE ? null : facts(owner).department());
            if (department != null) {
                department.field().suffers(severity, hop);
            }
        }
        return rule;
    }

    private OwnerHit hit(int owner, int hop) {
        var hit = owners[owner];
        if (hit == null) {
            hit = new OwnerHit(owner, hop);
            owners[owner] = hit;
            ownersHit.add(hit);
        }
        return hit;
    }

    private AssetHit fieldHit(int field, int owner, int hop, int by, Rule rule) {
        var severity = rule.severity().orElseThrow();
        var tellsOfIt = rule.tellsAlternative() || kind() != ChangeKind.STOP && severity != Severity.NOTICE;
        return new AssetHit(
                Kind.DATA_FIELD,
                field,
                null,
                owner == Flow.NONE ? null : facts(owner).department(),
                hop,
                severity,
                by,
                rule,
                owner == Flow.NONE ? "" : pace(owner, field < flow.size() ? slowest.at(field) : Flow.NONE),
                tellsOfIt ? known.alternative(field) : Flow.NONE);
    }

    /// What is reached as a whole is hit though no field of it is on file; where fields are, they tell.
    private void weighWhole(int owner) {
        var hop = flow.wholeHop(owner);
        var hit = owners[owner];
        if (hit == null && reachedByFields.get(owner)) {
            return;
        }
        if (hit == null) {
            var rule = rule(
                    owner,
                    false,
                    false,
                    hop,
                    Rule.Bond.DERIVED,
                    carried(carried.atWhole(owner)),
                    slowest.atWhole(owner));
            if (rule.severity().isEmpty()) {
                return;
            }
            hit = hit(owner, hop);
            hit.whole = rule.severity().get();
        }
        hit.by = flow.wholeBy(owner);
        hit.hop = Math.min(hit.hop, hop);
    }

    private Rule rule(
            int owner,
            boolean madeByItself,
            boolean alternative,
            int hop,
            Rule.Bond bond,
            Rule.Carried carriedAs,
            int sourceCycle) {
        return Rule.of(
                kind(),
                new Rule.Circumstances(
                        owner == Flow.NONE || isInUse(owner),
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

    private Rule.Pace paceOf(int owner, int sourceCycle) {
        if (kind() != ChangeKind.CHANGE_CYCLE) {
            return Rule.Pace.UNKNOWN;
        }
        var own = owner == Flow.NONE
                ? Optional.<Cycle>empty()
                : Cycle.ofWord(facts(owner).cycle());
        return own.isEmpty() || sourceCycle < 0
                ? Rule.Pace.UNKNOWN
                : own.get().ordinal() < sourceCycle ? Rule.Pace.FASTER : Rule.Pace.NO_FASTER;
    }

    private String pace(int owner, int sourceCycle) {
        return kind() != ChangeKind.CHANGE_CYCLE || paceOf(owner, sourceCycle) != Rule.Pace.FASTER
                ? ""
                : "本身%s,来源%s".formatted(facts(owner).cycle(), Cycle.values()[sourceCycle].word());
    }

    private Rule.Footing footing(int owner) {
        var department = owner == Flow.NONE ? null : facts(owner).department();
        if (department == null) {
            return Rule.Footing.NONE;
        }
        return ownDepartments.contains(department)
                ? Rule.Footing.OWN
                : footings.getOrDefault(department, Rule.Footing.NONE);
    }

    private void addOwner(OwnerHit hit) {
        var facts = facts(hit.owner);
        var department = departmentHit(facts.department());
        if (department != null) {
            department.suffers(hit.severity(), hit.hop);
            if (!flow.isForm(hit.owner)) {
                department.resource();
            }
            if (facts.system() != null && !known.isAsked(Kind.INFORMATION_SYSTEM, facts.system())) {
                department.system(facts.system());
            }
        }
        systemHit(facts.system()).ifPresent(one -> one.keeps(hit));
    }

    private AssetHit ownerHit(OwnerHit hit) {
        return new AssetHit(
                flow.isForm(hit.owner) ? Kind.FORM : Kind.DATA_RESOURCE,
                hit.owner,
                null,
                facts(hit.owner).department(),
                hit.hop,
                hit.severity(),
                hit.by,
                null,
                hit.said(),
                Flow.NONE);
    }

    private void addUse(Used use) {
        var suffered = suffered(use).orElse(null);
        if (suffered == null) {
            return;
        }
        var changed = flow.isStart(use.owner());
        var reached = owners[use.owner()];
        var hop = changed || reached == null ? 0 : reached.hop;
        if (counted.add(use.agreement())) {
            calls += use.calls();
            agreements.add(new AgreementHit(use, hop, suffered, changed));
        }
        var department = departmentHit(use.consumer());
        if (department != null) {
            department.sharing(use.calls()).suffers(suffered, hop);
            if (use.system() != null && !known.isAsked(Kind.INFORMATION_SYSTEM, use.system())) {
                department.system(use.system());
            }
        }
        systemHit(use.system()).ifPresent(one -> one.uses(suffered, hop));
    }

    /// What the user by an agreement suffers: of what is changed itself by the change, of what is hit as that is.
    private Optional<Severity> suffered(Used use) {
        var reached = owners[use.owner()];
        var hit = Optional.ofNullable(reached).map(OwnerHit::severity);
        if (!flow.isStart(use.owner())) {
            return kind() == ChangeKind.RESTRICT_SHARING ? Optional.empty() : hit;
        }
        return switch (kind()) {
            case RESTRICT_SHARING ->
                footing(use) == Rule.Footing.SUFFICES
                        ? Optional.empty()
                        : Optional.of(
                                restrictedTo(use.owner()) == SharingClass.WITHHELD ? stopped() : Severity.DEGRADING);
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
        for (int field = 0; field < flow.starts(); field++) {
            if (known.alternative(field) == Flow.NONE) {
                return Severity.BREAKING;
            }
        }
        return flow.starts() > 0 ? Severity.DEGRADING : Severity.BREAKING;
    }

    private AssetHit systemHit(SystemHit hit) {
        var facts = system(hit.key);
        var used = isInUse(facts);
        return new AssetHit(
                Kind.INFORMATION_SYSTEM,
                Flow.NONE,
                hit.key,
                facts.department(),
                hit.hop,
                used ? hit.severity : Severity.NOTICE,
                Flow.NONE,
                null,
                hit.said(used),
                Flow.NONE);
    }

    private boolean isInUse(int owner) {
        if (inUse[owner] == 0) {
            var facts = facts(owner);
            var is = (facts.status() == null || !OUT_OF_USE.contains(facts.status()))
                    && (facts.system() == null || isInUse(system(facts.system())));
            inUse[owner] = (byte) (is ? 1 : 2);
        }
        return inUse[owner] == 1;
    }

    private static boolean isInUse(Image.SystemFacts system) {
        return system.status() == null || !OUT_OF_USE.contains(system.status());
    }

    private Image.OwnerFacts facts(int owner) {
        return known.owners().get(owner);
    }

    private Image.SystemFacts system(String key) {
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

    private @Nullable DepartmentHit departmentHit(@Nullable String key) {
        return key == null || known.isAsked(Kind.DEPARTMENT, key)
                ? null
                : departments.computeIfAbsent(key, DepartmentHit::new);
    }

    /// What a resource or form suffers: the worst of its fields.
    private static final class OwnerHit {

        private final int owner;
        private final int[] suffered = new int[SEVERITIES.length];
        private int hop;
        private Severity whole = Severity.NOTICE;
        private int by = Flow.NONE;

        OwnerHit(int owner, int hop) {
            this.owner = owner;
            this.hop = hop;
        }

        void suffers(Severity one, int at) {
            suffered[one.ordinal()]++;
            hop = Math.min(hop, at);
        }

        Severity severity() {
            for (var severity : SEVERITIES) {
                if (suffered[severity.ordinal()] > 0) {
                    return severity;
                }
            }
            return whole;
        }

        String said() {
            var counts = new ArrayList<String>();
            for (var severity : SEVERITIES) {
                if (suffered[severity.ordinal()] > 0) {
                    counts.add("%s%d项".formatted(severity.word(), suffered[severity.ordinal()]));
                }
            }
            return counts.isEmpty() ? "没有登记信息项,按整体计" : "受影响的信息项:" + String.join("、", counts);
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
