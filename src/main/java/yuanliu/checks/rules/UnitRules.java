package yuanliu.checks.rules;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import yuanliu.checks.rules.Evidence.Kind;
import yuanliu.checks.rules.Facts.Department;
import yuanliu.checks.rules.Facts.Designation;
import yuanliu.checks.rules.Facts.Field;
import yuanliu.checks.rules.Facts.Unit;
import yuanliu.checks.rules.Terms.WordKind;
import yuanliu.ownership.SourceState;
import yuanliu.standards.Conformance;
import yuanliu.standards.Deviation;
import yuanliu.web.Codes;

/// What the ledger wants of a unit: S01–S11 and S13.
final class UnitRules {

    private UnitRules() {}

    static @Nullable Said collectedWithoutSource(Unit unit, Facts facts) {
        if (unit.source() != null || isAboutWhoOneIs(unit, facts)) {
            return null;
        }
        var collectors = meeting(collectors(unit, facts), facts);
        if (collectors.isEmpty()) {
            return null;
        }
        var departments = Facts.departmentsOf(collectors);
        var users = facts.usersOf(unit);
        var evidence = new ArrayList<Evidence>();
        collectors.forEach(field -> evidence.add(Evidence.of(
                Kind.PARTY,
                field,
                "%s以“%s”%s".formatted(named(field.owner().department()), field.shown(), mode(field)))));
        claims(unit, evidence);
        if (!users.isEmpty()) {
            evidence.add(Evidence.term("经共享使用该数据的部门 %d 个：%s".formatted(users.size(), names(users.values()))));
        }
        var said = Said.of(
                "“%s”由 %d 个部门采集（%s），%s".formatted(unit.name(), departments.size(), names(departments), standing(unit)),
                evidence,
                authorities(unit, departments, facts));
        return switch (unit.state()) {
            case NO_STATUTORY_SOURCE -> said.with("该数据无法定数源：由数据主管部门指定牵头收集部门，或改用政务服务统一账号一类公共渠道");
            case DISPUTED -> said.with("由数据主管部门协调争议，明确一个数源部门");
            default -> said;
        };
    }

    private static String standing(Unit unit) {
        return switch (unit.state()) {
            case NO_STATUTORY_SOURCE -> "登记为无法定数源，也没有指定牵头收集部门";
            case DISPUTED -> "数源存在争议，没有有效的认定";
            default -> "没有有效的数源认定";
        };
    }

    /// Who may call themselves collectors: out of use, tests, exempt collections and what came from others left out.
    private static List<Field> collectors(Unit unit, Facts facts) {
        return unit.holders().stream()
                .filter(field -> field.collected() && field.owner().live() && !exempt(field, facts))
                .filter(field -> field.owner().department() != null
                        && !field.owner().department().gone())
                .filter(field -> !comesFromOthers(field, facts))
                .toList();
    }

    static boolean exempt(Field field, Facts facts) {
        var cells = field.owner().cells();
        return !cells.text("exemption").isEmpty()
                || facts.terms()
                        .says(
                                WordKind.EXEMPT,
                                field.owner().name() + cells.text("summary") + cells.text("notSharedBasis"));
    }

    /// Names and keys by which records are found, items of a certificate as such, people of one event: everybody asks.
    static boolean isAboutWhoOneIs(Unit unit, Facts facts) {
        return unit.element().identifying()
                || facts.terms().says(WordKind.EVENT, unit.element().name());
    }

    private static boolean comesFromOthers(Field field, Facts facts) {
        if (facts.above(field.key()).isEmpty()) {
            return false;
        }
        return Origins.above(facts, field.key()).keySet().stream()
                .map(facts::field)
                .filter(Objects::nonNull)
                .anyMatch(source -> !sameDepartment(source, field));
    }

    private static boolean sameDepartment(Field one, Field other) {
        var a = one.owner().department();
        var b = other.owner().department();
        return a != null && b != null && a.key().equals(b.key());
    }

