package yuanliu.duplicates.detection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
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
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import yuanliu.duplicates.detection.Finding.Party;
import yuanliu.duplicates.detection.Scene.Owner;
import yuanliu.duplicates.understanding.FieldName;
import yuanliu.duplicates.understanding.Signal;
import yuanliu.duplicates.understanding.SignalKind;
import yuanliu.duplicates.understanding.Vocabulary;
import yuanliu.web.Codes;

/// Which entries say the same: the same data catalogued twice (DC6), or brought together twice (DC8).
final class EntryRules {

    private static final Pattern ENDING =
            Pattern.compile("(基本信息|基础信息|信息资源|信息|数据|数据集|情况|记录|清单|名录|明细|目录|台账|登记|备案|表|库|接口|服务|查询)+$");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final Pattern PLACE = Pattern.compile("^(全国|全省|全市|全区|全县|本省|本市|本区|本县|市级|省级|区级|县级|国家级)");
    private static final Pattern BACKFLOW = Pattern.compile("返还|回流|下发|回传");
    private static final double ALIKE = 0.4;
    private static final double MUCH_ALIKE = 0.6;
    private static final double NEARLY_SAME = 0.85;
    private static final double COMMON_WEIGHT = 0.2;
    private static final double NAMES_ALIKE = 0.6;
    private static final int ENOUGH_FIELDS = 4;

    /// What is left of a name without its ending must still say something: 企业 does not.
    private static final int SHORTEST_STEM = 3;

    private final Scene scene;
    private final Vocabulary vocabulary;
    private final FieldRules rules;
    private final Consumer<Refusal> refusals;
    private final Set<String> common = new HashSet<>();
    private final Map<String, Set<String>> contents = new HashMap<>();
    private final Set<String> places;

    EntryRules(Scene scene, Vocabulary vocabulary, FieldRules rules, Set<String> places, Consumer<Refusal> refusals) {
        this.scene = scene;
        this.vocabulary = vocabulary;
        this.rules = rules;
        this.places = places;
        this.refusals = refusals;
    }

    List<Finding> look() {
        var resources = scene.owners().stream()
                .filter(owner -> !owner.form())
                .sorted(Comparator.comparing(Owner::code, Codes.ORDER))
                .toList();
        for (var resource : resources) {
            var fields = content(resource);
            contents.put(resource.key(), fields);
            scene.fieldsOf(resource).forEach(field -> {
                if (field.unit() != null
                        && field.reading() != null
                        && rules.isIdentifying(field.reading().element())) {
                    common.add(field.unit().key());
                }
            });
        }
        return Stream.concat(doubled(resources).stream(), libraries(resources).stream())
                .toList();
    }

    // -- DC6

    private List<Finding> doubled(List<Owner> resources) {
        var live = resources.stream().filter(this::mayBeDoubled).toList();
        var clusters = new Clusters();
        live.stream()
                .collect(groupingBy(this::title, TreeMap::new, java.util.stream.Collectors.toList()))
                .forEach((title, same) -> {
                    if (!title.isEmpty()) {
                        pairs(same, (one, other) -> {
                            if (isDouble(one, other, ALIKE)) {
                                clusters.join(one, other);
                            }
                        });
                    }
                });
        var full = live.stream()
                .filter(resource -> resource.department() != null
                        && Objects.requireNonNull(contents.get(resource.key())).size() >= ENOUGH_FIELDS)
                .toList();
        blocks(full, resource -> Objects.requireNonNull(resource.department()).key())
                .forEach(own -> pairs(own, (one, other) -> {
                    if (nameAlike(one, other) && isDouble(one, other, MUCH_ALIKE)) {
                        clusters.join(one, other);
                    }
                }));
        blocks(
                        full.stream()
                                .filter(resource -> resource.system() != null)
                                .toList(),
                        resource -> Objects.requireNonNull(resource.system()).key())
                .forEach(kept -> pairs(kept, (one, other) -> {
                    if (isDouble(one, other, nameAlike(one, other) ? MUCH_ALIKE : NEARLY_SAME)) {
                        clusters.join(one, other);
                    }
                }));
        return clusters.all().stream().map(this::doubledFinding).toList();
    }

    private static java.util.Collection<List<Owner>> blocks(
            List<Owner> some, java.util.function.Function<Owner, String> key) {
        return some.stream()
                .collect(groupingBy(key, TreeMap::new, java.util.stream.Collectors.toList()))
                .values();
    }

