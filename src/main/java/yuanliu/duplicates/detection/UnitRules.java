package yuanliu.duplicates.detection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yuanliu.duplicates.detection.Finding.Party;
import yuanliu.duplicates.detection.Scene.Department;
import yuanliu.duplicates.detection.Scene.Member;
import yuanliu.duplicates.detection.Scene.Owner;
import yuanliu.duplicates.understanding.Element;
import yuanliu.duplicates.understanding.Evidence;
import yuanliu.duplicates.understanding.Signal;
import yuanliu.duplicates.understanding.SignalKind;
import yuanliu.ownership.SourceState;
import yuanliu.ownership.Standing;
import yuanliu.ownership.Unit;
import yuanliu.web.Codes;

/// What is wrong with the holders of one unit. Every field that is let go is told to `refusals`, with the reason.
final class UnitRules {

    /// From here on a proposal is as good as an exact name: nobody need confirm it first.
    private static final double SURE_ENOUGH = 0.92;

    private static final List<String> LEVELS = List.of("国家", "省", "市", "县", "乡");

    private final Scene scene;
    private final FieldRules rules;
    private final LocalDate day;
    private final Consumer<Refusal> refusals;
    private final Populations.Compared populations = new Populations.Compared();

    UnitRules(Scene scene, FieldRules rules, LocalDate day, Consumer<Refusal> refusals) {
        this.scene = scene;
        this.rules = rules;
        this.day = day;
        this.refusals = refusals;
    }

    List<Finding> look(String key) {
        rules.ancestry().forget();
        var members = scene.membersOf(key);
        var unit = scene.unit(key);
        var element = Objects.requireNonNull(members.getFirst().reading()).element();
        var never = rules.againstUnit(element, unit.qualifier(), key);
        if (never.isPresent()) {
            members.forEach(member ->
                    refuse(member, never.get().gate(), () -> never.get().sentence()));
            return List.of();
        }
        return new Looked(unit, element, members).findings();
    }

    /// @param why of millions of fields nobody may want to know
    private void refuse(Member member, Gate gate, Supplier<String> why) {
        if (refusals != Detector.NOBODY) {
            refusals.accept(new Refusal(member.key(), gate, why.get()));
        }
    }

    /// The unit's fields, each looked at by itself first.
    private final class Looked {

        private final Unit unit;
        private final Element element;
        private final List<Member> fit;
        private final Among collecting;
        private final Among tentative;
        private final Among unsaid;
        private final Among made;
        private final boolean contact;

        Looked(Unit unit, Element element, List<Member> members) {
            this.unit = unit;
            this.element = element;
            this.contact = rules.isContact(element);
            this.fit = members.stream()
                    .filter(member -> passes(rules.against(member, element)))
                    .toList();
            var anew = fit.stream()
                    .filter(member -> rules.notCollecting(member, false).isEmpty())
                    .toList();
            this.collecting = new Among(anew.stream()
                    .filter(member -> FieldRules.COLLECTED.equals(member.acquisition()) && !member.tentative()));
            this.tentative = new Among(anew.stream()
                    .filter(member -> FieldRules.COLLECTED.equals(member.acquisition()) && member.tentative()));
            this.unsaid = new Among(anew.stream().filter(member -> member.acquisition() == null));
            this.made = new Among(fit.stream()
                    .filter(member -> FieldRules.GENERATED.equals(member.acquisition()))
                    .filter(member -> rules.notCollecting(member, true).isEmpty()));
        }

        private boolean passes(java.util.Optional<Refusal> against) {
            against.ifPresent(refusals);
            return against.isEmpty();
        }

        List<Finding> findings() {
            fit.forEach(member -> {
                if (!collectsAnew(member)) {
                    rules.notCollecting(member, false).ifPresent(refusals);
                }
            });
            var found = new ArrayList<Finding>();
            var left = new ArrayList<>(fit);
            for (var scoped : scene.scopesOf(unit.key())) {
                var standing = scene.standing(scoped.unit().key());
                if (standing != null && standing.department() != null) {
                    var covered = left.stream()
                            .filter(member -> in(member, scoped.region()))
                            .toList();
                    left.removeAll(new HashSet<>(covered));
                    found.addAll(betweenDepartments(scoped.unit(), standing, covered));
                }
            }
            found.addAll(betweenDepartments(unit, scene.standing(unit.key()), left));
            found.addAll(withinDepartments());
            found.addAll(betweenLevels());
            found.addAll(forms());
            found.addAll(copies());
            return found;
        }

        private boolean in(Member member, String region) {
            var place = scene.regionOf(member.owner());
            return place != null && scene.within(place, region);
        }

        // -- DC1 and DC2

        private List<Finding> betweenDepartments(Unit of, @Nullable Standing standing, List<Member> some) {
            var source = standing == null || standing.department() == null
                    ? null
                    : scene.department(Codes.key(standing.department().code()));
            return source == null
                    ? withoutSource(of, standing, some)
                    : besideTheSource(of, Objects.requireNonNull(standing), source, some);
        }