    /// Those of a list of collectors that share ground and people with one of another line.
    private static List<Field> meeting(List<Field> collectors, Facts facts) {
        var met = new ArrayList<Field>();
        for (var one : collectors) {
            if (collectors.stream().anyMatch(other -> meet(one, other, facts))) {
                met.add(one);
            }
        }
        return met;
    }

    private static boolean meet(Field one, Field other, Facts facts) {
        var a = one.owner().department();
        var b = other.owner().department();
        return a != null
                && b != null
                && !a.line().equals(b.line())
                && facts.overlap(facts.regionOf(one.owner()), facts.regionOf(other.owner()))
                && overlap(
                        one.owner().cells().text("population"),
                        other.owner().cells().text("population"));
    }

    private static boolean overlap(String population, String other) {
        if (population.isBlank() || other.isBlank()) {
            return true;
        }
        var these = List.of(population.strip().split("[、,，;；]")).stream()
                .map(String::strip)
                .toList();
        return List.of(other.strip().split("[、,，;；]")).stream()
                .map(String::strip)
                .anyMatch(word -> these.stream().anyMatch(one -> one.contains(word) || word.contains(one)));
    }

    /// The data authorities of the places that the departments have in common, else the departments themselves.
    private static List<Department> authorities(Unit unit, Set<Department> departments, Facts facts) {
        var found = facts.all(Subject.DEPARTMENT).stream()
                .map(Department.class::cast)
                .filter(authority -> authority.authority() && !authority.gone() && authority.region() != null)
                .filter(authority -> departments.stream()
                        .allMatch(department -> department.region() != null
                                && facts.within(department.region(), Objects.requireNonNull(authority.region()))))
                .sorted(Comparator.comparingInt(Department::depth)
                        .reversed()
                        .thenComparing(Department::code, Codes.ORDER))
                .limit(1)
                .toList();
        return found.isEmpty() ? List.copyOf(departments) : found;
    }

    private static void claims(Unit unit, List<Evidence> evidence) {
        unit.designations().stream()
                .filter(Designation::inForce)
                .forEach(designation -> evidence.add(claim(designation)));
    }

    private static Evidence claim(Designation designation) {
        var says = "%s：%s%s%s%s"
                .formatted(
                        designation.state().word(),
                        designation.named() == null
                                ? "未写部门"
                                : designation.named().name(),
                        designation.document() == null ? "，未写依据" : "，依据" + designation.document(),
                        designation.clause() == null ? "" : designation.clause(),
                        designation.validFrom() == null ? "" : "，自" + designation.validFrom() + "起");
        var filed = designation.filed();
        return new Evidence(
                Kind.DOCUMENT,
                says,
                designation.named() == null ? null : "Department",
                designation.named() == null ? null : designation.named().key(),
                filed == null ? null : filed.batch(),
                filed == null ? null : filed.row());
    }

    static @Nullable Said namedTwice(Unit unit, Facts facts) {
        var own = naming(unit);
        var against = new ArrayList<Designation>();
        for (var designation : own) {
            if (own.stream().anyMatch(other -> !same(designation, other))) {
                against.add(designation);
            }
        }
        if (unit.region() != null) {
            otherScopes(unit, facts).stream()
                    .flatMap(other -> naming(other).stream())
                    .filter(other -> own.stream().anyMatch(one -> !sameLine(one, other)))
                    .forEach(against::add);
            if (!against.isEmpty()) {
                own.stream().filter(one -> !against.contains(one)).forEach(against::add);
            }
        }
        if (against.isEmpty()) {
            return null;
        }
        var departments = new LinkedHashSet<Department>();
        against.forEach(designation -> departments.add(Objects.requireNonNull(designation.responsible())));
        return Said.of(
                "“%s”同时认定给 %s，适用范围和有效期重叠".formatted(unit.name(), names(departments)),
                against.stream().map(UnitRules::claim).toList(),
                departments);
    }

    private static List<Designation> naming(Unit unit) {
        return unit.designations().stream()
                .filter(designation ->
                        designation.inForce() && designation.names() && designation.responsible() != null)
                .toList();
    }