    private boolean mayBeDoubled(Owner resource) {
        var against = rules.against(resource, resource.key());
        against.filter(refusal -> refusal.gate() != Gate.EXEMPT).ifPresent(refusals);
        return against.isEmpty()
                || against.get().gate() == Gate.EXEMPT
                || against.get().gate() == Gate.STATISTICAL_COPY;
    }

    private boolean isDouble(Owner one, Owner other, double least) {
        if (!answerTogether(one, other)) {
            return refuse(one, other, Gate.SAME_LINE, "由互不隶属的部门各自编目，内容各管各的");
        }
        if (!scene.overlap(scene.regionOf(one), scene.regionOf(other))) {
            return refuse(one, other, Gate.TERRITORY, "地域不重叠");
        }
        if (!Populations.overlap(one.population(), other.population())) {
            return refuse(one, other, Gate.POPULATION, "对象范围不重叠");
        }
        if (!years(one).equals(years(other))) {
            return refuse(one, other, Gate.OTHER_TIME, "是不同年份的");
        }
        var mine = FieldName.of(one.name()).brackets();
        var its = FieldName.of(other.name()).brackets();
        if (!mine.isEmpty() && !its.isEmpty() && !mine.equals(its)) {
            return refuse(one, other, Gate.NOT_ALIKE, "括注不同");
        }
        if (BACKFLOW.matcher(one.name()).find()
                != BACKFLOW.matcher(other.name()).find()) {
            return refuse(one, other, Gate.CASCADE, "其中一条是回流");
        }
        if (derived(one, other) || derived(other, one)) {
            return refuse(one, other, Gate.CASCADE, "两者有血缘，是级联的副本");
        }
        if (!upstreamOf(one).isEmpty()
                && !upstreamOf(other).isEmpty()
                && !bare(one).equals(bare(other))) {
            return refuse(one, other, Gate.CASCADE, "两者都取自别处，是各自的副本");
        }
        var overlap = overlap(one, other);
        return overlap >= least || refuse(one, other, Gate.NOT_ALIKE, "信息项只有 %.0f%% 相同".formatted(overlap * 100));
    }

    private boolean refuse(Owner one, Owner other, Gate gate, String why) {
        var sentence = "“%s”与“%s”：%s".formatted(one.name(), other.name(), why);
        refusals.accept(new Refusal(one.key(), gate, sentence));
        refusals.accept(new Refusal(other.key(), gate, sentence));
        return false;
    }

    /// The same provider, one line at two levels, or a provider and a platform that keeps what others provide.
    private static boolean answerTogether(Owner one, Owner other) {
        var mine = one.department();
        var its = other.department();
        return mine != null
                && its != null
                && (mine.equals(its) || mine.line().equals(its.line()) || mine.authority() != its.authority());
    }

    private Finding doubledFinding(List<Owner> cluster) {
        var keeper = cluster.stream().min(bestFirst()).orElseThrow();
        var others = cluster.stream().filter(one -> one != keeper).toList();
        var least = others.stream()
                .mapToDouble(other -> overlap(keeper, other))
                .min()
                .orElseThrow();
        var sameTitle = cluster.stream().map(this::title).distinct().count() == 1;
        var sameProvider = cluster.stream().map(Owner::department).distinct().count() == 1;
        var signals = new ArrayList<Signal>();
        signals.add(
                sameTitle
                        ? new Signal(SignalKind.NAME, 0.35, "名称去掉空格、标点、末尾数字后相同：%s".formatted(names(cluster)))
                        : new Signal(SignalKind.NAME, 0.2, "名称用词相近：%s".formatted(names(cluster))));
        signals.add(new Signal(
                SignalKind.RESOURCE_OVERLAP,
                Math.round(0.4 * least * 1000) / 1000.0,
                "信息项重合（标识项少计）至少 %.0f%%".formatted(least * 100)));
        signals.add(new Signal(
                SignalKind.SOURCE,
                sameProvider ? 0.2 : 0.1,
                sameProvider
                        ? "提供部门同为%s"
                                .formatted(Objects.requireNonNull(keeper.department())
                                        .name())
                        : "由%s分别编目，两者没有血缘"
                                .formatted(cluster.stream()
                                        .map(one -> Objects.requireNonNull(one.department())
                                                .name())
                                        .distinct()
                                        .collect(joining("、")))));
        signals.add(new Signal(SignalKind.TERRITORY, 0.05, "地域与对象范围相同"));
        return entries(
                Kind.CATALOGUE_ENTRY,
                keeper,
                others,
                "重复编目：" + keeper.name().strip(),
                signals,
                "保留“%s”（%s），因为%s；其余%d条合并进来或标注关联代码"
                        .formatted(keeper.name(), keeper.code(), whyKept(keeper), others.size()));
    }