        private List<Finding> besideTheSource(Unit of, Standing standing, Department source, List<Member> some) {
            var sources = sourceFields(standing, source, some);
            var accused = some.stream()
                    .filter(this::collectsAnew)
                    .filter(member -> isOutside(member, source, sources))
                    .toList();
            if (accused.isEmpty()) {
                return List.of();
            }
            if (sources.isEmpty()) {
                accused.forEach(member -> refuse(
                        member,
                        Gate.NO_SHAREABLE_SOURCE,
                        () -> "数源部门“%s”没有“%s”的信息项，无从共享".formatted(source.name(), unit.name())));
                return List.of();
            }
            if (sources.stream().allMatch(FieldRules::withheldByLaw)) {
                var basis = sources.getFirst().owner();
                accused.forEach(member -> refuse(
                        member,
                        Gate.WITHHELD_BY_LAW,
                        () -> "数源“%s”依%s不予共享：%s".formatted(basis.name(), basis.basisRank(), basis.notSharedBasis())));
                return List.of();
            }
            var sourceCounts = sources.stream().anyMatch(this::makesOrUnsaid);
            var stood = firstThatStands(
                    accused, member -> false, enough -> stands(enough, sourceCounts) ? enough : List.of());
            var named = stood.named();
            if (named.isEmpty()) {
                accused.forEach(member -> refuse(member, Gate.ALONE, () -> "除“%s”外没有别的部门采集".formatted(member.shown())));
                return List.of();
            }
            var shareable = sources.stream().anyMatch(FieldRules::shareable);
            var weak = stood.weak();
            var parties = parties(sources, named);
            var signals = signals(named, 1, weak, accused);
            signals.add(new Signal(
                    SignalKind.SOURCE,
                    shareable ? 0.2 : 0.02,
                    shareable
                            ? "数源部门“%s”的“%s”可以共享"
                                    .formatted(source.name(), sources.getFirst().shown())
                            : "数源“%s”不予共享，但依据不是法律、行政法规或国务院决定"
                                    .formatted(sources.getFirst().shown())));
            var granted = granted(sources, named);
            if (!granted.isEmpty()) {
                signals.add(new Signal(SignalKind.GRANT, 0.05, "%s已有数源资源的共享授权".formatted(names(granted))));
            }
            signals.add(new Signal(SignalKind.TERRITORY, 0.05, "采集的地域在数源的地域之内或与之重叠"));
            var from = Objects.requireNonNull(
                    sources.stream().filter(FieldRules::shareable).findFirst().orElse(sources.getFirst()));
            var suggestion = "%s停止采集“%s”，改由“%s”（%s）共享取得%s"
                            .formatted(
                                    names(departments(named)),
                                    unit.name(),
                                    from.shown(),
                                    source.name(),
                                    granted.isEmpty() ? "" : "；" + names(granted) + "已有授权，可即停采")
                    + (shareable ? "" : "；先由%s改正不予共享的依据".formatted(source.name()));
            return List.of(finding(Kind.CROSS_DEPARTMENT, of, "", parties, signals, weak, named, suggestion));
        }

        private boolean makesOrUnsaid(Member source) {
            return source.acquisition() == null
                    || FieldRules.COLLECTED.equals(source.acquisition())
                    || FieldRules.GENERATED.equals(source.acquisition());
        }

        private boolean stands(List<Member> accused, boolean sourceCounts) {
            return !accused.isEmpty() && (sourceCounts || departments(accused).size() > 1);
        }

        private boolean collectsAnew(Member member) {
            return collecting.contains(member) || tentative.contains(member) || unsaid.contains(member);
        }

        /// The field that is designated; else what the source, or the source's line, collects or makes of the unit.
        /// Where the line itself is designated, that of its organ in whose place most of the others collect.
        private List<Member> sourceFields(Standing standing, Department source, List<Member> covered) {
            var designation = standing.designation();
            var designated = designation == null ? null : designation.field();
            var others = designation != null && designation.line()
                    ? covered.stream()
                            .filter(member -> collectsAnew(member) && !isOf(member, source.line()))
                            .toList()
                    : List.<Member>of();
            if (designated != null) {
                var field = scene.member(Codes.key(designated.code()));
                if (field != null) {
                    return List.of(field);
                }
            }
            var own = fit.stream()
                    .filter(member -> !member.owner().form())
                    .filter(member -> source.equals(member.owner().department()))
                    .toList();
            var line = fit.stream()
                    .filter(member -> !member.owner().form())
                    .filter(member -> isOf(member, source.line()))
                    .toList();
            for (var some : List.of(own, line)) {
                var made = some.stream()
                        .filter(this::makesOrUnsaid)
                        .filter(member -> rules.notCollecting(member, true).isEmpty())
                        .toList();
                if (!made.isEmpty()) {
                    var inPlace = inPlaceOf(made, others);
                    return made.stream()
                            .min(Comparator.comparing(FieldRules::withheld)
                                    .thenComparingLong(
                                            member -> -inPlace.getOrDefault(scene.regionOf(member.owner()), 0L))
                                    .thenComparing(Member::code, Codes.ORDER))
                            .stream()
                            .toList();
                }
            }
            return own.stream().limit(1).toList();
        }