    /// Units of the same datum whose scope has ground in common with a scoped one's.
    private static List<Unit> otherScopes(Unit unit, Facts facts) {
        var others = new ArrayList<Unit>();
        var whole = facts.unit(unit.heldAs());
        if (whole != null) {
            others.add(whole);
        }
        facts.scopesOf(unit).stream()
                .filter(other -> !other.key().equals(unit.key()))
                .filter(other -> facts.overlap(unit.region(), other.region()))
                .forEach(others::add);
        return others;
    }

    private static boolean same(Designation one, Designation other) {
        return Objects.requireNonNull(one.responsible())
                .key()
                .equals(Objects.requireNonNull(other.responsible()).key());
    }

    private static boolean sameLine(Designation one, Designation other) {
        return Objects.requireNonNull(one.responsible())
                .line()
                .equals(Objects.requireNonNull(other.responsible()).line());
    }

    static @Nullable Said sourceWithoutEntry(Unit unit, Facts facts) {
        var source = unit.source();
        if (source == null || facts.field(unit.at()) != null && conforms(unit, facts)) {
            return null;
        }
        if (unit.ofLine().stream()
                .map(facts::field)
                .anyMatch(field -> field != null && field.owner().live())) {
            return null;
        }
        var at = facts.field(unit.at());
        if (at == null
                && unit.holders().stream()
                        .anyMatch(field -> !field.owner().form()
                                && field.owner().live()
                                && field.owner().department() != null
                                && field.owner().department().key().equals(source.key()))) {
            return null;
        }
        var evidence = new ArrayList<Evidence>();
        claims(unit, evidence);
        if (at != null) {
            evidence.add(Evidence.of(Kind.CELL, at, "所认定的“%s”没有对应到该数源单元".formatted(at.shown())));
        }
        var line = unit.designations().stream()
                .anyMatch(designation -> designation.inForce() && designation.names() && designation.line());
        return Said.of(
                at == null
                        ? "“%s”认定%s为数源，%s的目录中没有对应的信息项"
                                .formatted(unit.name(), source.name() + (line ? "的条线" : ""), line ? "条线上各部门" : "该部门")
                        : "“%s”认定的数源信息项“%s”对应的不是该数据".formatted(unit.name(), at.shown()),
                evidence,
                source);
    }

    private static boolean conforms(Unit unit, Facts facts) {
        return unit.heldAs()
                .equals(Objects.requireNonNull(facts.field(unit.at())).unit());
    }

    static @Nullable Said sourceCannotServe(Unit unit, Facts facts) {
        var at = facts.field(unit.at());
        if (unit.source() == null || at == null) {
            return null;
        }
        var owner = at.owner();
        var reasons = new ArrayList<String>();
        if (at.withheld()) {
            var basis = owner.cells().text("notSharedBasis");
            reasons.add("不予共享" + (basis.isEmpty() ? "（未写依据）" : "（依据“%s”）".formatted(basis)));
        }
        var status = owner.cells().text("status");
        if (status.equals("已停用") || status.equals("草稿")) {
            reasons.add("资源状态为“%s”".formatted(status));
        }
        if (owner.system() != null && !owner.system().live()) {
            reasons.add("所在系统“%s”已%s"
                    .formatted(owner.system().name(), owner.system().status()));
        }
        if (reasons.isEmpty()) {
            return null;
        }
        var users = facts.usersOf(unit);
        var evidence = new ArrayList<Evidence>();
        evidence.add(
                Evidence.of(Kind.CELL, owner, "“%s”%s".formatted(owner.name().strip(), String.join("，", reasons))));
        claims(unit, evidence);
        return Said.of(
                "“%s”的数源“%s”不能提供共享：%s%s"
                        .formatted(
                                unit.name(),
                                at.shown(),
                                String.join("，", reasons),
                                users.isEmpty() ? "" : "；另有 %d 个部门在用该数据".formatted(users.size())),
                evidence,
                unit.source());
    }

