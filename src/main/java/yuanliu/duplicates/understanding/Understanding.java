package yuanliu.duplicates.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// Tells from all that is filed of a field which element it is, of whom, and in what part. What people filed or
/// confirmed stands; a field without an element gets a proposal, or nothing where the evidence does not carry one.
public final class Understanding {

    /// Below this a proposal is none.
    private static final double LEAST = 0.6;
    private static final double SUREST_PROPOSAL = 0.97;
    private static final double OTHERWISE_NAMED = 0.95;
    private static final double MISNAMED = 0.7;
    private static final double BY_WORDS = 0.75;
    private static final double ALIKE = 0.5;
    private static final double MUCH_ALIKE = 0.66;
    private static final double LIKELY = 0.88;
    private static final double BY_DESCRIPTION = 0.8;
    private static final double TAUGHT = 0.97;
    private static final double NEAREST = 0.7;
    private static final double NOT_BORNE_OUT = 0.06;

    /// An exact name alone does not carry a proposal across subjects.
    private static final double OF_ANOTHER = 0.2;

    /// What is less sure than this by its name may be surer by its description.
    private static final double WEAK = 0.7;

    private static final double OF_THE_OWNER = 0.08;

    private static final Evidence OTHER_TYPE = Evidence.of(Sentence.OTHER_TYPE, -0.2);
    private static final Evidence SAME_TYPE = Evidence.of(Sentence.SAME_TYPE, 0.02);

    private static final Set<String> YES_OR_NO = Set.of("是否", "有无", "yn", "是或否");

    private final Vocabulary vocabulary;
    private final Register register;
    private final Mentions mentions;
    private final Teaching teaching;
    private final @Nullable Nearness nearness;
    private final List<String> prefixes;
    private final Map<String, String> roles;

    /// @param roles by each word for a part somebody plays, the word that stands for it in a unit
    /// @param filed by a name, the keys of the elements under which fields of that name were filed, with how many
    public Understanding(
            Collection<Element> elements,
            Vocabulary vocabulary,
            Map<String, String> roles,
            Map<String, String> filed,
            Teaching teaching) {
        this(elements, vocabulary, roles, filed, teaching, null);
    }