        /// By the region of each source, how many of the others have ground in common with it.
        private Map<@Nullable String, Long> inPlaceOf(List<Member> sources, List<Member> others) {
            var inPlace = new HashMap<@Nullable String, Long>();
            if (others.isEmpty()) {
                return inPlace;
            }
            var collecting = new HashMap<@Nullable String, Long>();
            others.forEach(other -> collecting.merge(scene.regionOf(other.owner()), 1L, Long::sum));
            sources.forEach(source -> inPlace.computeIfAbsent(
                    scene.regionOf(source.owner()),
                    region -> collecting.entrySet().stream()
                            .filter(other -> scene.overlap(other.getKey(), region))
                            .mapToLong(Map.Entry::getValue)
                            .sum()));
            return inPlace;
        }

        private boolean isOutside(Member member, Department source, List<Member> sources) {
            if (isOf(member, source.line())) {
                refuse(member, Gate.IS_SOURCE, () -> "“%s”属于数源部门“%s”的条线".formatted(member.shown(), source.name()));
                return false;
            }
            var inReach = scene.overlap(scene.regionOf(member.owner()), source.region())
                    || sources.stream()
                            .anyMatch(
                                    one -> scene.overlap(scene.regionOf(member.owner()), scene.regionOf(one.owner())));
            if (!inReach) {
                refuse(member, Gate.TERRITORY, () -> "“%s”与数源“%s”的地域不重叠".formatted(member.shown(), source.name()));
                return false;
            }
            var common =
                    sources.isEmpty() || sources.stream().anyMatch(one -> samePopulation(one.owner(), member.owner()));
            if (!common) {
                refuse(
                        member,
                        Gate.POPULATION,
                        () -> "对象范围不重叠：“%s”是%s，数源是%s"
                                .formatted(
                                        member.shown(),
                                        population(member.owner()),
                                        population(sources.getFirst().owner())));
            }
            return common;
        }

        private List<Finding> withoutSource(Unit of, @Nullable Standing standing, List<Member> some) {
            var claimants = standing == null ? List.<String>of() : claimants(standing);
            var claimed = new Among(some.stream()
                    .filter(member -> FieldRules.GENERATED.equals(member.acquisition()))
                    .filter(member -> member.owner().department() != null
                            && claimants.contains(member.owner().department().key()))
                    .filter(member -> rules.notCollecting(member, true).isEmpty()));
            var makers = new Among(some.stream()
                    .filter(made::contains)
                    .filter(member -> !claimed.contains(member) && !member.tentative()));
            var all = some.stream()
                    .filter(member -> collectsAnew(member) || claimed.contains(member) || makers.contains(member))
                    .toList();
            BiPredicate<Member, Member> meet = (one, other) ->
                    !Objects.equals(line(one), line(other)) && samePopulation(one.owner(), other.owner());
            var stood = firstThatStands(all, member -> claimed.contains(member) || makers.contains(member), these -> {
                var met = meeting(these, meet);
                return makers.containsAll(met) ? List.of() : met;
            });
            var named = stood.named();
            var weak = stood.weak();
            if (refusals != Detector.NOBODY) {
                var lonely = lonely(all, named, meet);
                lonely.forEach(member -> refuseMeeting(member, all));
                without(without(all, lonely), named).stream()
                        .filter(collecting::contains)
                        .forEach(this::refuseUnsureCompany);
            }
            if (named.isEmpty()) {
                return List.of();
            }
            var signals = signals(named, 2, weak, all);
            var state = standing == null ? SourceState.UNDESIGNATED : standing.state();
            signals.add(new Signal(SignalKind.SOURCE, 0.2, "“%s”没有有效的数源认定（%s）".formatted(of.name(), state.word())));
            signals.add(new Signal(SignalKind.TERRITORY, 0.05, "采集的地域重叠"));
            if (!claimed.isEmpty()) {
                signals.add(new Signal(
                        SignalKind.ACQUISITION, -0.12, "%s各自产生，数源有争议".formatted(names(departments(claimed)))));
            }
            var suggestion = contact
                    ? "“%s”没有法定数源：建议由数据主管部门指定牵头收集部门，或使用政务服务统一账号，%s不再各自采集"
                            .formatted(of.name(), names(departments(named)))
                    : "由数据主管部门认定“%s”的数源部门（采集者：%s），其余部门改为共享取得".formatted(of.name(), names(departments(named)));
            return List.of(finding(
                    Kind.UNDESIGNATED_SOURCE, of, "", parties(List.of(), named), signals, weak, named, suggestion));
        }