    static @Nullable Said sourceOffTheStandard(Unit unit, Facts facts) {
        var at = facts.field(unit.at());
        if (unit.source() == null || at == null || !conforms(unit, facts)) {
            return null;
        }
        var differences = Conformance.of(at.shape(), unit.element().shape(), facts.codeLists()).stream()
                .filter(Deviation::conflicts)
                .map(Deviation::sentence)
                .toList();
        if (differences.isEmpty()) {
            return null;
        }
        return Said.of(
                "“%s”的数源信息项“%s”与数据元标准不符：%s".formatted(unit.name(), at.shown(), String.join("；", differences)),
                List.of(Evidence.of(Kind.CELL, at, String.join("；", differences))),
                unit.source());
    }

    static @Nullable Said slowerThanItsUsers(Unit unit, Facts facts) {
        var at = facts.field(unit.at());
        if (unit.source() == null || at == null) {
            return null;
        }
        var cycle = at.owner().cells().text("cycle");
        var days = facts.terms().daysOf(cycle);
        if (days == null) {
            return null;
        }
        var evidence = new ArrayList<Evidence>();
        var users = new ArrayList<Field>();
        for (var key : Origins.below(facts, at.key()).keySet()) {
            var user = facts.field(key);
            if (user == null
                    || user.owner().form()
                    || !unit.heldAs().equals(user.unit())
                    || !user.owner().live()
                    || user.owner().department() == null
                    || user.owner().department().authority()
                    || sameDepartment(user, at)) {
                continue;
            }
            var wanted = user.owner().cells().text("cycle");
            var wantedDays = facts.terms().daysOf(wanted);
            if (wantedDays != null && wantedDays < days && !wanted.equals("实时")) {
                users.add(user);
                evidence.add(Evidence.of(Kind.PARTY, user, "“%s”%s更新".formatted(user.shown(), wanted)));
            }
        }
        if (users.isEmpty()) {
            return null;
        }
        evidence.addFirst(Evidence.of(Kind.CELL, at, "数源“%s”%s更新".formatted(at.shown(), cycle)));
        return Said.of(
                "“%s”的数源%s更新，%d 处使用方更新更快：%s"
                        .formatted(
                                unit.name(),
                                cycle,
                                users.size(),
                                users.stream().map(Field::shown).collect(joining("、"))),
                evidence,
                unit.source());
    }

    static @Nullable Said usedAtSecondHand(Unit unit, Facts facts) {
        var at = facts.field(unit.at());
        var source = unit.source();
        if (source == null
                || at == null
                || unit.element().identifying()
                || at.withheld()
                || !at.owner().live()) {
            return null;
        }
        var below = Origins.below(facts, at.key());
        var evidence = new ArrayList<Evidence>();
        var users = new LinkedHashSet<Department>();
        var suppliers = new LinkedHashSet<Department>();
        for (var field : unit.holders()) {
            var supplier = field.owner().department();
            if (!poses(field, at, source, below.containsKey(field.key()), facts)) {
                continue;
            }
            for (var agreement : facts.inForceOn(field.owner())) {
                var user = agreement.consumer();
                if (user.key().equals(source.key())
                        || supplier != null && user.key().equals(supplier.key())) {
                    continue;
                }
                users.add(user);
                suppliers.add(Objects.requireNonNull(supplier));
                evidence.add(Evidence.of(
                        Kind.PARTY,
                        agreement,
                        "%s经 %s 使用“%s”".formatted(user.name(), agreement.code(), field.shown())));
                addWay(facts, below, at, field, evidence);
            }
        }
        if (users.isEmpty()) {
            return null;
        }
        var said = Said.of(
                "%s从%s使用“%s”，而不是从数源%s的“%s”"
                        .formatted(names(users), names(suppliers), unit.name(), source.name(), at.shown()),
                evidence.stream().distinct().toList(),
                suppliers);
        return said;
    }

