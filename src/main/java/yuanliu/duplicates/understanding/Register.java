package yuanliu.duplicates.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The elements, found by every form in which they are named.
public final class Register {

    private static final double LEAST_LIKE = 0.3;
    private static final Pattern IN_BRACKETS = Pattern.compile(".*[(（【\\[].*");

    /// Ways in which one representation is written for another (ISO/IEC 11179: representation term). A name that ends
    /// in one of a set is also looked for with the others.
    private static final List<List<String>> ENDINGS = List.of(
            List.of("日期", "时间", "年月日"),
            List.of("号码", "编号", "号", "编码"),
            List.of("标识", "标志"),
            List.of("状况", "状态", "情况"),
            List.of("地址", "住址"),
            List.of("类型", "类别", "种类"),
            List.of("等级", "级别"),
            List.of("金额", "额"),
            List.of("人数", "人员数", "人员数量"));

    /// How a form came to be one, the surest first.
    enum By {
        NAME(0.95, "名称"),
        SYNONYM(0.93, "同义名称"),
        FILED(0.91, "他处已登记的名称"),
        DICTIONARY(0.90, "同义词典"),
        VARIANT(0.85, "表示词变体");

        final double confidence;
        final String word;

        By(double confidence, String word) {
            this.confidence = confidence;
            this.word = word;
        }
    }

    /// @param context a word that must stand beside the name, for 登记日期（婚姻）
    record Form(
            String name, Element element, By by, @Nullable String context) {}

    private final Map<String, Element> byKey = new HashMap<>();
    private final Map<String, List<Form>> forms = new HashMap<>();
    private final Map<String, Set<String>> formsOfElement = new HashMap<>();
    private final Map<String, List<Element>> byColumn = new HashMap<>();
    private final Map<Set<String>, List<Form>> bySegments = new HashMap<>();
    private final Map<String, Set<Form>> byPair = new HashMap<>();
    private final java.util.concurrent.ConcurrentHashMap<String, List<Like>> likes =
            new java.util.concurrent.ConcurrentHashMap<>();
    private final Segments segments;

    /// An element whose names are like some name.
    ///
    /// @param likeness 0 to 1
    /// @param unsaid   what the form says before the thing of the name; empty when nothing
    record Like(Element element, String form, double likeness, String unsaid) {}

    /// @param filed by a name, the key of the element under which fields of that name are filed
    /// @param words the domain's, for cutting names into words
    Register(Collection<Element> elements, Vocabulary vocabulary, Map<String, String> filed, Collection<String> words) {
        elements.forEach(element -> byKey.put(element.key(), element));
        for (var element : elements) {
            add(element, FieldName.of(element.name()), By.NAME);
            element.synonyms().forEach(synonym -> addSynonym(element, synonym));
        }
        filed.forEach((name, under) -> learn(FieldName.of(name), under, vocabulary));
        for (var element : elements) {
            names(element).toList().forEach(name -> {
                vocabulary.synonymsOf(name).forEach(other -> add(new Form(other, element, By.DICTIONARY, null)));
                if (name.endsWith("代码") && name.length() > 3) {
                    vocabulary
                            .synonymsOf(name.substring(0, name.length() - 2))
                            .forEach(other -> add(new Form(other, element, By.DICTIONARY, null)));
                }
                variants(name).forEach(other -> add(new Form(other, element, By.VARIANT, null)));
            });
            columns(element, vocabulary)
                    .forEach(column -> byColumn.computeIfAbsent(column, name -> new ArrayList<>())
                            .add(element));
        }
        forms.values().stream()
                .flatMap(List::stream)
                .filter(form -> form.context() == null && form.by() != By.VARIANT)
                .forEach(form -> Stem.loosePairs(form.name())
                        .forEach(pair -> byPair.computeIfAbsent(pair, key -> new LinkedHashSet<>())
                                .add(form)));
        this.segments = new Segments(words);
        forms.values()
                .forEach(these -> these.stream()
                        .filter(form -> form.context() == null && form.by() != By.VARIANT)
                        .forEach(form -> bySegments
                                .computeIfAbsent(segments.of(form.name()), key -> new ArrayList<>())
                                .add(form)));
    }

    public @Nullable Element get(@Nullable String key) {
        return key == null ? null : byKey.get(key);
    }

    public Collection<Element> all() {
        return byKey.values();
    }

    List<Form> named(String name) {
        return forms.getOrDefault(name, List.of());
    }

    /// Those whose words are the same, whatever their order and whatever fillers stand between them.
    List<Form> inTheWordsOf(String name) {
        var words = segments.of(name);
        return words.size() < 2 ? List.of() : bySegments.getOrDefault(words, List.of());
    }

    /// The elements whose names are like a name, each by its likest.
    List<Like> like(String name) {
        return likes.computeIfAbsent(name, this::likest);
    }

