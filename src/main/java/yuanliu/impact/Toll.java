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
import yuanliu.lineage.Owner;
import yuanliu.lineage.Walk;
import yuanliu.sharing.Use;

/// What a stop costs, and whom: the spread weighed by the rules, and added up by owner, system and department.
final class Toll {

    private static final Set<String> OUT_OF_USE = Set.of("停用", "测试", "已停用");

    /// What is to be known of what is hit.
    ///
    /// @param owners       of everything that is hit or stopped
    /// @param systems      by key
    /// @param uses         agreements in force of the resources that are stopped or hit
    /// @param alternatives by the key of a field, the key of one that may take its place
    /// @param asked        the system or department that stops: it is not counted among those that are hit
    record Known(
            Map<Owner, OwnerFacts> owners,
            Map<String, SystemFacts> systems,
            List<Use> uses,
            Map<String, String> alternatives,
            Optional<Asked> asked) {

        boolean isAsked(Kind kind, @Nullable String key) {
            return asked.filter(one -> one.kind() == kind && one.key().equals(key))
                    .isPresent();
        }
    }

    record Asked(Kind kind, String key) {}

    record OwnerFacts(
            String code,
            @Nullable String status,
            @Nullable String department,
            @Nullable String system) {}

    record SystemFacts(
            String code, @Nullable String status, @Nullable String department) {

        boolean inUse() {
            return status == null || !OUT_OF_USE.contains(status);
        }
    }

    private final Walk walk;
    private final Known known;
    private final Map<Owner, OwnerHit> owners = new LinkedHashMap<>();
    private final Map<String, SystemHit> systems = new LinkedHashMap<>();
    private final Map<String, DepartmentHit> departments = new HashMap<>();
    private final List<AssetHit> assets = new ArrayList<>();
    private final Set<String> agreements = new HashSet<>();
    private long calls;

    Toll(Walk walk, Known known) {
        this.walk = walk;
        this.known = known;
        walk.owners().forEach((owner, hop) -> owners.put(owner, new OwnerHit(owner, hop)));
        walk.fields().forEach(this::weigh);
        walk.wholes().forEach(hit -> owner(hit.owner()).by = hit.by());
        owners.values().forEach(this::addOwner);
        known.uses().forEach(this::addUse);
        systems.values().forEach(this::addSystem);
        assets.sort(AssetHit.WORST_FIRST);
    }

    ImpactTotals totals() {
        var forms = (int) owners.keySet().stream().filter(Owner::isForm).count();
        return new ImpactTotals(
                walk.fields().size(),
                owners.size() - forms,
                systems.size(),
                departments.size(),
                forms,
                agreements.size(),
                calls);
    }

    List<AssetHit> assets() {
        return assets;
    }

    List<DepartmentHit> departments() {
        return departments.values().stream().sorted(DepartmentHit.WORST_FIRST).toList();
    }

    private void weigh(Walk.FieldReached hit) {
        var owner = hit.field().owner();
        var acquisition = AcquisitionMode.ofWord(hit.field().acquisition());
        var alternative = known.alternatives().get(hit.field().key());
        var rule = StopRule.of(new StopRule.Circumstances(
                owner == null || inUse(owner),
                acquisition == AcquisitionMode.COLLECTED || acquisition == AcquisitionMode.GENERATED,
                alternative));
        var department = owner == null ? null : department(owner);
        assets.add(new AssetHit(
                Kind.DATA_FIELD,
                hit.field().key(),
                hit.field().code(),
                department,
                hit.hop(),
                rule.severity(),
                hit.by(),
                rule,
                "",
                rule == StopRule.ALTERNATIVE ? alternative : null));
        if (owner != null) {
            owner(owner).suffered.merge(rule.severity(), 1, Integer::sum);
        }
        departmentHit(department).ifPresent(one -> one.field().suffers(rule.severity(), hit.hop()));
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
        var stopped = walk.start().owners().contains(resource);
        var hit = owners.get(resource);
        var hop = stopped ? 0 : owner(resource).hop;
        var severity = hit == null ? stoppedAt(resource) : hit.severity();
        if (stopped && stoppedAt(resource).compareTo(severity) < 0) {
            severity = stoppedAt(resource);
        }
        if (agreements.add(use.agreement())) {
            calls += use.calls();
        }
        var suffered = severity;
        departmentHit(use.consumer()).ifPresent(one -> {
            one.sharing(use.calls()).suffers(suffered, hop);
            if (use.system() != null && !known.isAsked(Kind.INFORMATION_SYSTEM, use.system())) {
                one.system(use.system());
            }
        });
        systemHit(use.system()).ifPresent(one -> one.uses(suffered, hop));
    }

    /// What the users of a resource suffer whose fields are stopped: they can do otherwise when each of these can be
    /// had
    /// from elsewhere.
    private Severity stoppedAt(Owner resource) {
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

    private @Nullable String department(Owner owner) {
        return facts(owner).department();
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

    private OwnerHit owner(Owner owner) {
        var hit = owners.get(owner);
        if (hit == null) {
            throw new IllegalStateException("%s is not hit".formatted(owner));
        }
        return hit;
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
        private final int hop;
        private final Map<Severity, Integer> suffered = new EnumMap<>(Severity.class);
        private Walk.@Nullable By by;

        OwnerHit(Owner owner, int hop) {
            this.owner = owner;
            this.hop = hop;
        }

        Severity severity() {
            return suffered.isEmpty()
                    ? inUse(owner) ? Severity.BREAKING : Severity.NOTICE
                    : suffered.keySet().iterator().next();
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
