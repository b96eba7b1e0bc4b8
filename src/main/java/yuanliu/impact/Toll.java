package yuanliu.impact;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.AcquisitionMode;
import yuanliu.catalog.Kind;
import yuanliu.lineage.Activity;
import yuanliu.memory.Flow;
import yuanliu.memory.Image;
import yuanliu.memory.Marks;

/// What a change costs, and whom: what it comes to weighed by the rules, and added up by owner, system and department.
/// Fields, owners and agreements are known by their numbers; what they are called is looked up for what is shown.
final class Toll {

    private static final Set<String> OUT_OF_USE = Set.of("停用", "测试", "已停用");
    /// What an agreement may not say, in the order of the bits of [Image.Uses].
    private static final List<String> MISSING = List.of("依据", "用途", "共享方式", "授权日期", "到期日期");

    /// Changes of which it matters how they come to what they hit: as it is, or processed.
    private static final Set<ChangeKind> OF_HOW_IT_COMES =
            EnumSet.of(ChangeKind.CHANGE_TYPE, ChangeKind.CHANGE_CODE_LIST, ChangeKind.CORRECT);

    private static final byte SPARED = -1;
    private static final Severity[] SEVERITIES = Severity.values();

    /// What is to be known of what is hit.
    ///
    /// @param change       what is done
    /// @param owners       by the number of what is hit or changed
    /// @param parties      departments and systems, by the numbers that owners and agreements name
    /// @param uses         agreements in force of the resources that are changed or reached
    /// @param alternatives by the number of a field, the number of one that may take its place, or [Flow#NONE]; what is
    /// beyond its end has none
    /// @param named        fields that are hit because they represent the element that is changed, or are called like
    /// it
    /// @param asked        the system or department that is changed: it is not counted among those that are hit
    record Known(
            Change change,
            List<Image.OwnerFacts> owners,
            Image.Parties parties,
            Image.Uses uses,
            int[] alternatives,
            List<Named> named,
            Optional<Asked> asked) {

        boolean isAsked(Kind kind, String key) {
            return asked.filter(one -> one.kind() == kind && one.key().equals(key))
                    .isPresent();
        }

        int alternative(int field) {
            return field < alternatives.length ? alternatives[field] : Flow.NONE;
        }
    }

    record Asked(Kind kind, String key) {}

    /// @param field its number
    /// @param owner the number of what it belongs to, or [Flow#NONE]
    record Named(Rule.Bond bond, int field, @Nullable String acquisition, int owner) {}

    /// Who uses a resource by an agreement.
    ///
    /// @param owner     the number of the resource
    /// @param agreement what tells it from the others
    /// @param consumer  the key of the department that uses it
    /// @param missing   what it does not say
    record Used(int owner, long agreement, String consumer, long calls, List<String> missing) {}

    private final Flow flow;
    private final Known known;
    private final Called called;
    private final Spread carried;
    private final Spread slowest;
    private final IntOpenHashSet copiedAnew;
    private final BitSet reachedByFields = new BitSet();
    private final Int2ObjectMap<Rule.Footing> footings = new Int2ObjectOpenHashMap<>();
    private final IntSet ownDepartments = new IntOpenHashSet();
    /// By the number of a field, the rule that weighs it.
    private final byte[] rules;
    private final Map<Named, Rule> namedRules = new LinkedHashMap<>();
    private final OwnerHit[] owners;
    private final List<OwnerHit> ownersHit = new ArrayList<>();
    /// By their numbers, and how many there are; the numbers of those that are asked of themselves.
    private final @Nullable SystemHit[] systems;
    private final @Nullable DepartmentHit[] departments;
    private final List<SystemHit> systemsHit = new ArrayList<>();
    private final List<DepartmentHit> departmentsHit = new ArrayList<>();
    private final int askedSystem;
    private final int askedDepartment;
    /// The first department of which a system was counted, with one added; few are of more.
    private final int[] firstOf;
    /// Which systems were counted of other departments: the department's number, then the system's.
    private final LongOpenHashSet systemsOfOthers = new LongOpenHashSet();
    private final Marks counted;
    /// By the numbers of circumstances, the rules that fit at the hop that was looked at last: fields come nearest
    /// first.
    private final @Nullable Rule[] remembered = new @Nullable Rule[Rule.Circumstances.NUMBERS];