        private List<String> claimants(Standing standing) {
            return standing.claimants(day).stream()
                    .map(department -> Codes.key(department.code()))
                    .toList();
        }

        /// Those that meet no other; where nobody is named, all.
        private List<Member> lonely(List<Member> all, List<Member> named, BiPredicate<Member, Member> meet) {
            return named.isEmpty() ? all : without(all, meeting(all, meet));
        }

        private static List<Member> without(List<Member> all, List<Member> some) {
            var those = new Among(some.stream());
            return all.stream().filter(member -> !those.contains(member)).toList();
        }

        private void refuseUnsureCompany(Member member) {
            refuse(member, Gate.UNSURE, () -> "“%s”：与它地域重叠的，或没有写明获取方式，或单凭名称相近，不足以判定".formatted(member.shown()));
        }

        private void refuseMeeting(Member member, List<Member> all) {
            var others = all.stream().filter(other -> other != member).toList();
            var gate = others.isEmpty()
                            || others.stream()
                                    .allMatch(other -> department(other).equals(department(member)))
                    ? Gate.ALONE
                    : others.stream().allMatch(other -> Objects.equals(line(other), line(member)))
                            ? Gate.SAME_LINE
                            : others.stream().noneMatch(other -> sameGround(member, other))
                                    ? Gate.TERRITORY
                                    : Gate.POPULATION;
            var why = switch (gate) {
                case ALONE -> "没有别的部门采集“%s”".formatted(unit.name());
                case SAME_LINE -> "采集“%s”的都在同一条线内".formatted(unit.name());
                case TERRITORY -> "与其他采集者的地域不重叠";
                default -> "与其他采集者的对象范围不重叠";
            };
            refuse(member, gate, () -> "“%s”：%s".formatted(member.shown(), why));
        }

        // -- DC3 and DC4

        private List<Finding> withinDepartments() {
            var found = new ArrayList<Finding>();
            BiPredicate<Member, Member> meet =
                    (one, other) -> !system(one).equals(system(other)) && samePopulation(one.owner(), other.owner());
            byDepartment(inSystems(Stream.concat(collectingOrUnsaid().stream(), made.stream())
                            .toList()))
                    .forEach((department, all) -> {
                        var stood = firstThatStands(all, made::contains, these -> meeting(these, meet));
                        var named = stood.named();
                        var weak = stood.weak();
                        if (!named.isEmpty() && !made.containsAll(named)) {
                            var who = Objects.requireNonNull(scene.department(department));
                            var signals = signals(named, 2, weak, all);
                            var systems = named.stream()
                                    .map(member -> Objects.requireNonNull(
                                                    member.owner().system())
                                            .name())
                                    .distinct()
                                    .toList();
                            signals.add(new Signal(
                                    SignalKind.GRANULARITY,
                                    0.2,
                                    "“%s”的%d个系统各自采集：%s"
                                            .formatted(who.name(), systems.size(), String.join("、", systems))));
                            signals.add(new Signal(SignalKind.TERRITORY, 0.05, "同一部门，地域与对象范围相同"));
                            found.add(finding(
                                    Kind.WITHIN_DEPARTMENT,
                                    unit,
                                    who.key(),
                                    parties(sourcesAmong(named), named),
                                    signals,
                                    weak,
                                    named,
                                    "%s内部只采集一次“%s”，整合%s"
                                            .formatted(who.name(), unit.name(), String.join("、", systems))));
                        }
                    });
            return found;
        }

        /// A form that has no system of its own feeds one of its department's: it is no second one.
        private List<Member> inSystems(Collection<Member> some) {
            return some.stream()
                    .filter(member ->
                            member.owner().system() != null && member.owner().department() != null)
                    .toList();
        }

        private List<Finding> betweenLevels() {
            var found = new ArrayList<Finding>();
            BiPredicate<Member, Member> meet = (one, other) -> !department(one).equals(department(other))
                    && !point(one).equals(point(other))
                    && samePopulation(one.owner(), other.owner());
            var lines = Stream.concat(collectingOrUnsaid().stream(), made.stream())
                    .filter(member -> member.owner().department() != null)
                    .distinct()
                    .collect(groupingBy(
                            member -> Objects.requireNonNull(line(member)),
                            TreeMap::new,
                            java.util.stream.Collectors.toList()));
            lines.forEach((line, all) -> {
                var stood = firstThatStands(all, made::contains, these -> meeting(these, meet));
                var named = stood.named();
                var weak = stood.weak();
                if (named.isEmpty() || made.containsAll(named)) {
                    return;
                }
                var signals = signals(named, 2, weak, all);
                signals.add(new Signal(
                        SignalKind.TERRITORY, 0.15, "同一条线的%s在重叠的地域各自录入，两者没有血缘".formatted(names(departments(named)))));
                signals.add(new Signal(SignalKind.GRANULARITY, 0.1, "录入点不同：%s".formatted(points(named))));
                var upper = named.stream()
                        .map(member -> Objects.requireNonNull(member.owner().department()))
                        .min(Comparator.comparingInt(UnitRules::rank).thenComparing(Department::code, Codes.ORDER))
                        .orElseThrow();
                found.add(finding(
                        Kind.BETWEEN_LEVELS,
                        unit,
                        line,
                        parties(sourcesAmong(named), named),
                        signals,
                        weak,
                        named,
                        "%s的系统与下级系统对接，“%s”只录入一次，由上级及时、完整回流".formatted(upper.name(), unit.name())));
            });
            return found;
        }