    /// @param nearness asked where nothing else tells anything
    public Understanding(
            Collection<Element> elements,
            Vocabulary vocabulary,
            Map<String, String> roles,
            Map<String, String> filed,
            Teaching teaching,
            @Nullable Nearness nearness) {
        this.nearness = nearness;
        this.vocabulary = vocabulary;
        this.teaching = teaching;
        this.roles = Map.copyOf(roles);
        var words = new ArrayList<>(roles.keySet());
        words.addAll(vocabulary.subjects().keySet());
        words.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Codes.ORDER));
        this.prefixes = List.copyOf(words);
        var learned = new HashMap<>(filed);
        learned.keySet().removeIf(name -> strip(FieldName.of(name).bare()).role() != null);
        this.mentions = new Mentions(elements, vocabulary);
        this.register = new Register(elements, vocabulary, learned, prefixes);
    }

    public Register register() {
        return register;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /// What a field is; empty when nothing carries a proposal.
    public Optional<Reading> read(Described field) {
        return read(field, Set.of());
    }

    /// As [#read(Described)], when people have said what a field is not.
    ///
    /// @param rejected keys of elements
    public Optional<Reading> read(Described field, Set<String> rejected) {
        var name = FieldName.of(field.name());
        var filed = register.get(field.element());
        return filed == null ? propose(field, name, rejected) : Optional.of(filed(field, name, filed));
    }

    private Reading filed(Described field, FieldName name, Element element) {
        var evidence = new ArrayList<Evidence>();
        var stripped = strip(name.bare());
        var confidence = 1.0;
        if (isCalled(element, name, stripped)) {
            evidence.add(Evidence.of(Sentence.ELEMENTS_NAME, 0.05, field.name()));
        } else if (register.named(name.whole()).stream()
                .anyMatch(form -> form.context() == null && form.by().ordinal() <= Register.By.SYNONYM.ordinal())) {
            var other = register.named(name.whole()).getFirst().element();
            confidence = MISNAMED;
            evidence.add(Evidence.of(Sentence.OTHERS_NAME, -0.3, field.name(), other.name()));
        } else {
            confidence = OTHERWISE_NAMED;
        }
        confidence += typeAndCodes(field, element, evidence, false);
        var qualifier = field.qualifier();
        if (qualifier == null
                && !register.isCalled(element, name.whole())
                && stripped.role() != null
                && !isPrimary(stripped.role())
                && register.isCalled(element, stripped.rest())) {
            qualifier = stripped.role();
            evidence.add(Evidence.of(Sentence.PART_IN_NAME, 0.05, qualifier));
        }
        return new Reading(element, field.subject(), qualifier, clamp(confidence, 1), true, evidence);
    }

    /// Whether a name is one of an element's own, with or without words before it that say whose.
    public boolean isCalled(Element element, FieldName name) {
        return isCalled(element, name, strip(name.bare()));
    }

    private boolean isCalled(Element element, FieldName name, Stripped stripped) {
        return register.isCalled(element, name.whole())
                || register.isCalled(element, name.bare())
                || register.isCalled(element, stripped.rest());
    }

    private Optional<Reading> propose(Described field, FieldName name, Set<String> rejected) {
        if (vocabulary.isStopped(name)) {
            return Optional.empty();
        }
        var proposals = new ArrayList<Reading>();
        taught(field, name).forEach(proposals::add);
        if (vocabulary.isBroader(name.whole()) || vocabulary.isBroader(name.bare())) {
            byContext(field, name).forEach(proposals::add);
            byDescription(field, name).forEach(proposals::add);
        } else {
            byName(field, name).forEach(proposals::add);
            if (proposals.isEmpty()) {
                byLikeness(field, name).forEach(proposals::add);
            }
            if (proposals.stream().allMatch(reading -> reading.confidence() < WEAK)) {
                byDescription(field, name).forEach(proposals::add);
            }
            if (proposals.isEmpty()) {
                byNearness(field, name).ifPresent(proposals::add);
            }
        }
        return best(proposals, field, rejected);
    }

    /// The surest; among equals the one that is of the owner's subject. When two remain, nothing is sure.
    private Optional<Reading> best(List<Reading> proposals, Described field, Set<String> rejected) {
        var fit = proposals.stream()
                .filter(reading -> reading.confidence() >= LEAST)
                .filter(reading -> !rejected.contains(reading.element().key()))
                .filter(reading -> !teaching.rejects(
                        FieldName.of(field.name()).whole(), reading.element().key()))
                .sorted(Comparator.comparingDouble(Reading::confidence)
                        .reversed()
                        .thenComparing(reading -> reading.element().key(), Codes.ORDER))
                .toList();
        if (fit.isEmpty()) {
            return Optional.empty();
        }
        var surest = fit.getFirst();
        var rival = fit.stream()
                .filter(other -> !other.element().equals(surest.element()))
                .filter(other -> other.confidence() > surest.confidence() - 0.01)
                .findFirst();
        return rival.isPresent() ? Optional.empty() : Optional.of(surest);
    }

    private List<Reading> taught(Described field, FieldName name) {
        return teaching.confirmed().getOrDefault(name.whole(), Set.of()).stream()
                .sorted(Codes.ORDER)
                .map(register::get)
                .filter(Objects::nonNull)
                .map(element -> reading(
                        field,
                        element,
                        strip(name.bare()),
                        TAUGHT,
                        Evidence.of(Sentence.TAUGHT, TAUGHT, element.name())))
                .toList();
    }

    private List<Reading> byName(Described field, FieldName name) {
        var readings = new LinkedHashMap<String, Reading>();
        byForm(field, name, name.whole(), NOTHING_STRIPPED.of(name.whole()), 0, readings);
        if (!name.bare().equals(name.whole())) {
            byForm(field, name, name.bare(), NOTHING_STRIPPED.of(name.bare()), 0.02, readings);
        }
        if (readings.isEmpty()) {
            for (var stripped : strippings(name.bare())) {
                if (readings.isEmpty() && !vocabulary.isBroader(stripped.rest())) {
                    byForm(field, name, stripped.rest(), stripped, 0.02, readings);
                }
            }
        }
        if (readings.isEmpty() && name.brackets().stream().anyMatch(YES_OR_NO::contains)) {
            byForm(field, name, "是否" + Stem.of(name.bare()).stem(), NOTHING_STRIPPED.of(name.bare()), 0.02, readings);
        }
        if (readings.isEmpty()) {
            byOwner(field, name, readings);
        }
        if (readings.isEmpty()) {
            byWords(field, name, readings);
        }
        return List.copyOf(readings.values());
    }

    /// A name that repeats what its resource is about says no more than the rest: 饭店星级 in 旅游饭店信息 is 星级.
    private void byOwner(Described field, FieldName name, Map<String, Reading> readings) {
        var owner = FieldName.of(field.ownerName()).whole();
        var bare = name.bare().replace("的", "");
        for (int length = 2; length + 2 <= bare.length() && readings.isEmpty(); length++) {
            var rest = bare.substring(length);
            if (owner.contains(bare.substring(0, length))
                    && register.named(rest).stream().allMatch(form -> form.by() != Register.By.VARIANT)
                    && !vocabulary.isBroader(rest)
                    && !Stem.meansOther(bare, rest)) {
                byForm(field, name, rest, NOTHING_STRIPPED.of(rest), OF_THE_OWNER, readings);
            }
        }
        if (readings.isEmpty() && bare.length() > 2 && !bare.equals(name.bare())) {
            byForm(field, name, bare, NOTHING_STRIPPED.of(bare), 0.02, readings);
        }
    }

    private void byForm(
            Described field,
            FieldName name,
            String form,
            Stripped stripped,
            double less,
            Map<String, Reading> readings) {
        for (var found : register.named(form)) {
            if (found.context() == null || standsBeside(found.context(), field, name)) {
                var evidence = Evidence.of(
                        Sentence.CALLED,
                        found.by().confidence,
                        field.name(),
                        found.element().name(),
                        found.by().word);
                var reading = reading(
                        field, found.element(), stripped, found.by().confidence - less - unknown(name), evidence);
                readings.merge(
                        found.element().key(),
                        reading,
                        (one, other) -> one.confidence() >= other.confidence() ? one : other);
            }
        }
    }

    private void byWords(Described field, FieldName name, Map<String, Reading> readings) {
        for (var stripped : strippings(name.bare())) {
            for (var found : register.inTheWordsOf(stripped.rest())) {
                var evidence = Evidence.of(Sentence.SAME_WORDS, BY_WORDS, field.name(), found.name());
                readings.putIfAbsent(
                        found.element().key(),
                        reading(field, found.element(), stripped, BY_WORDS - unknown(name), evidence));
            }
            if (!readings.isEmpty()) {
                return;
            }
        }
    }

    /// A name such as 登记日期 means something only beside what was registered.
    private List<Reading> byContext(Described field, FieldName name) {
        var readings = new LinkedHashMap<String, Reading>();
        for (var found : register.named(name.bare())) {
            if (found.context() != null && standsBeside(found.context(), field, name)) {
                var evidence = Evidence.of(
                        Sentence.IN_CONTEXT,
                        found.by().confidence,
                        field.name(),
                        field.ownerName(),
                        found.element().name());
                readings.putIfAbsent(
                        found.element().key(),
                        reading(
                                field,
                                found.element(),
                                NOTHING_STRIPPED.of(name.bare()),
                                found.by().confidence,
                                evidence));
            }
        }
        return List.copyOf(readings.values());
    }

    private static boolean standsBeside(String context, Described field, FieldName name) {
        return name.brackets().contains(context)
                || FieldName.of(field.ownerName()).whole().contains(context)
                || field.description() != null && field.description().contains(context);
    }

    /// The longest name of one element, and of one alone, that a description says.
    private List<Reading> byDescription(Described field, FieldName name) {
        var texts = new ArrayList<>(name.brackets());
        if (field.description() != null) {
            texts.add(FieldName.of(field.description()).whole());
            texts.addAll(FieldName.of(field.description()).brackets());
        }
        var found = new LinkedHashMap<String, Element>();
        var longest = new int[1];
        for (var text : texts) {
            mentions.in(text, (called, element) -> {
                if (called.length() > longest[0]) {
                    found.clear();
                    longest[0] = called.length();
                }
                if (called.length() == longest[0]) {
                    found.put(element.key(), element);
                }
            });
        }
        if (found.size() != 1
                || texts.stream().anyMatch(text -> text.contains("护照") || text.contains("等证件") || text.contains("或"))) {
            return List.of();
        }
        var element = found.values().iterator().next();
        var evidence = Evidence.of(Sentence.DESCRIBED, BY_DESCRIPTION, element.name());
        return List.of(reading(field, element, NOTHING_STRIPPED.of(name.bare()), BY_DESCRIPTION, evidence));
    }

    /// A name that is like an element's. How like, and what else speaks for it, must carry the proposal together: a
    /// physical name is weak, for initials are ambiguous, and never counts alone.
    private List<Reading> byLikeness(Described field, FieldName name) {
        var readings = new LinkedHashMap<String, Reading>();
        var columns = field.physicalName() == null
                ? List.<Element>of()
                : register.inColumn(FieldName.column(field.physicalName()));
        var beside = beside(field, name);
        for (var stripped : strippings(name.bare())) {
            for (var like : register.like(stripped.rest())) {
                var column = columns.size() == 1 && columns.getFirst().equals(like.element());
                var described = beside.stream().anyMatch(text -> mentions.isIn(text, like.element()));
                var supported = column || described || sameCodes(field, like.element());
                var enough = like.likeness() >= MUCH_ALIKE || supported && like.likeness() >= ALIKE;
                if (!like.unsaid().isEmpty() && !supported && !standsBeside(like.unsaid(), field, name)) {
                    continue;
                }
                if (enough && !vocabulary.isBroader(like.form()) || described && column) {
                    var evidence = new ArrayList<Evidence>();
                    evidence.add(Evidence.of(
                            Sentence.ALIKE, round(0.42 + 0.38 * like.likeness()), field.name(), like.form()));
                    if (column) {
                        evidence.add(Evidence.of(
                                Sentence.USUAL_COLUMN,
                                0.12,
                                Objects.requireNonNull(field.physicalName()),
                                like.element().name()));
                    }
                    if (described) {
                        evidence.add(Evidence.of(
                                Sentence.MENTIONED, 0.15, like.element().name()));
                    }
                    var sure = evidence.stream().mapToDouble(Evidence::weight).sum() - unknown(name);
                    readings.merge(
                            like.element().key(),
                            reading(field, like.element(), stripped, Math.min(sure, LIKELY), evidence),
                            (one, other) -> one.confidence() >= other.confidence() ? one : other);
                }
            }
        }
        if (readings.isEmpty()) {
            byDescription(field, name)
                    .forEach(reading -> readings.put(reading.element().key(), reading));
        }
        return List.copyOf(readings.values());
    }

    /// What a model holds to be near is looked at last, and is never surer than [#NEAREST].
    private Optional<Reading> byNearness(Described field, FieldName name) {
        if (nearness == null) {
            return Optional.empty();
        }
        return nearness.nearest(name.bare())
                .filter(near -> !Stem.meansOther(
                        name.bare(), FieldName.of(near.element().name()).whole()))
                .map(near -> {
                    var sure = round(LEAST + (NEAREST - LEAST) * near.above());
                    return reading(
                            field,
                            near.element(),
                            NOTHING_STRIPPED.of(name.bare()),
                            sure,
                            Evidence.of(
                                    Sentence.NEAR,
                                    sure,
                                    field.name(),
                                    near.element().name(),
                                    "%.2f".formatted(near.cosine())));
                });
    }

    private static boolean sameCodes(Described field, Element element) {
        return field.codeList() != null
                && element.codeList() != null
                && Codes.key(field.codeList()).equals(Codes.key(element.codeList()));
    }

    /// What is said beside a name: in its brackets, and in the description.
    private static List<String> beside(Described field, FieldName name) {
        var texts = new ArrayList<>(name.brackets());
        if (field.description() != null) {
            texts.add(FieldName.of(field.description()).whole());
        }
        return texts;
    }

    private static double round(double weight) {
        return Math.round(weight * 1000) / 1000.0;
    }

    private Reading reading(Described field, Element element, Stripped stripped, double confidence, Evidence by) {
        return reading(field, element, stripped, confidence, List.of(by));
    }

    private Reading reading(Described field, Element element, Stripped stripped, double confidence, List<Evidence> by) {
        var evidence = new ArrayList<>(by);
        var sure = confidence + typeAndCodes(field, element, evidence, true);
        var brackets = FieldName.of(field.name()).brackets();
        var inBrackets =
                brackets.stream().map(roles::get).filter(Objects::nonNull).findFirst();
        var role = stripped.role() == null ? inBrackets.orElse(null) : stripped.role();
        var qualifier = field.qualifier();
        var subject = field.subject();
        if (qualifier == null && role != null && !isOwnMatter(role, field)) {
            qualifier = role;
            evidence.add(Evidence.of(Sentence.PART_IN_NAME, 0.05, role));
        }
        if (subject == null && qualifier == null && stripped.subject() != null) {
            subject = stripped.subject();
            evidence.add(Evidence.of(Sentence.SUBJECT_IN_NAME, 0.02, subject));
        }
        var whose = subject == null && qualifier == null ? element.subject() : null;
        if (whose != null && field.ownerSubject() != null && !whose.equals(field.ownerSubject())) {
            sure -= OF_ANOTHER;
            evidence.add(Evidence.of(Sentence.OTHER_SUBJECT, -OF_ANOTHER, whose, field.ownerSubject()));
        }
        if (field.description() != null && !bearsOut(field.description(), field, element)) {
            sure -= NOT_BORNE_OUT;
            evidence.add(Evidence.of(Sentence.NOT_BORNE_OUT, -NOT_BORNE_OUT, field.description()));
        }
        return new Reading(element, subject, qualifier, clamp(sure, SUREST_PROPOSAL), false, evidence);
    }

    /// Whether a description says one of the element's names, or something of its definition that the name alone does
    /// not.
    private static boolean bearsOut(String description, Described field, Element element) {
        var said = FieldName.of(description).whole();
        var names = new ArrayList<>(element.synonyms());
        names.add(element.name());
        if (names.stream().map(name -> FieldName.of(name).whole()).anyMatch(said::contains)) {
            return true;
        }
        var definition = element.definition() == null ? "" : element.definition();
        return Stem.pairs(said).filter(pair -> !field.name().contains(pair)).anyMatch(definition::contains);
    }

    /// Who a record is about is its holder, unless the record is of somebody else.
    private boolean isOwnMatter(String role, Described field) {
        if (!isPrimary(role)) {
            return false;
        }
        return field.ownerName().contains(role)
                || field.population() != null && field.population().contains(role)
                || field.respondent() != null && field.respondent().contains(role)
                || field.ownerSummary() != null && field.ownerSummary().contains(role);
    }

    private boolean isPrimary(String role) {
        return vocabulary.says(RuleKind.PRIMARY_ROLE, role);
    }

    private static double typeAndCodes(Described field, Element element, List<Evidence> evidence, boolean column) {
        var more = 0.0;
        if (Types.conflict(field, element)) {
            more -= 0.2;
            evidence.add(OTHER_TYPE);
        } else if (Types.alike(field, element)) {
            more += 0.02;
            evidence.add(SAME_TYPE);
        }
        if (field.codeList() != null && element.codeList() != null) {
            var same = Codes.key(field.codeList()).equals(Codes.key(element.codeList()));
            more += same ? 0.05 : -0.1;
            evidence.add(
                    same
                            ? Evidence.of(Sentence.SAME_CODES, 0.05, element.codeList())
                            : Evidence.of(Sentence.OTHER_CODES, -0.1, field.codeList(), element.codeList()));
        }
        if (column
                && field.physicalName() != null
                && element.identifier() != null
                && FieldName.column(field.physicalName()).equals(FieldName.column(element.identifier()))) {
            more += 0.03;
            evidence.add(Evidence.of(Sentence.ELEMENTS_COLUMN, 0.03, field.physicalName()));
        }
        return more;
    }

    /// What stands in brackets and is neither a part, nor a unit of measure, makes a name less sure.
    private double unknown(FieldName name) {
        return name.brackets().stream().allMatch(word -> roles.containsKey(word) || MEASURES.contains(word)) ? 0 : 0.05;
    }

    private static final Set<String> MEASURES = Set.of(
            "元",
            "万元",
            "亿元",
            "人",
            "平方米",
            "㎡",
            "m2",
            "亩",
            "公顷",
            "千米",
            "公里",
            "米",
            "千克",
            "kg",
            "吨",
            "岁",
            "年",
            "月",
            "日",
            "天",
            "个",
            "户",
            "次",
            "代码",
            "名称",
            "必填",
            "选填",
            "公示",
            "中文",
            "千瓦时",
            "升",
            "mm",
            "cm",
            "m",
            "毫米",
            "厘米",
            "mu",
            "hm2",
            "t",
            "万吨",
            "公斤",
            "头",
            "只",
            "株",
            "棵",
            "辆",
            "套",
            "间",
            "张",
            "处",
            "平米",
            "立方米",
            "m3",
            "千瓦",
            "kw",
            "kwh",
            "度",
            "是否",
            "有无",
            "yn",
            "单选",
            "多选",
            "下拉",
            "可空",
            "非必填",
            "自动带出",
            "系统生成",
            "汉字",
            "大写",
            "小写",
            "yyyymmdd",
            "yyyymm",
            "yyyy");

    private Stripped strip(String name) {
        var all = strippings(name);
        return all.getLast();
    }

    /// The name with nothing stripped, then with one prefix less each time.
    private List<Stripped> strippings(String name) {
        var found = new ArrayList<Stripped>();
        var now = NOTHING_STRIPPED.of(name);
        found.add(now);
        while (true) {
            var next = stripOne(now);
            if (next == null) {
                return found;
            }
            found.add(next);
            now = next;
        }
    }

    private @Nullable Stripped stripOne(Stripped now) {
        for (var prefix : prefixes) {
            if (now.rest().length() > prefix.length() + 1 && now.rest().startsWith(prefix)) {
                var rest = now.rest().substring(prefix.length());
                var bare = rest.startsWith("的") && rest.length() > 2 ? rest.substring(1) : rest;
                var role = roles.get(prefix);
                return new Stripped(
                        bare,
                        role != null ? (role.isEmpty() ? now.role() : role) : now.role(),
                        role == null ? vocabulary.subjects().get(prefix) : now.subject());
            }
        }
        return null;
    }

    private static double clamp(double confidence, double most) {
        return Math.round(Math.max(0, Math.min(most, confidence)) * 10_000) / 10_000.0;
    }

    private static final Stripped NOTHING_STRIPPED = new Stripped("", null, null);

    /// A name without the words before it that say of whom it is.
    private record Stripped(
            String rest, @Nullable String role, @Nullable String subject) {

        Stripped of(String name) {
            return new Stripped(name, null, null);
        }
    }
}