    /// Whether a field that is not the source's is provided as though its provider had it of its own: filed as
    /// collected or generated though it comes from the source. The platform that hands on what it has gathered says
    /// that it has.
    private static boolean poses(Field field, Field at, Department source, boolean fromSource, Facts facts) {
        var supplier = field.owner().department();
        return fromSource
                && field.collected()
                && !field.owner().form()
                && field.owner().live()
                && !exempt(field, facts)
                && !field.key().equals(at.key())
                && supplier != null
                && !supplier.line().equals(source.line());
    }

    private static void addWay(
            Facts facts, java.util.Map<String, String> below, Field at, Field field, List<Evidence> evidence) {
        var way = Origins.way(below, at.key(), field.key());
        evidence.add(Evidence.of(Kind.PATH, field, shown(facts, way)));
    }

    /// A way of fields, from the source on.
    static String shown(Facts facts, List<String> way) {
        return way.stream()
                .map(key -> {
                    var field = facts.field(key);
                    return field == null ? key : field.shown();
                })
                .collect(joining(" → "));
    }

    static @Nullable Said sourceHasItFromElsewhere(Unit unit, Facts facts) {
        var at = facts.field(unit.at());
        if (unit.source() == null || at == null) {
            return null;
        }
        var above = Origins.above(facts, at.key());
        var furthest = (String) null;
        for (var key : above.keySet()) {
            var source = facts.field(key);
            if (source != null && !sameDepartment(source, at)) {
                furthest = key;
            }
        }
        var filedAsHad = "共享获取".equals(at.mode()) || "回流".equals(at.mode());
        if (furthest == null && !filedAsHad) {
            return null;
        }
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.of(
                Kind.CELL, at, "数源信息项“%s”的获取方式为“%s”".formatted(at.shown(), at.mode() == null ? "" : at.mode())));
        if (furthest == null) {
            return Said.of(
                    "“%s”的数源信息项“%s”登记为%s，不是源头".formatted(unit.name(), at.shown(), at.mode()), evidence, unit.source());
        }
        var way = Origins.way(above, at.key(), furthest).reversed();
        var origin = Objects.requireNonNull(facts.field(furthest));
        evidence.add(Evidence.of(Kind.PATH, origin, shown(facts, way)));
        return Said.of(
                "“%s”的数源信息项“%s”取自%s的“%s”，不是源头"
                        .formatted(unit.name(), at.shown(), named(origin.owner().department()), origin.shown()),
                evidence,
                unit.source(),
                origin.owner().department());
    }

    static @Nullable Said withoutBasis(Unit unit, Facts facts) {
        var evidence = new ArrayList<Evidence>();
        var wrong = new ArrayList<String>();
        var departments = new LinkedHashSet<Department>();
        for (var designation : naming(unit)) {
            var document = designation.document();
            var repealed = document == null
                    ? null
                    : facts.terms().repealed(document, facts.day()).orElse(null);
            if (document != null && !document.isBlank() && repealed == null) {
                continue;
            }
            wrong.add(
                    repealed == null
                            ? "对%s的认定没有写依据"
                                    .formatted(Objects.requireNonNull(designation.responsible())
                                            .name())
                            : "依据%s已于%s失效（%s）".formatted(document, repealed.on(), repealed.says()));
            evidence.add(claim(designation));
            departments.add(Objects.requireNonNull(designation.responsible()));
        }
        return wrong.isEmpty()
                ? null
                : Said.of("“%s”的数源认定：%s".formatted(unit.name(), String.join("；", wrong)), evidence, departments);
    }

    static @Nullable Said notHandedOver(Unit unit, Facts facts) {
        var evidence = new ArrayList<Evidence>();
        var wrong = new ArrayList<String>();
        var departments = new LinkedHashSet<Department>();
        for (var designation : unit.designations()) {
            var named = designation.named();
            if (named == null || !named.gone() || !designation.names() || !designation.valid(facts.day())) {
                continue;
            }
            var successor = designation.responsible();
            wrong.add(
                    successor == null
                            ? "%s已撤销或合并而没有继任部门，等于没有认定".formatted(named.name())
                            : "%s已撤销或合并，应移交给%s".formatted(named.name(), successor.name()));
            evidence.add(claim(designation));
            departments.add(successor == null ? named : successor);
        }
        if (wrong.isEmpty()) {
            return null;
        }
        var users = facts.usersOf(unit);
        if (!users.isEmpty()) {
            evidence.add(Evidence.term("移交后须告知 %d 个使用部门：%s".formatted(users.size(), names(users.values()))));
        }
        return Said.of("“%s”的数源认定没有移交：%s".formatted(unit.name(), String.join("；", wrong)), evidence, departments);
    }

    static @Nullable Said withoutVerification(Unit unit, Facts facts) {
        var source = unit.source();
        if (source == null || !facts.terms().mustBeVerified(unit)) {
            return null;
        }
        if (unit.designations().stream()
                .anyMatch(designation ->
                        designation.inForce() && !designation.verifiedBy().isBlank())) {
            return null;
        }
        var fromSource = unit.at() == null
                ? Set.<String>of()
                : new HashSet<>(Origins.below(facts, unit.at()).keySet());
        var independent = unit.holders().stream()
                .filter(field -> field.owner().live()
                        && ("核验".equals(field.mode()) || field.collected() && !fromSource.contains(field.key())))
                .filter(field -> field.owner().department() != null
                        && !field.owner().department().line().equals(source.line()))
                .toList();
        var held = facts.verificationsOf(unit).stream()
                .anyMatch(rule -> !rule.department().line().equals(source.line())
                        && (rule.field() == null || !fromSource.contains(rule.field())));
        if (!independent.isEmpty() || held) {
            return null;
        }
        var evidence = new ArrayList<Evidence>();
        claims(unit, evidence);
        facts.verificationsOf(unit)
                .forEach(rule -> evidence.add(Evidence.term("已定的校核规则对照%s，%s"
                        .formatted(
                                rule.department().name(),
                                rule.department().line().equals(source.line()) ? "与数源同一条线" : "所对照的信息项取自数源"))));
        return Said.of("“%s”须多源校核，台账没有校核来源，也没有其他部门独立采集或核验".formatted(unit.name()), evidence, source);
    }

    static @Nullable Said usedWithoutSource(Unit unit, Facts facts) {
        if (unit.source() != null
                || unit.state() == SourceState.DISPUTED
                || isAboutWhoOneIs(unit, facts)
                || unit.region() == null && facts.scopesOf(unit).stream().anyMatch(scope -> scope.source() != null)) {
            return null;
        }
        var users = facts.usersOf(unit);
        if (users.isEmpty()) {
            return null;
        }
        var departments = Facts.departmentsOf(unit.holders().stream()
                .filter(field -> field.collected() && field.owner().live())
                .toList());
        var evidence = new ArrayList<Evidence>();
        claims(unit, evidence);
        var seen = new TreeSet<>(Codes.ORDER);
        unit.holders().stream()
                .filter(field -> !field.owner().form())
                .filter(field -> seen.add(field.owner().key()))
                .forEach(field -> facts.inForceOn(field.owner())
                        .forEach(agreement -> evidence.add(Evidence.of(
                                Kind.PARTY,
                                agreement,
                                "%s经 %s 使用“%s”"
                                        .formatted(agreement.consumer().name(), agreement.code(), field.shown())))));
        return Said.of("“%s”%s，而有 %d 个部门在用".formatted(unit.name(), state(unit), users.size()), evidence, departments);
    }

    private static String state(Unit unit) {
        return unit.state() == SourceState.NO_STATUTORY_SOURCE ? "无法定数源" : "待认定";
    }

    private static String mode(Field field) {
        return field.owner().form() ? "填报采集" : Objects.requireNonNull(field.mode());
    }

    static String named(@Nullable Department department) {
        return department == null ? "（部门不明）" : department.name();
    }

    static String names(java.util.Collection<Department> departments) {
        return departments.stream().map(Department::name).collect(joining("、"));
    }
}