    private int rememberedAt = Flow.NONE;
    private @Nullable String statusBefore;
    private boolean outOfUseBefore;
    private final boolean withheld;
    private final byte[] inUse;
    private @Nullable List<AssetHit> assets;
    private @Nullable List<AgreementHit> agreements;
    private @Nullable List<DepartmentHit> sorted;
    private int fields;
    private long calls;

    Toll(Flow flow, Known known, Called called) {
        this.flow = flow;
        this.known = known;
        this.called = called;
        this.counted = Marks.of(known.uses().size());
        this.owners = new OwnerHit[flow.owners()];
        this.inUse = new byte[flow.owners()];
        this.rules = new byte[flow.size()];
        this.firstOf = new int[known.parties().systems().size()];
        this.systems = new SystemHit[known.parties().systems().size()];
        this.departments = new DepartmentHit[known.parties().departments().size()];
        this.askedSystem = asked(Kind.INFORMATION_SYSTEM, systems.length, this::systemKey);
        this.askedDepartment = asked(Kind.DEPARTMENT, departments.length, this::departmentKey);
        this.carried = OF_HOW_IT_COMES.contains(kind()) ? Spread.carried(flow) : Spread.nothing();
        this.slowest = kind() == ChangeKind.CHANGE_CYCLE ? Spread.slowest(flow, sourceCycles()) : Spread.nothing();
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
        flow.eachWhole(this::weighWhole);
        ownersHit.forEach(this::addOwner);
        for (int use = 0; use < known.uses().size(); use++) {
            addUse(use);
        }
    }

    /// Whether a change is weighed by every row that is walked, and not by that alone by which something is reached.
    static boolean looksAtAllLinks(ChangeKind change) {
        return OF_HOW_IT_COMES.contains(change) || change == ChangeKind.CHANGE_CYCLE;
    }

    private int asked(Kind kind, int size, IntFunction<String> keys) {
        if (known.asked().filter(one -> one.kind() == kind).isPresent()) {
            for (int number = 0; number < size; number++) {
                if (known.isAsked(kind, keys.apply(number))) {
                    return number;
                }
            }
        }
        return Flow.NONE;
    }

    private String departmentKey(int department) {
        return known.parties().departments().get(department);
    }

    private @Nullable String departmentKeyOrNull(int department) {
        return department == Flow.NONE ? null : departmentKey(department);
    }

    private String systemKey(int system) {
        return known.parties().systems().get(system).key();
    }

    ImpactTotals totals(int designations) {
        var forms =
                (int) ownersHit.stream().filter(hit -> flow.isForm(hit.owner)).count();
        return new ImpactTotals(
                fields,
                ownersHit.size() - forms,
                systemsHit.size(),
                departmentsHit.size(),
                forms,
                counted.count(),
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
            known = new ArrayList<>(fields + ownersHit.size() + systemsHit.size());
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
            called.lookSystems(
                    systemsHit.stream().map(hit -> systemKey(hit.system)).toList());
            for (var hit : systemsHit) {
                known.add(systemHit(hit));
            }
            known.sort(AssetHit.worstFirst(called));
            assets = known;
        }
        return known;
    }

    /// The agreements whose users are hit, worst first.
    synchronized List<AgreementHit> agreements() {
        var hit = agreements;
        if (hit == null) {
            hit = new ArrayList<>();
            var told = new LongOpenHashSet();
            for (int use = 0; use < known.uses().size(); use++) {
                var severity = suffered(use);
                if (severity != null && told.add(known.uses().agreement(use))) {
                    hit.add(new AgreementHit(
                            used(use),
                            hop(use),
                            severity,
                            flow.isStart(known.uses().owner(use))));
                }
            }
            hit.sort(AgreementHit.worstFirst(called));
            agreements = hit;
        }
        return hit;
    }