    private Finding entries(
            Kind kind, Owner keeper, List<Owner> others, String title, List<Signal> signals, String suggestion) {
        var score = Math.max(
                0, Math.min(1, signals.stream().mapToDouble(Signal::weight).sum()));
        var parties = new ArrayList<Party>();
        parties.add(new Party(keeper.key(), false, Role.KEEPER, 1));
        others.forEach(one -> parties.add(new Party(one.key(), false, Role.COPY, 1)));
        var least = Stream.concat(Stream.of(keeper), others.stream())
                .map(Owner::key)
                .min(Codes.ORDER)
                .orElseThrow();
        return new Finding(
                kind, null, least, title, parties, Math.round(score * 1000) / 1000.0, signals, suggestion, 0);
    }

    /// Which to keep: one at which a source is designated, then the most used, the fullest, the earliest published.
    private Comparator<Owner> bestFirst() {
        return Comparator.comparing((Owner owner) -> !holdsSource(owner))
                .thenComparing(owner -> -scene.consumersOf(owner).size())
                .thenComparing(owner ->
                        -Objects.requireNonNull(contents.get(owner.key())).size())
                .thenComparing(owner -> owner.published() == null ? "9999" : owner.published())
                .thenComparing(Owner::code, Codes.ORDER);
    }

    private boolean holdsSource(Owner owner) {
        return scene.fieldsOf(owner).stream().anyMatch(member -> {
            var standing =
                    member.unit() == null ? null : scene.standing(member.unit().key());
            var at = standing == null || standing.designation() == null
                    ? null
                    : standing.designation().field();
            return at != null && Codes.key(at.code()).equals(member.key());
        });
    }

    private String whyKept(Owner keeper) {
        if (holdsSource(keeper)) {
            return "它是数源所在";
        }
        var users = scene.consumersOf(keeper).size();
        return users > 0
                ? "它有%d个使用部门".formatted(users)
                : "它的信息项最全（%d项）".formatted(scene.fieldsOf(keeper).size());
    }

    private String title(Owner resource) {
        var name = FieldName.of(resource.name());
        var title = name.bare();
        for (var place : places) {
            if (title.startsWith(place) && title.length() > place.length() + 1) {
                title = title.substring(place.length());
                break;
            }
        }
        title = PLACE.matcher(title).replaceFirst("");
        var stem = ENDING.matcher(title).replaceFirst("");
        return stem.length() < SHORTEST_STEM ? title : stem;
    }

    private static String bare(Owner resource) {
        return FieldName.of(resource.name()).bare();
    }

    private static List<String> years(Owner resource) {
        return YEAR.matcher(Codes.key(resource.name()))
                .results()
                .map(result -> result.group())
                .toList();
    }

    /// By the longest common subsequence, so that 优抚对象 is like 优待抚恤对象.
    private boolean nameAlike(Owner one, Owner other) {
        var mine = title(one);
        var its = title(other);
        return !mine.isEmpty() && !its.isEmpty() && Names.likeness(mine, its) >= NAMES_ALIKE;
    }

    /// What a resource holds: the units of its fields, or their names where they have none; what is in every table is
    /// left
    /// out.
    private Set<String> content(Owner resource) {
        return scene.fieldsOf(resource).stream()
                .filter(member -> !vocabulary.isStopped(FieldName.of(member.name())))
                .map(member -> member.unit() == null
                        ? "~" + FieldName.of(member.name()).bare()
                        : member.unit().key())
                .collect(toCollection(TreeSet::new));
    }

    /// Jaccard's index of what two resources hold; names and numbers by which records are found are everywhere and
    /// count
    /// little.
    private double overlap(Owner one, Owner other) {
        var mine = Objects.requireNonNull(contents.get(one.key()));
        var its = Objects.requireNonNull(contents.get(other.key()));
        var common =
                mine.stream().filter(its::contains).mapToDouble(this::weight).sum();
        var all = Stream.concat(mine.stream(), its.stream())
                .distinct()
                .mapToDouble(this::weight)
                .sum();
        return all == 0 ? 0 : common / all;
    }