        // -- DC5

        private String whyNotAsked(Member member, String kind, int forms, boolean noneMeets) {
            if (forms < 2) {
                return "没有别的表单向%s问“%s”".formatted(kind, unit.name());
            }
            return noneMeets ? "几张表单的适用区划不重叠" : "“%s”与其他表单的适用区划不重叠".formatted(member.shown());
        }

        private List<Finding> forms() {
            var found = new ArrayList<Finding>();
            var kinds = new TreeMap<String, List<Member>>(Codes.ORDER);
            Stream.concat(collecting.stream(), tentative.stream())
                    .filter(member -> member.owner().form())
                    .forEach(member -> respondents(member.owner())
                            .forEach(kind -> kinds.computeIfAbsent(kind, key -> new ArrayList<>())
                                    .add(member)));
            kinds.forEach((kind, asked) -> {
                BiPredicate<Member, Member> meet =
                        (one, other) -> !one.owner().key().equals(other.owner().key());
                var named = firstThatStands(asked, member -> false, these -> meeting(these, meet))
                        .named();
                if (refusals != Detector.NOBODY) {
                    lonely(asked, named, meet)
                            .forEach(member -> refuse(
                                    member,
                                    asked.size() < 2 ? Gate.RESPONDENT : Gate.TERRITORY,
                                    () -> whyNotAsked(member, kind, asked.size(), named.isEmpty())));
                }
                if (named.isEmpty()) {
                    return;
                }
                var signals = signals(named, 2, false, asked);
                signals.add(new Signal(
                        SignalKind.GRANULARITY,
                        0.2,
                        "%d张表单向同一类填报对象（%s）问同一项".formatted(formsOf(named).size(), kind)));
                signals.add(new Signal(SignalKind.TERRITORY, 0.05, "适用区划重叠"));
                found.add(finding(
                        Kind.FORMS,
                        unit,
                        kind,
                        parties(List.of(), named),
                        signals,
                        false,
                        named,
                        "%s只问一次“%s”，其余表单改为预填、免填或并表"
                                .formatted(
                                        formsOf(named).stream()
                                                .map(name -> "“" + name + "”")
                                                .collect(joining("、")),
                                        unit.name())));
            });
            return found;
        }

        private Set<String> respondents(Owner form) {
            var said = Populations.respondents(form.respondent());
            return !said.isEmpty() ? said : unit.subject() == null ? Set.of() : Set.of(unit.subject());
        }

        private List<String> formsOf(List<Member> named) {
            return named.stream()
                    .map(member -> member.owner().name())
                    .distinct()
                    .toList();
        }

        // -- DC7

        private List<Finding> copies() {
            var copies = new LinkedHashMap<Member, Ancestry.Origin>();
            for (var member : fit) {
                var asSource = FieldRules.COLLECTED.equals(member.acquisition())
                        || FieldRules.GENERATED.equals(member.acquisition());
                var origin =
                        asSource && !member.owner().form() ? rules.ancestry().originOf(member) : null;
                if (origin != null && fromAnother(member, origin)) {
                    if (!passedOn(member) && !isDesignated(member)) {
                        refuse(
                                member,
                                Gate.NOT_PASSED_ON,
                                () -> "“%s”取自别的部门却登记为%s，但没有再共享，也不是数源".formatted(member.shown(), member.acquisition()));
                    } else {
                        copies.put(member, origin);
                    }
                }
            }
            if (copies.isEmpty()) {
                return List.of();
            }
            var named = List.copyOf(copies.keySet());
            var sources = trueSources(copies);
            var signals = new ArrayList<Signal>();
            signals.add(elementSignal(named, 1));
            var first = named.getFirst();
            signals.add(
                    new Signal(SignalKind.ACQUISITION, 0.2, "登记为%s：%s".formatted(first.acquisition(), shown(named))));
            signals.add(new Signal(
                    SignalKind.LINEAGE, 0.25, "血缘来自别的部门：%s".formatted(way(Objects.requireNonNull(copies.get(first))))));
            var designated = named.stream().filter(this::isDesignated).toList();
            signals.add(
                    designated.isEmpty()
                            ? new Signal(SignalKind.GRANT, 0.2, "又作为自己的数据共享给别的部门")
                            : new Signal(SignalKind.SOURCE, 0.2, "被认定为数源：%s".formatted(shown(designated))));
            var from = sources.isEmpty() ? "真正的来源" : "“" + sources.getFirst().shown() + "”";
            return List.of(finding(
                    Kind.COPY_FILED_AS_SOURCE,
                    unit,
                    "",
                    Stream.concat(
                                    sources.stream().map(one -> party(one, Role.SOURCE)),
                                    named.stream().map(one -> party(one, Role.COPY)))
                            .toList(),
                    signals,
                    false,
                    named,
                    "%s把%s的获取方式改登为共享获取并标注来源%s，不作数源".formatted(names(departments(named)), shown(named), from)));
        }

