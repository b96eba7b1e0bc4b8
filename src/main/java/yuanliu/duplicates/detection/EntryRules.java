package yuanliu.duplicates.detection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    private static final Comparator<Owner> BY_CODE = Comparator.comparing(Owner::code, Codes.ORDER);
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final Pattern BACKFLOW = Pattern.compile("返还|回流|下发|回传");
    private static final double ALIKE = 0.4;
    private static final double MUCH_ALIKE = 0.6;
    private static final double NEARLY_SAME = 0.85;
    private static final double COMMON_WEIGHT = 0.2;
    private static final double NAMES_ALIKE = 0.6;
    private static final int ENOUGH_FIELDS = 4;

    private final Scene scene;
    private final EntryIndex index;
    private final Vocabulary vocabulary;
    private final FieldRules rules;
    private final Consumer<Refusal> refusals;
    private final Populations.Compared populations = new Populations.Compared();
    private final Names names = new Names();

    /// What is held has numbers: there are millions of resources.
    private final Map<String, Integer> contentNumbers = new HashMap<>();

    private final BitSet common = new BitSet();
    private final Map<String, int[]> contents = new HashMap<>();

    EntryRules(Scene scene, EntryIndex index, Vocabulary vocabulary, FieldRules rules, Consumer<Refusal> refusals) {
        this.scene = scene;
        this.index = index;
        this.vocabulary = vocabulary;
        this.rules = rules;
        this.refusals = refusals;
    }

    /// Those catalogued twice (DC6), by the codes of the findings.
    List<Finding> lookForDoubles() {
        return byCode(doubled(resources().sorted(BY_CODE).toList()));
    }

    /// Those brought together twice (DC8), likewise.
    List<Finding> lookForLibraries() {
        return byCode(libraries(
                resources().filter(this::mayBeGathered).sorted(BY_CODE).toList()));
    }

    private Stream<Owner> resources() {
        return scene.owners().stream().filter(owner -> !owner.form());
    }

    private static List<Finding> byCode(List<Finding> found) {
        return found.stream().sorted(Comparator.comparing(Finding::code)).toList();
    }

    /// The findings about some resources and about all that are in a finding with them, or were.
    ///
    /// @param before what was found about entries last time
    Again lookAgain(Set<String> touched, Collection<Finding> before) {
        var findingsOf = new HashMap<String, List<Finding>>();
        before.forEach(finding -> finding.parties()
                .forEach(party -> findingsOf
                        .computeIfAbsent(party.key(), key -> new ArrayList<>())
                        .add(finding)));
        var looked = new TreeSet<String>();
        var doubles = new Clusters();
        var gathered = new Clusters();
        var seen = new HashSet<String>();
        var open = new java.util.ArrayDeque<String>();
        for (var key : touched) {
            add(key, seen, open);
            librariesBelow(key).forEach(library -> add(library.key(), seen, open));
        }
        while (!open.isEmpty()) {
            var key = open.remove();
            for (var finding : findingsOf.getOrDefault(key, List.of())) {
                looked.add(finding.code());
                finding.parties().forEach(party -> add(party.key(), seen, open));
            }
            var resource = scene.owner(key);
            if (resource == null || resource.form()) {
                continue;
            }
            for (var other : doublesOf(resource)) {
                doubles.join(resource, other);
                add(other.key(), seen, open);
            }
            for (var other : gatheredWith(resource)) {
                gathered.join(resource, other);
                add(other.key(), seen, open);
            }
        }
        var found = Stream.concat(
                        doubles.all().stream().map(this::doubledFinding),
                        gathered.all().stream().map(this::libraryFinding))
                .toList();
        return new Again(found, looked);
    }

    /// @param looked the codes of the earlier findings that would be among those found, if they still stood
    record Again(List<Finding> found, Set<String> looked) {}

    /// Whether two entries stand in one block, or are gathered from one source.
    boolean compares(Owner one, Owner other) {
        return index.ofTitle(one).contains(other.key())
                || index.ofDepartment(one).contains(other.key())
                || index.ofSystem(one).contains(other.key())
                || one.library() != null
                        && other.library() != null
                        && outerSources(one).stream().anyMatch(outerSources(other)::contains);
    }

    /// Looks at every pair by itself.
    void compareEach(List<Owner> some) {
        var doubles = some.stream().filter(this::mayBeDoubled).toList();
        pairs(some.stream().sorted(BY_CODE).toList(), (one, other) -> {
            if (!compares(one, other)) {
                refuse(one, other, Gate.NOT_ALIKE, "名称、提供部门、所在系统和归集的来源都不同，不作比较");
                return;
            }
            if (doubles.contains(one) && doubles.contains(other)) {
                Stream.of(Alike.values())
                        .filter(alike -> mayBe(alike, one) && mayBe(alike, other))
                        .filter(alike -> block(alike, one).equals(block(alike, other)))
                        .anyMatch(alike -> alike == Alike.PROVIDER && !nameAlike(one, other)
                                ? refuse(one, other, Gate.NOT_ALIKE, "同一部门提供，而名称不相近")
                                : isDouble(alike, one, other));
            }
            if (mayBeGathered(one) && mayBeGathered(other)) {
                outerSources(one).stream()
                        .filter(outerSources(other)::contains)
                        .anyMatch(source -> gatheredTwice(source, one, other));
            }
        });
    }

    private static void add(String key, Set<String> seen, java.util.Queue<String> open) {
        if (seen.add(key)) {
            open.add(key);
        }
    }

    // -- DC6

    private List<Finding> doubled(List<Owner> resources) {
        var live = resources.stream().filter(this::mayBeDoubled).toList();
        var clusters = new Clusters();
        for (var alike : Alike.values()) {
            blocks(
                            live.stream()
                                    .filter(resource -> mayBe(alike, resource))
                                    .toList(),
                            resource -> block(alike, resource))
                    .forEach(block -> pairsOnCommonGround(block, (one, other) -> {
                        if (isOpen(clusters, one, other) && isDouble(alike, one, other)) {
                            clusters.join(one, other);
                        }
                    }));
        }
        return clusters.all().stream().map(this::doubledFinding).toList();
    }

    /// In what entries that are compared at all are alike.
    private enum Alike {
        TITLE,
        PROVIDER,
        SYSTEM
    }

    private boolean mayBe(Alike alike, Owner resource) {
        return switch (alike) {
            case TITLE -> !index.title(resource).isEmpty();
            case PROVIDER -> isFull(resource);
            case SYSTEM -> isFull(resource) && resource.system() != null;
        };
    }

    private boolean isFull(Owner resource) {
        return resource.department() != null && content(resource).length >= ENOUGH_FIELDS;
    }

    private String block(Alike alike, Owner resource) {
        return switch (alike) {
            case TITLE -> index.title(resource);
            case PROVIDER -> Objects.requireNonNull(resource.department()).key();
            case SYSTEM -> Objects.requireNonNull(resource.system()).key();
        };
    }

    private boolean isDouble(Alike alike, Owner one, Owner other) {
        return switch (alike) {
            case TITLE -> isDouble(one, other, ALIKE);
            case PROVIDER -> nameAlike(one, other) && isDouble(one, other, MUCH_ALIKE);
            case SYSTEM -> isDouble(one, other, nameAlike(one, other) ? MUCH_ALIKE : NEARLY_SAME);
        };
    }

    private List<Owner> doublesOf(Owner resource) {
        var found = new ArrayList<Owner>();
        if (!mayBeDoubled(resource)) {
            return found;
        }
        for (var alike : Alike.values()) {
            if (mayBe(alike, resource)) {
                var beside = switch (alike) {
                    case TITLE -> index.ofTitle(resource);
                    case PROVIDER -> index.ofDepartment(resource);
                    case SYSTEM -> index.ofSystem(resource);
                };
                for (var key : beside) {
                    var other = Objects.requireNonNull(scene.owner(key));
                    if (!other.equals(resource)
                            && (alike != Alike.PROVIDER || nameAlike(resource, other))
                            && mayBe(alike, other)
                            && mayBeDoubled(other)
                            && inOrder(resource, other, (one, two) -> isDouble(alike, one, two))) {
                        found.add(other);
                    }
                }
            }
        }
        return found;
    }

    /// As they are asked when all are looked at.
    private static boolean inOrder(Owner one, Owner other, java.util.function.BiPredicate<Owner, Owner> asked) {
        return BY_CODE.compare(one, other) <= 0 ? asked.test(one, other) : asked.test(other, one);
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
        var overlap = overlap(one, other);
        if (overlap < least) {
            return refuse(one, other, Gate.NOT_ALIKE, "信息项只有 %.0f%% 相同", overlap * 100);
        }
        if (!scene.overlap(scene.regionOf(one), scene.regionOf(other))) {
            return refuse(one, other, Gate.TERRITORY, "地域不重叠");
        }
        if (!populations.overlap(one.population(), other.population())) {
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
        if (!directSources(one).isEmpty()
                && !directSources(other).isEmpty()
                && !bare(one).equals(bare(other))) {
            return refuse(one, other, Gate.CASCADE, "两者都取自别处，是各自的副本");
        }
        if (derived(one, other) || derived(other, one)) {
            return refuse(one, other, Gate.CASCADE, "两者有血缘，是级联的副本");
        }
        return true;
    }

    /// @param why with what it is formatted with: of millions of pairs nobody may want to know
    private boolean refuse(Owner one, Owner other, Gate gate, String why, Object... of) {
        if (refusals != Detector.NOBODY) {
            var sentence = "“%s”与“%s”：%s".formatted(one.name(), other.name(), why.formatted(of));
            refusals.accept(new Refusal(one.key(), gate, sentence));
            refusals.accept(new Refusal(other.key(), gate, sentence));
        }
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
        var sameTitle = cluster.stream().map(index::title).distinct().count() == 1;
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
                .thenComparing(owner -> -content(owner).length)
                .thenComparing(owner -> owner.published() == null ? "9999" : owner.published())
                .thenComparing(Owner::code, Codes.ORDER);
    }

    private boolean holdsSource(Owner owner) {
        return scene.fieldsOf(owner).stream().anyMatch(member -> {
            var standing = member.unitKey() == null ? null : scene.standing(member.unitKey());
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
        var mine = index.title(one);
        var its = index.title(other);
        return !mine.isEmpty() && !its.isEmpty() && names.areAlike(mine, its, NAMES_ALIKE);
    }

    private final Map<String, String> bareNames = new HashMap<>();

    private String bareUnlessStopped(String written) {
        var name = FieldName.of(written);
        return vocabulary.isStopped(name) ? "" : "~" + name.bare();
    }

    /// What a resource holds: the units of its fields, or their names where they have none; what is in every table is
    /// left out.
    private int[] content(Owner resource) {
        var known = contents.get(resource.key());
        if (known != null) {
            return known;
        }
        var held = new IntArrayList();
        for (var member : scene.fieldsOf(resource)) {
            var unit = member.unitKey();
            if (unit != null
                    && member.reading() != null
                    && rules.isIdentifying(member.reading().element())) {
                common.set(contentNumber(unit));
            }
            var name = bareNames.computeIfAbsent(member.name(), this::bareUnlessStopped);
            if (!name.isEmpty()) {
                held.add(contentNumber(unit == null ? name : unit));
            }
        }
        var content = held.intStream().sorted().distinct().toArray();
        contents.put(resource.key(), content);
        return content;
    }

    private int contentNumber(String content) {
        return contentNumbers.computeIfAbsent(content, any -> contentNumbers.size());
    }

    /// Jaccard's index of what two resources hold; names and numbers by which records are found are everywhere and
    /// count little.
    private double overlap(Owner one, Owner other) {
        var mine = content(one);
        var its = content(other);
        var both = 0;
        var bothCommon = 0;
        for (int i = 0, j = 0; i < mine.length && j < its.length; ) {
            if (mine[i] == its[j]) {
                if (common.get(mine[i])) {
                    bothCommon++;
                } else {
                    both++;
                }
                i++;
                j++;
            } else if (mine[i] < its[j]) {
                i++;
            } else {
                j++;
            }
        }
        var allCommon = commonIn(mine) + commonIn(its) - bothCommon;
        var all = mine.length + its.length - both - bothCommon - allCommon;
        return all + allCommon == 0 ? 0 : (both + COMMON_WEIGHT * bothCommon) / (all + COMMON_WEIGHT * allCommon);
    }

    private int commonIn(int[] content) {
        var found = 0;
        for (var one : content) {
            if (common.get(one)) {
                found++;
            }
        }
        return found;
    }

    /// Whether a resource has something from another, however far: field by field, or as a whole where a row says so.
    /// That each has other fields in common with a third says nothing.
    private boolean derived(Owner user, Owner source) {
        return above.computeIfAbsent(user.key(), key -> scene.allSourcesOf(user))
                .contains(scene.numberOf(source));
    }

    /// Resources are compared with many others, one after the other.
    private final Map<String, IntSet> above = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, IntSet> eldest) {
            return size() > KEPT_WAYS;
        }
    };

    private static final int KEPT_WAYS = 1_000;

    /// Whether a library is joined to another by whatever rows of whatever lies between, however far: then it is one
    /// cascade. Looked for from both ends, always from the one that has fewer neighbours: a platform has thousands, and
    /// who is compared with whom mostly none.
    private boolean joined(Owner user, Owner source) {
        var above = new Ends(user.key());
        var below = new Ends(source.key());
        while (!above.open.isEmpty() && !below.open.isEmpty()) {
            var met = above.open.size() <= below.open.size()
                    ? above.step(this::sourcesOf, below.seen)
                    : below.step(this::usersOf, above.seen);
            if (met) {
                return true;
            }
        }
        return false;
    }

    private final Map<String, Set<String>> users = new HashMap<>();

    private Set<String> usersOf(String key) {
        return users.computeIfAbsent(key, scene::directUsersOf);
    }

    private Set<String> sourcesOf(String key) {
        var owner = scene.owner(key);
        return owner == null ? Set.of() : directSources(owner);
    }

    /// What has been reached from one end.
    private static final class Ends {

        private final Set<String> seen = new HashSet<>();
        private Set<String> open;

        Ends(String start) {
            seen.add(start);
            open = Set.of(start);
        }

        boolean step(java.util.function.Function<String, Set<String>> neighbours, Set<String> wanted) {
            var next = new HashSet<String>();
            for (var key : open) {
                for (var one : neighbours.apply(key)) {
                    if (wanted.contains(one)) {
                        return true;
                    }
                    if (seen.add(one)) {
                        next.add(one);
                    }
                }
            }
            open = next;
            return false;
        }
    }

    private final Map<String, Set<String>> direct = new HashMap<>();

    private Set<String> directSources(Owner resource) {
        return direct.computeIfAbsent(resource.key(), key -> scene.directSourcesOf(resource));
    }

    // -- DC8

    private List<Finding> libraries(List<Owner> inLibraries) {
        var bySource = new HashMap<String, List<Owner>>();
        for (var resource : inLibraries) {
            for (var source : outerSources(resource)) {
                bySource.computeIfAbsent(source.key(), key -> new ArrayList<>()).add(resource);
            }
        }
        var clusters = new Clusters();
        bySource.entrySet().stream()
                .filter(of -> of.getValue().size() > 1)
                .sorted(Map.Entry.comparingByKey(Codes.ORDER))
                .forEach(of -> libraries(of.getKey(), of.getValue(), clusters));
        return clusters.all().stream().map(this::libraryFinding).toList();
    }

    private void libraries(String key, List<Owner> gathered, Clusters clusters) {
        var source = Objects.requireNonNull(scene.owner(key));
        comparable(gathered)
                .forEach(some -> pairsOnCommonGround(some, (one, other) -> {
                    if (isOpen(clusters, one, other) && gatheredTwice(source, one, other)) {
                        clusters.join(one, other);
                    }
                }));
    }

    /// Whether it is still to be found out of two if they belong together, or somebody wants to know why not.
    private boolean isOpen(Clusters clusters, Owner one, Owner other) {
        return refusals != Detector.NOBODY || !clusters.isTogether(one, other);
    }

    /// Those of which something may come, level by level: what is a department's own is gathered by nobody twice, and
    /// what lies on two levels is a cascade.
    private Collection<List<Owner>> comparable(List<Owner> gathered) {
        return refusals == Detector.NOBODY
                ? gathered.stream()
                        .filter(one -> !isOwn(one))
                        .collect(groupingBy(one -> Objects.requireNonNullElse(level(one), "")))
                        .values()
                : List.of(gathered);
    }

    private boolean mayBeGathered(Owner resource) {
        return resource.library() != null
                && rules.against(resource, resource.key()).isEmpty();
    }

    private Set<Owner> gatheredWith(Owner library) {
        var found = new LinkedHashSet<Owner>();
        if (library.library() == null || !mayBeGathered(library)) {
            return found;
        }
        for (var source : outerSources(library)) {
            for (var other : librariesBelow(source.key())) {
                if (!other.equals(library)
                        && !found.contains(other)
                        && mayBeGathered(other)
                        && inOrder(library, other, (one, two) -> gatheredTwice(source, one, two))) {
                    found.add(other);
                }
            }
        }
        return found;
    }

    /// The libraries that are gathered from a resource, directly or by way of platforms.
    private List<Owner> librariesBelow(String source) {
        var found = new ArrayList<Owner>();
        var seen = new HashSet<String>();
        var open = new java.util.ArrayDeque<>(List.of(source));
        while (!open.isEmpty()) {
            for (var key : scene.directUsersOf(open.remove())) {
                var user = scene.owner(key);
                if (user != null && seen.add(key)) {
                    if (user.library() != null) {
                        found.add(user);
                    } else if (isPlatform(user)) {
                        open.add(key);
                    }
                }
            }
        }
        return found;
    }

    /// The nearest entries upstream that are kept in no platform's hands: what a library is gathered from.
    private List<Owner> outerSources(Owner library) {
        return outer.computeIfAbsent(library.key(), key -> outerSourcesAnew(library));
    }

    private final Map<String, List<Owner>> outer = new HashMap<>();

    private List<Owner> outerSourcesAnew(Owner library) {
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
        if (!populations.overlap(one.population(), other.population())) {
            return refuse(one, other, Gate.POPULATION, "对象范围不重叠");
        }
        if (joined(one, other) || joined(other, one)) {
            return refuse(one, other, Gate.CASCADE, "其中一个库取自另一个");
        }
        var mine = drawn(source, one);
        var its = drawn(source, other);
        return both(mine, its).length * 2 >= Math.min(mine.length, its.length)
                || refuse(one, other, Gate.NOT_ALIKE, "从“%s”取的项不同", source.name());
    }

    /// A library in which a department keeps what is its own, and nothing of anybody else.
    private boolean isOwn(Owner library) {
        return own.computeIfAbsent(library.key(), key -> isOwnAnew(library));
    }

    private final Map<String, Boolean> own = new HashMap<>();

    private boolean isOwnAnew(Owner library) {
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
    private int[] drawn(Owner source, Owner library) {
        if (!source.key().equals(drawnFrom)) {
            drawnFrom = source.key();
            drawn.clear();
        }
        return drawn.computeIfAbsent(
                library.key(), key -> source.form() ? content(library) : both(content(library), content(source)));
    }

    /// Of the source that was looked at last.
    private final Map<String, int[]> drawn = new HashMap<>();

    private String drawnFrom = "";

    private static int[] both(int[] some, int[] others) {
        return Arrays.stream(some)
                .filter(one -> Arrays.binarySearch(others, one) >= 0)
                .toArray();
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

    /// The pairs of which something may come: what every county has is beside what lies around its own, not beside that
    /// of each of three thousand others. Whoever wants to know why nothing comes of the others is told of them, too.
    private void pairsOnCommonGround(List<Owner> some, java.util.function.BiConsumer<Owner, Owner> each) {
        if (refusals != Detector.NOBODY) {
            pairs(some, each);
            return;
        }
        var anywhere = new ArrayList<Owner>();
        var at = new HashMap<String, List<Owner>>();
        for (var one : some) {
            var region = scene.regionOf(one);
            if (region == null) {
                anywhere.forEach(other -> each.accept(other, one));
                anywhere.add(one);
            } else {
                at.computeIfAbsent(region, key -> new ArrayList<>()).add(one);
            }
        }
        at.forEach((region, here) -> {
            pairs(here, each);
            for (var one : here) {
                scene.outward(region).stream()
                        .skip(1)
                        .flatMap(outer -> at.getOrDefault(outer, List.of()).stream())
                        .forEach(other -> inTurn(one, other, each));
                anywhere.forEach(other -> inTurn(one, other, each));
            }
        });
    }

    private static void inTurn(Owner one, Owner other, java.util.function.BiConsumer<Owner, Owner> each) {
        if (BY_CODE.compare(one, other) <= 0) {
            each.accept(one, other);
        } else {
            each.accept(other, one);
        }
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

        private final Map<String, Owner> joined = new HashMap<>();
        private final Map<String, String> leader = new HashMap<>();

        void join(Owner one, Owner other) {
            joined.put(one.key(), one);
            joined.put(other.key(), other);
            var led = leader(one.key());
            var by = leader(other.key());
            if (!led.equals(by)) {
                leader.put(led, by);
            }
        }

        boolean isTogether(Owner one, Owner other) {
            return joined.containsKey(one.key())
                    && joined.containsKey(other.key())
                    && leader(one.key()).equals(leader(other.key()));
        }

        /// Whoever is asked stands right below the leader from then on.
        private String leader(String one) {
            var last = one;
            for (var next = leader.get(last); next != null; next = leader.get(last)) {
                last = next;
            }
            for (var at = one; !at.equals(last); ) {
                at = Objects.requireNonNull(leader.put(at, last));
            }
            return last;
        }

        List<List<Owner>> all() {
            return joined.values().stream()
                    .sorted(Comparator.comparing(Owner::code, Codes.ORDER))
                    .collect(groupingBy(
                            one -> leader(one.key()),
                            java.util.LinkedHashMap::new,
                            java.util.stream.Collectors.toList()))
                    .values()
                    .stream()
                    .filter(cluster -> cluster.size() > 1)
                    .toList();
        }
    }
}