    private double weight(String content) {
        return common.contains(content) ? COMMON_WEIGHT : 1;
    }

    /// Whether a resource has something from another, by whatever rows.
    private boolean derived(Owner user, Owner source) {
        return upstreamOf(user).contains(source.key());
    }

    private final Map<String, Set<String>> upstreams = new HashMap<>();

    /// The keys of the resources that lie upstream of one, by rows of fields and of wholes, however far.
    private Set<String> upstreamOf(Owner resource) {
        var known = upstreams.get(resource.key());
        if (known != null) {
            return known;
        }
        var reached = new LinkedHashSet<String>();
        var open = new java.util.ArrayDeque<>(List.of(resource));
        while (!open.isEmpty()) {
            for (var source : directSources(open.remove())) {
                if (reached.add(source)) {
                    var owner = scene.owner(source);
                    if (owner != null) {
                        open.add(owner);
                    }
                }
            }
        }
        upstreams.put(resource.key(), reached);
        return reached;
    }

    private Set<String> directSources(Owner resource) {
        var sources = new LinkedHashSet<String>();
        scene.wholesOf(resource).forEach(row -> sources.add(row.source()));
        for (var field : scene.fieldsOf(resource)) {
            for (var row : scene.rowsOf(field)) {
                var source = scene.member(row.source());
                if (source != null && !source.owner().equals(resource)) {
                    sources.add(source.owner().key());
                }
            }
        }
        return sources;
    }

    // -- DC8

    private List<Finding> libraries(List<Owner> resources) {
        var inLibraries = resources.stream()
                .filter(resource -> resource.library() != null)
                .filter(resource -> rules.against(resource, resource.key()).isEmpty())
                .toList();
        var bySource = new TreeMap<String, List<Owner>>(Codes.ORDER);
        for (var resource : inLibraries) {
            for (var source : outerSources(resource)) {
                bySource.computeIfAbsent(source.key(), key -> new ArrayList<>()).add(resource);
            }
        }
        var clusters = new Clusters();
        bySource.forEach((source, gathered) -> pairs(gathered, (one, other) -> {
            if (gatheredTwice(Objects.requireNonNull(scene.owner(source)), one, other)) {
                clusters.join(one, other);
            }
        }));
        return clusters.all().stream().map(this::libraryFinding).toList();
    }