        private boolean fromAnother(Member member, Ancestry.Origin origin) {
            var own = department(member);
            return origin.steps().keySet().stream()
                    .map(number -> scene.member(number.intValue()))
                    .anyMatch(one -> one != null
                            && !department(one).isEmpty()
                            && !department(one).equals(own));
        }

        private boolean passedOn(Member member) {
            var own = department(member);
            return scene.consumersOf(member.owner()).stream().anyMatch(consumer -> !consumer.equals(own));
        }

        private boolean isDesignated(Member member) {
            var standing = scene.standing(unit.key());
            var designation = standing == null ? null : standing.designation();
            return designation != null
                    && (designation.field() != null
                            ? Codes.key(designation.field().code()).equals(member.key())
                            : designation.department() != null
                                    && Codes.key(designation.department().code())
                                            .equals(department(member)));
        }

        private List<Member> trueSources(Map<Member, Ancestry.Origin> copies) {
            var standing = scene.standing(unit.key());
            var designated = standing == null || standing.designation() == null
                    ? null
                    : standing.designation().field();
            if (designated != null) {
                var field = scene.member(Codes.key(designated.code()));
                if (field != null && !copies.containsKey(field)) {
                    return List.of(field);
                }
            }
            return copies.values().stream()
                    .flatMap(origin -> origin.ends().stream())
                    .distinct()
                    .map(number -> scene.member(number.intValue()))
                    .filter(Objects::nonNull)
                    .filter(one -> !copies.containsKey(one))
                    .sorted(Comparator.comparing(Member::code, Codes.ORDER))
                    .toList();
        }

        // -- what all have in common

        /// Those over whom something stands, of the surest that suffice: who says that he collects and what; then those
        /// that are only like the unit as well; then those that do not say how they came by it.
        private Stood firstThatStands(
                List<Member> all,
                java.util.function.Predicate<Member> alsoSure,
                java.util.function.UnaryOperator<List<Member>> standing) {
            var sure = new Among(all.stream().filter(member -> collecting.contains(member) || alsoSure.test(member)));
            var likely = all.stream()
                    .filter(member -> sure.contains(member) || tentative.contains(member))
                    .toList();
            for (var some : List.of(List.copyOf(sure), likely)) {
                var named = standing.apply(some);
                if (!named.isEmpty() && !made.containsAll(named)) {
                    return new Stood(named, false);
                }
            }
            return new Stood(standing.apply(all), true);
        }

        /// @param weak whether it stands on fields alone that do not say how they were come by
        private record Stood(List<Member> named, boolean weak) {}

        private List<Member> collectingOrUnsaid() {
            return fit.stream().filter(this::collectsAnew).toList();
        }

        /// What is made by its department's own act, or designated, is not collected twice: the others are.
        private List<Member> sourcesAmong(List<Member> named) {
            return named.stream()
                    .filter(member -> made.contains(member) || isDesignated(member))
                    .toList();
        }

        private List<Party> parties(List<Member> sources, List<Member> accused) {
            var parties = new LinkedHashMap<String, Party>();
            sources.forEach(one -> parties.put(one.key(), party(one, Role.SOURCE)));
            accused.forEach(one -> parties.putIfAbsent(one.key(), party(one, Role.COLLECTOR)));
            return List.copyOf(parties.values());
        }

        private Party party(Member member, Role role) {
            return new Party(member.key(), true, role, member.confidence());
        }