    private List<Like> likest(String name) {
        var best = new HashMap<String, Like>();
        Stem.loosePairs(name)
                .flatMap(pair -> byPair.getOrDefault(pair, Set.of()).stream())
                .distinct()
                .forEach(form -> {
                    var likeness = Stem.likeness(name, form.name());
                    if (likeness >= LEAST_LIKE && !Stem.meansOther(name, form.name())) {
                        best.merge(
                                form.element().key(),
                                new Like(form.element(), form.name(), likeness, Stem.unsaid(name, form.name())),
                                (one, other) -> one.likeness() >= other.likeness() ? one : other);
                    }
                });
        return best.values().stream()
                .sorted(java.util.Comparator.comparing(like -> like.element().key(), yuanliu.web.Codes.ORDER))
                .toList();
    }

    List<Element> inColumn(String column) {
        return byColumn.getOrDefault(column, List.of());
    }

    /// Whether an element is called so, in any form that asks for no context.
    boolean isCalled(Element element, String name) {
        return formsOfElement.getOrDefault(element.key(), Set.of()).contains(name);
    }

    private Stream<String> names(Element element) {
        return List.copyOf(formsOfElement.getOrDefault(element.key(), Set.of())).stream();
    }

    /// What people filed under one element, and hardly ever under another, is a name of it.
    private void learn(FieldName name, String key, Vocabulary vocabulary) {
        if (!name.brackets().isEmpty() || vocabulary.isBroader(name.whole()) || vocabulary.isStopped(name)) {
            return;
        }
        var element = byKey.get(key);
        if (element != null) {
            add(element, name, By.FILED);
        }
    }

    private void addSynonym(Element element, String synonym) {
        var name = FieldName.of(synonym);
        if (IN_BRACKETS.matcher(synonym).matches() && !name.brackets().isEmpty()) {
            add(new Form(name.whole(), element, By.SYNONYM, name.brackets().getFirst()));
            var inserted = String.join("", name.brackets()) + name.whole();
            add(new Form(inserted, element, By.SYNONYM, null));
        } else {
            add(element, name, By.SYNONYM);
        }
    }

    private void add(Element element, FieldName name, By by) {
        add(new Form(name.whole(), element, by, null));
    }

    private void add(Form form) {
        if (form.name().isEmpty()) {
            return;
        }
        var these = forms.computeIfAbsent(form.name(), name -> new ArrayList<>());
        if (these.stream()
                .noneMatch(other -> other.element().equals(form.element())
                        && other.by().ordinal() <= form.by().ordinal())) {
            these.add(form);
        }
        if (form.context() == null) {
            formsOfElement
                    .computeIfAbsent(form.element().key(), key -> new LinkedHashSet<>())
                    .add(form.name());
        }
    }

    private static Stream<String> variants(String name) {
        var variants = new LinkedHashSet<String>();
        for (var ending : List.of("代码", "编码", "名称")) {
            if (name.endsWith(ending) && name.length() > ending.length() + 1) {
                variants.add(name.substring(0, name.length() - ending.length()));
            }
        }
        for (var base : List.copyOf(variants)) {
            endings(base).forEach(variants::add);
        }
        endings(name).forEach(variants::add);
        if (name.endsWith("标识") || name.endsWith("标志")) {
            variants.add("是否" + name.substring(0, name.length() - 2));
        }
        if (name.startsWith("是否") && name.length() > 3) {
            variants.add(name.substring(2) + "标识");
            variants.add(name.substring(2) + "标志");
        }
        if (!name.endsWith("代码")
                && (name.endsWith("类型") || name.endsWith("类别") || name.endsWith("状态") || name.endsWith("等级"))) {
            variants.add(name + "代码");
        }
        variants.remove(name);
        return variants.stream();
    }

    private static Stream<String> endings(String name) {
        return ENDINGS.stream()
                .filter(set -> set.stream().anyMatch(name::endsWith))
                .flatMap(set -> {
                    var mine = set.stream()
                            .filter(name::endsWith)
                            .max(java.util.Comparator.comparingInt(String::length))
                            .orElseThrow();
                    var stem = name.substring(0, name.length() - mine.length());
                    return stem.length() < 2
                            ? Stream.<String>of()
                            : set.stream().filter(other -> !other.equals(mine)).map(other -> stem + other);
                });
    }

    private Stream<String> columns(Element element, Vocabulary vocabulary) {
        var columns = new LinkedHashSet<String>();
        columns.add(
                element.identifier() != null
                        ? FieldName.column(element.identifier())
                        : yuanliu.catalog.Pinyin.initials(
                                FieldName.of(element.name()).whole()));
        names(element).forEach(name -> columns.addAll(vocabulary.columnsOf(name)));
        columns.remove("");
        return columns.stream();
    }
}