    /// The nearest entries upstream that are kept in no platform's hands: what a library is gathered from.
    private List<Owner> outerSources(Owner library) {
        var found = new ArrayList<Owner>();
        var seen = new HashSet<String>();
        var open = new java.util.ArrayDeque<>(List.of(library));
        while (!open.isEmpty()) {
            for (var key : directSources(open.remove())) {
                var source = scene.owner(key);
                if (source != null && seen.add(key)) {
                    if (source.library() == null && isPlatform(source)) {
                        open.add(source);
                    } else {
                        found.add(source);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isPlatform(Owner owner) {
        return owner.department() != null && owner.department().authority();
    }

    private boolean gatheredTwice(Owner source, Owner one, Owner other) {
        if (Objects.equals(one.library(), other.library()) && Objects.equals(one.department(), other.department())) {
            return refuse(one, other, Gate.NOT_ALIKE, "是同一个库的两张表");
        }
        if (derived(one, other) || derived(other, one)) {
            return refuse(one, other, Gate.CASCADE, "其中一个库取自另一个");
        }
        if (isOwn(one) || isOwn(other)) {
            return refuse(one, other, Gate.IS_SOURCE, "其中一个是数据提供部门自己的库");
        }
        if (!Objects.equals(level(one), level(other))) {
            return refuse(one, other, Gate.CASCADE, "上级的库在下级的库之上，是级联");
        }
        if (BACKFLOW.matcher(one.name()).find()
                || BACKFLOW.matcher(other.name()).find()) {
            return refuse(one, other, Gate.CASCADE, "其中一个是回流");
        }
        if (!scene.overlap(scene.regionOf(one), scene.regionOf(other))) {
            return refuse(one, other, Gate.TERRITORY, "地域不重叠");
        }
        if (!Populations.overlap(one.population(), other.population())) {
            return refuse(one, other, Gate.POPULATION, "对象范围不重叠");
        }
        var common = drawn(source, one);
        var its = drawn(source, other);
        var smaller = Math.min(common.size(), its.size());
        common.retainAll(its);
        return common.size() * 2 >= smaller
                || refuse(one, other, Gate.NOT_ALIKE, "从“%s”取的项不同".formatted(source.name()));
    }

    /// A library in which a department keeps what is its own, and nothing of anybody else.
    private boolean isOwn(Owner library) {
        return library.department() != null
                && outerSources(library).stream()
                        .allMatch(source -> source.department() != null
                                && source.department()
                                        .line()
                                        .equals(library.department().line()));
    }

    private static @org.jspecify.annotations.Nullable String level(Owner owner) {
        return owner.department() == null ? null : owner.department().level();
    }

    /// What one holds of the units of another; all of them when it is derived as a whole.
    private Set<String> drawn(Owner source, Owner library) {
        var there = contents.get(source.key());
        var drawn = new HashSet<>(Objects.requireNonNull(contents.get(library.key())));
        if (there != null) {
            drawn.retainAll(there);
        }
        return drawn;
    }

    private Finding libraryFinding(List<Owner> cluster) {
        var keeper = cluster.stream()
                .min(Comparator.comparing((Owner owner) ->
                                owner.library() != null && owner.library().contains("主题"))
                        .thenComparing(bestFirst()))
                .orElseThrow();
        var others = cluster.stream().filter(one -> one != keeper).toList();
        var sources = outerSources(keeper).stream()
                .filter(source ->
                        others.stream().anyMatch(other -> outerSources(other).contains(source)))
                .map(Owner::name)
                .distinct()
                .sorted(Codes.ORDER)
                .toList();
        var least = others.stream()
                .mapToDouble(other -> overlap(keeper, other))
                .min()
                .orElseThrow();
        var signals = List.of(
                new Signal(SignalKind.LINEAGE, 0.4, "归集自同一来源：%s".formatted(String.join("、", sources))),
                new Signal(
                        SignalKind.RESOURCE_OVERLAP,
                        Math.round((0.15 + 0.2 * least) * 1000) / 1000.0,
                        "信息项重合 %.0f%%".formatted(least * 100)),
                new Signal(
                        SignalKind.SOURCE,
                        0.2,
                        "分属%s"
                                .formatted(cluster.stream()
                                        .map(one -> "%s的%s"
                                                .formatted(
                                                        one.department() == null
                                                                ? "不明部门"
                                                                : one.department()
                                                                        .name(),
                                                        one.library()))
                                        .distinct()
                                        .collect(joining("、")))),
                new Signal(SignalKind.TERRITORY, 0.05, "同级，地域重叠，互不取自对方"));
        return entries(
                Kind.LIBRARY,
                keeper,
                others,
                "重复归集：" + names(cluster),
                signals,
                "合并归集任务：由“%s”统一归集，%s改为从它取得"
                        .formatted(
                                keeper.name(),
                                others.stream()
                                        .map(one -> "“" + one.name() + "”")
                                        .collect(joining("、"))));
    }

    private static String names(Collection<Owner> some) {
        return some.stream().limit(5).map(one -> "“" + one.name() + "”").collect(joining("、"))
                + (some.size() > 5 ? "等%d条".formatted(some.size()) : "");
    }

    private static void pairs(List<Owner> some, java.util.function.BiConsumer<Owner, Owner> each) {
        for (int i = 0; i < some.size(); i++) {
            for (int j = i + 1; j < some.size(); j++) {
                each.accept(some.get(i), some.get(j));
            }
        }
    }

    /// What belongs together, directly or by way of others.
    private static final class Clusters {

        private final Map<Owner, Owner> leader = new HashMap<>();

        void join(Owner one, Owner other) {
            leader.put(leader(one), leader(other));
        }

        private Owner leader(Owner one) {
            var at = one;
            for (var next = leader.get(at); next != null && next != at; next = leader.get(at)) {
                at = next;
            }
            leader.putIfAbsent(at, at);
            leader.putIfAbsent(one, at);
            return at;
        }

        List<List<Owner>> all() {
            return leader.keySet().stream()
                    .sorted(Comparator.comparing(Owner::code, Codes.ORDER))
                    .collect(groupingBy(
                            this::leader, java.util.LinkedHashMap::new, java.util.stream.Collectors.toList()))
                    .values()
                    .stream()
                    .filter(cluster -> cluster.size() > 1)
                    .toList();
        }
    }
}