        /// What speaks for the accused.
        ///
        /// @param needed how many must be what they seem for the finding to stand
        private List<Signal> signals(List<Member> named, int needed, boolean weak, List<Member> considered) {
            var signals = new ArrayList<Signal>();
            signals.add(elementSignal(named, needed));
            if (unit.subject() == null) {
                signals.add(new Signal(SignalKind.SUBJECT, -0.05, "没有说明是谁的数据"));
            } else {
                signals.add(new Signal(
                        SignalKind.SUBJECT,
                        0.1,
                        "主体类同为%s%s"
                                .formatted(
                                        unit.subject(), unit.qualifier() == null ? "" : "，限定词同为" + unit.qualifier())));
            }
            var unsaidNamed = named.stream().filter(unsaid::contains).toList();
            signals.add(
                    weak
                            ? new Signal(
                                    SignalKind.ACQUISITION, 0.02, "没有填写获取方式，也没有血缘：%s".formatted(shown(unsaidNamed)))
                            : new Signal(SignalKind.ACQUISITION, 0.25, modes(named)));
            var among = new Among(named.stream());
            var likeLeft = considered.stream()
                    .filter(tentative::contains)
                    .filter(one -> !among.contains(one))
                    .toList();
            if (!likeLeft.isEmpty()) {
                signals.add(new Signal(SignalKind.NAME, 0, "另有名称相近、尚待确认的：%s".formatted(shown(likeLeft))));
            }
            var unsaidLeft = considered.stream()
                    .filter(unsaid::contains)
                    .filter(one -> !among.contains(one))
                    .toList();
            if (!unsaidLeft.isEmpty()) {
                signals.add(new Signal(SignalKind.ACQUISITION, 0, "另有未填获取方式的：%s".formatted(shown(unsaidLeft))));
            }
            signals.add(new Signal(SignalKind.LINEAGE, 0.1, "没有登记由数源或他处而来的血缘"));
            named.stream()
                    .filter(member -> member.reading() != null)
                    .flatMap(member -> member.reading().evidence().stream())
                    .filter(evidence -> evidence.weight() < 0)
                    .distinct()
                    .limit(5)
                    .map(Evidence::signal)
                    .map(signal -> new Signal(signal.kind(), Math.max(-0.1, signal.weight() / 3), signal.sentence()))
                    .forEach(signals::add);
            return signals;
        }

        private String modes(List<Member> named) {
            var making = named.stream().filter(made::contains).toList();
            var others = named.stream().filter(member -> !made.contains(member)).toList();
            return Stream.of(
                            others.isEmpty() ? "" : "获取方式为采集：" + shown(others),
                            making.isEmpty() ? "" : "获取方式为产生：" + shown(making))
                    .filter(words -> !words.isEmpty())
                    .collect(joining("；"));
        }

        private Signal elementSignal(List<Member> named, int needed) {
            var surest = named.stream()
                    .map(Member::confidence)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            var sure = surest.get(Math.min(needed, surest.size()) - 1);
            var proposed = named.stream().filter(member -> !member.filed()).toList();
            return new Signal(
                    SignalKind.ELEMENT,
                    Math.round(0.3 * sure * 1000) / 1000.0,
                    proposed.isEmpty()
                            ? "都登记为数据元“%s”（%s）".formatted(element.name(), element.code())
                            : "都是数据元“%s”（%s）；其中按名称等理解的：%s".formatted(element.name(), element.code(), shown(proposed)));
        }

        private Finding finding(
                Kind kind,
                Unit of,
                String within,
                List<Party> parties,
                List<Signal> signals,
                boolean weak,
                List<Member> accused,
                String suggestion) {
            var raw = signals.stream().mapToDouble(Signal::weight).sum();
            var score = Math.max(0, Math.min(1, raw));
            var ceiling = Band.CONFIRMED;
            var kept = new ArrayList<>(signals);
            if (onProposals(accused)) {
                ceiling = Band.HIGH;
                kept.add(new Signal(SignalKind.CAP, 0, "有一方的数据元是按名称理解的，未经人工确认，不列入确认级"));
            }
            if (contact) {
                ceiling = Band.MEDIUM;
                kept.add(new Signal(SignalKind.CAP, 0, "联系信息没有法定数源，至多为中"));
            }
            if (weak) {
                ceiling = Band.LOW;
                kept.add(new Signal(SignalKind.CAP, 0, "只凭未填获取方式的信息项成立，列为低"));
            }
            score = Math.round(Math.min(score, ceiling.most()) * 1000) / 1000.0;
            return new Finding(
                    kind,
                    of,
                    within,
                    "%s：%s".formatted(kind.word(), of.name()),
                    parties,
                    score,
                    kept,
                    suggestion,
                    saved(accused));
        }

        private boolean onProposals(List<Member> accused) {
            return accused.stream().anyMatch(member -> !member.filed() && member.confidence() < SURE_ENOUGH);
        }

        private long saved(List<Member> accused) {
            return accused.stream()
                    .mapToLong(member -> member.owner().submissions())
                    .sum();
        }

        private Set<Department> granted(List<Member> sources, List<Member> accused) {
            var granted = new HashSet<String>();
            sources.forEach(source -> granted.addAll(scene.consumersOf(source.owner())));
            return departments(accused.stream()
                    .filter(member -> granted.contains(department(member)))
                    .toList());
        }
    }

    private static int rank(Department department) {
        var level = department.level() == null ? -1 : LEVELS.indexOf(department.level());
        return level < 0 ? LEVELS.size() : level;
    }

    private boolean sameGround(Member one, Member other) {
        return scene.overlap(scene.regionOf(one.owner()), scene.regionOf(other.owner()));
    }