    /// What an agreement does not say, as the bits of [Image.Uses].
    static int missing(Collection<String> words) {
        var bits = 0;
        for (int i = 0; i < MISSING.size(); i++) {
            bits |= words.contains(MISSING.get(i)) ? 1 << i : 0;
        }
        return bits;
    }

    private static List<String> missing(int bits) {
        var missing = new ArrayList<String>();
        for (int i = 0; i < MISSING.size(); i++) {
            if ((bits >> i & 1) == 1) {
                missing.add(MISSING.get(i));
            }
        }
        return missing;
    }

    private Used used(int use) {
        var uses = known.uses();
        return new Used(
                uses.owner(use),
                uses.agreement(use),
                departmentKey(uses.consumer(use)),
                uses.calls(use),
                missing(uses.missing(use)));
    }

    synchronized List<DepartmentHit> departments() {
        var hit = sorted;
        if (hit == null) {
            hit = departmentsHit.stream().sorted(DepartmentHit.WORST_FIRST).toList();
            sorted = hit;
        }
        return hit;
    }

    private ChangeKind kind() {
        return known.change().kind();
    }

    private Map<Integer, Cycle> sourceCycles() {
        var cycles = new HashMap<Integer, Cycle>();
        for (int owner = 0; owner < flow.startOwners(); owner++) {
            var of = owner;
            Optional.ofNullable(known.change().cycle())
                    .or(() -> Cycle.ofWord(facts(of).cycle()))
                    .ifPresent(cycle -> cycles.put(of, cycle));
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
            if (department != Flow.NONE) {
                ownDepartments.add(department);
            }
        }
        for (int use = 0; use < known.uses().size(); use++) {
            if (flow.isStart(known.uses().owner(use))) {
                footings.merge(
                        known.uses().consumer(use),
                        footingOfUse(use),
                        (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
    }

    private Rule.Footing footingOfUse(int use) {
        return restrictedTo(known.uses().owner(use)) == SharingClass.WITHHELD
                        || known.uses().missing(use) != 0
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
                slowest.at(field.field()));
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
                    departmentHit(owner == Flow.NONE ? Flow.NONE : facts(owner).department());
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
                owner == Flow.NONE ? null : departmentKeyOrNull(facts(owner).department()),
                hop,
                severity,
                by,
                rule,
                owner == Flow.NONE ? "" : pace(owner, slowest.at(field)),
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
        var circumstances = new Rule.Circumstances(
                owner == Flow.NONE || isInUse(owner),
                madeByItself,
                alternative,
                hop,
                bond,
                carriedAs,
                paceOf(owner, sourceCycle),
                footing(owner),
                withheld);
        if (hop != rememberedAt) {
            Arrays.fill(remembered, null);
            rememberedAt = hop;
        }
        var number = circumstances.number();
        var rule = remembered[number];
        if (rule == null) {
            rule = Rule.of(kind(), circumstances);
            remembered[number] = rule;
        }
        return rule;
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
        var department = owner == Flow.NONE ? Flow.NONE : facts(owner).department();
        if (department == Flow.NONE) {
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
            addSystem(department, facts.department(), facts.system());
        }
        var system = systemOf(facts.system());
        if (system != null) {
            system.keeps(hit);
        }
    }

    private void addSystem(DepartmentHit department, int number, int system) {
        if (system == Flow.NONE || system == askedSystem) {
            return;
        }
        var first = firstOf[system] - 1;
        if (first == Flow.NONE) {
            firstOf[system] = number + 1;
            department.system();
        } else if (first != number && systemsOfOthers.add((long) number << Integer.SIZE | system)) {
            department.system();
        }
    }

    private AssetHit ownerHit(OwnerHit hit) {
        return new AssetHit(
                flow.isForm(hit.owner) ? Kind.FORM : Kind.DATA_RESOURCE,
                hit.owner,
                null,
                departmentKeyOrNull(facts(hit.owner).department()),
                hit.hop,
                hit.severity(),
                hit.by,
                null,
                hit.said(),
                Flow.NONE);
    }

    private void addUse(int use) {
        var suffered = suffered(use);
        if (suffered == null) {
            return;
        }
        var uses = known.uses();
        var hop = hop(use);
        var agreement = Math.toIntExact(uses.agreement(use));
        if (counted.add(agreement)) {
            calls += uses.calls(use);
        }
        var department = departmentHit(uses.consumer(use));
        if (department != null) {
            department.sharing(uses.calls(use)).suffers(suffered, hop);
            addSystem(department, uses.consumer(use), uses.system(use));
        }
        var system = systemOf(uses.system(use));
        if (system != null) {
            system.uses(suffered, hop);
        }
    }

    private int hop(int use) {
        var owner = known.uses().owner(use);
        var reached = owners[owner];
        return flow.isStart(owner) || reached == null ? 0 : reached.hop;
    }

    /// What the user by an agreement suffers: of what is changed itself by the change, of what is hit as that is; null
    /// for nothing.
    private @Nullable Severity suffered(int use) {
        var owner = known.uses().owner(use);
        var reached = owners[owner];
        var hit = reached == null ? null : reached.severity();
        if (!flow.isStart(owner)) {
            return kind() == ChangeKind.RESTRICT_SHARING ? null : hit;
        }
        return switch (kind()) {
            case RESTRICT_SHARING ->
                footingOfUse(use) == Rule.Footing.SUFFICES
                        ? null
                        : restrictedTo(owner) == SharingClass.WITHHELD ? stopped() : Severity.DEGRADING;
            case STOP -> worse(stopped(), hit);
            case CHANGE_TYPE, CHANGE_CODE_LIST -> worse(Severity.BREAKING, hit);
            case RENAME, TRANSFER_SOURCE, CORRECT -> worse(Severity.DEGRADING, hit);
            case CHANGE_CYCLE -> worse(Severity.NOTICE, hit);
        };
    }

    private static Severity worse(Severity one, @Nullable Severity other) {
        return other != null && other.compareTo(one) < 0 ? other : one;
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
        var facts = known.parties().systems().get(hit.system);
        var used = isInUse(facts);
        return new AssetHit(
                Kind.INFORMATION_SYSTEM,
                Flow.NONE,
                facts.key(),
                departmentKeyOrNull(facts.department()),
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
            var is = isInUse(facts.status())
                    && (facts.system() == Flow.NONE
                            || isInUse(known.parties().systems().get(facts.system())));
            inUse[owner] = (byte) (is ? 1 : 2);
        }
        return inUse[owner] == 1;
    }

    private boolean isInUse(Image.SystemFacts system) {
        return isInUse(system.status());
    }

    /// Most say the same one after the other.
    private boolean isInUse(@Nullable String status) {
        if (status != statusBefore) {
            statusBefore = status;
            outOfUseBefore = status != null && OUT_OF_USE.contains(status);
        }
        return !outOfUseBefore;
    }

    private Image.OwnerFacts facts(int owner) {
        return known.owners().get(owner);
    }

    /// Null where there is none, or where it is what is asked of.
    private @Nullable SystemHit systemOf(int system) {
        if (system == Flow.NONE || system == askedSystem) {
            return null;
        }
        var hit = systems[system];
        if (hit == null) {
            hit = new SystemHit(system);
            systems[system] = hit;
            systemsHit.add(hit);
        }
        return hit;
    }

    /// As [#systemOf(int)].
    private @Nullable DepartmentHit departmentHit(int department) {
        if (department == Flow.NONE || department == askedDepartment) {
            return null;
        }
        var hit = departments[department];
        if (hit == null) {
            hit = new DepartmentHit(departmentKey(department));
            departments[department] = hit;
            departmentsHit.add(hit);
        }
        return hit;
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

        private final int system;
        private Severity severity = Severity.NOTICE;
        private int hop = Integer.MAX_VALUE;
        private int kept;
        private int used;

        SystemHit(int system) {
            this.system = system;
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