    private boolean samePopulation(Owner one, Owner other) {
        return populations.overlap(population(one), population(other));
    }

    private @Nullable String population(Owner owner) {
        return owner.form() ? populations.ofRespondents(owner.respondent()) : owner.population();
    }

    private static @Nullable String line(Member member) {
        return member.owner().department() == null
                ? null
                : member.owner().department().line();
    }

    private static boolean isOf(Member member, String line) {
        return line.equals(line(member));
    }

    private static String department(Member member) {
        return member.owner().department() == null
                ? ""
                : member.owner().department().key();
    }

    private static String system(Member member) {
        return Objects.requireNonNull(member.owner().system()).key();
    }

    /// Where a datum is entered: in a system, else with the form or into the resource itself.
    private static String point(Member member) {
        return member.owner().system() == null
                ? member.owner().key()
                : member.owner().system().key();
    }

    private static String points(List<Member> named) {
        return named.stream()
                .map(member -> member.owner().system() == null
                        ? member.owner().name()
                        : member.owner().system().name())
                .distinct()
                .collect(joining("、"));
    }

    private static Map<String, List<Member>> byDepartment(Collection<Member> some) {
        return some.stream()
                .collect(groupingBy(
                        UnitRules::department, () -> new TreeMap<>(Codes.ORDER), java.util.stream.Collectors.toList()));
    }

    private static Set<Department> departments(Collection<Member> some) {
        var departments = new LinkedHashSet<Department>();
        some.forEach(member -> {
            if (member.owner().department() != null) {
                departments.add(member.owner().department());
            }
        });
        return departments;
    }

    private static String names(Collection<Department> departments) {
        return few(departments, Department::name, "个部门");
    }

    private static String shown(List<Member> some) {
        return few(some, Member::shown, "项");
    }

    private static <T> String few(Collection<T> some, Function<T, String> name, String counted) {
        var named = some.stream().limit(5).map(name).collect(joining("、"));
        return some.size() <= 5 ? named : named + "等%d%s".formatted(some.size(), counted);
    }

    private String way(Ancestry.Origin origin) {
        return origin.way().stream()
                .map(number -> {
                    var member = scene.member(number.intValue());
                    return member == null ? scene.keyOf(number) : member.shown();
                })
                .collect(joining(" → "));
    }

    /// Fields in their order, each found by its number.
    private static final class Among extends AbstractCollection<Member> {

        private final Map<Integer, Member> byNumber = new LinkedHashMap<>();

        Among(Stream<Member> members) {
            members.forEach(member -> byNumber.put(member.number(), member));
        }

        @Override
        public boolean contains(@Nullable Object other) {
            return other instanceof Member member && byNumber.containsKey(member.number());
        }

        @Override
        public Iterator<Member> iterator() {
            return byNumber.values().iterator();
        }

        @Override
        public int size() {
            return byNumber.size();
        }
    }

    /// Those of some that meet another, on common ground. What is alike is looked at once, and beside what is in its
    /// region, around it or below it: a unit with a thousand collectors is not a million pairs.
    private List<Member> meeting(Collection<Member> some, BiPredicate<Member, Member> meet) {
        var alike = some.stream()
                .collect(groupingBy(
                        member -> List.of(
                                String.valueOf(line(member)),
                                department(member),
                                point(member),
                                member.owner().form() ? member.owner().key() : "",
                                String.valueOf(member.owner().region()),
                                String.valueOf(population(member.owner()))),
                        LinkedHashMap::new,
                        java.util.stream.Collectors.toList()));
        var anywhere = new ArrayList<Member>();
        var at = new HashMap<String, List<Member>>();
        var below = new HashMap<String, List<Member>>();
        for (var group : alike.values()) {
            var one = group.getFirst();
            var region = scene.regionOf(one.owner());
            if (region == null) {
                anywhere.add(one);
            } else {
                at.computeIfAbsent(region, key -> new ArrayList<>()).add(one);
                scene.outward(region)
                        .forEach(outer -> below.computeIfAbsent(outer, key -> new ArrayList<>())
                                .add(one));
            }
        }
        var met = new ArrayList<Member>();
        for (var group : alike.values()) {
            var one = group.getFirst();
            var region = scene.regionOf(one.owner());
            var near = region == null
                    ? alike.values().stream().map(List::getFirst)
                    : Stream.concat(
                            anywhere.stream(),
                            Stream.concat(
                                    below.getOrDefault(region, List.of()).stream(),
                                    scene.outward(region).stream()
                                            .skip(1)
                                            .flatMap(outer -> at.getOrDefault(outer, List.of()).stream())));
            if (near.anyMatch(other -> other != one && sameGround(one, other) && meet.test(one, other))) {
                met.addAll(group);
            }
        }
        var those = new Among(met.stream());
        return some.stream().filter(those::contains).toList();
    }
}
