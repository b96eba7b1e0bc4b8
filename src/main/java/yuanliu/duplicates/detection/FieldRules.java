package yuanliu.duplicates.detection;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import yuanliu.duplicates.detection.Scene.Member;
import yuanliu.duplicates.detection.Scene.Owner;
import yuanliu.duplicates.understanding.Element;
import yuanliu.duplicates.understanding.FieldName;
import yuanliu.duplicates.understanding.RuleKind;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.duplicates.understanding.Vocabulary;

/// What can be said for or against one field, one owner or one unit by itself.
final class FieldRules {

    static final String COLLECTED = "采集";
    static final String GENERATED = "产生";
    private static final String VERIFIED = "核验";
    private static final String WITHHELD = "不予共享";
    private static final Set<String> BY_LAW = Set.of("法律", "行政法规", "国务院决定");
    private static final Set<String> SYSTEMS_NOT_LIVE = Set.of("测试", "停用");

    private final Scene scene;
    private final Vocabulary vocabulary;
    private final Understanding understanding;
    private final Ancestry ancestry;
    private final boolean told;
    private final Map<Gate, Optional<Refusal>> untold = new EnumMap<>(Gate.class);

    /// @param told whether somebody wants to know why: else what is refused is not put into words
    FieldRules(Scene scene, Understanding understanding, boolean told) {
        this.scene = scene;
        this.told = told;
        for (var gate : Gate.values()) {
            untold.put(gate, Optional.of(new Refusal("", gate, "")));
        }
        this.vocabulary = understanding.vocabulary();
        this.understanding = understanding;
        this.ancestry = new Ancestry(scene);
    }

    /// Why nobody is accused over a unit, whoever collects it.
    Optional<Refusal> againstUnit(Element element, @Nullable String qualifier, String asset) {
        var name = FieldName.of(element.name()).whole();
        if (isIdentifying(element)) {
            return refused(() -> asset, Gate.IDENTIFYING, () -> "“%s”是标识项，办事都要用它找到记录".formatted(element.name()));
        }
        var certificate = vocabulary.rule(RuleKind.CERTIFICATE, name);
        if (certificate.isPresent()) {
            return refused(
                    () -> asset,
                    Gate.CERTIFICATE_ITEM,
                    () -> "“%s”是%s".formatted(element.name(), certificate.get().says()));
        }
        for (var who : new @Nullable String[] {qualifier, name}) {
            if (who != null && vocabulary.says(RuleKind.EVENT_PERSON, who)) {
                return refused(() -> asset, Gate.EVENT_PERSON, () -> "“%s”只与一次办理有关".formatted(who));
            }
        }
        return Optional.empty();
    }

    /// Whether records are found by it: as the register says, else by its name.
    boolean isIdentifying(Element element) {
        return element.identifying() == null
                ? vocabulary.says(
                        RuleKind.IDENTIFYING, FieldName.of(element.name()).whole())
                : element.identifying();
    }

    /// Whether a unit is about how somebody is reached.
    boolean isContact(Element element) {
        return vocabulary.says(RuleKind.CONTACT, FieldName.of(element.name()).whole());
    }

    /// Why a field is never a party, whatever the others are.
    Optional<Refusal> against(Member field, Element element) {
        return byName(field, element)
                .or(() -> VERIFIED.equals(field.acquisition())
                        ? refused(field::key, Gate.VERIFIED_NOT_KEPT, () -> "“%s”只作核验，不留存".formatted(field.shown()))
                        : Optional.empty())
                .or(() -> against(field.owner(), field::key));
    }

    /// What a name says of itself and an element, whichever field bears it: there are far fewer names than fields.
    private record Named(String name, String element) {}

    private final Map<Named, Optional<Refusal>> byNames = new HashMap<>();
    private final Map<String, Optional<Refusal>> byOwners = new HashMap<>();

    private Optional<Refusal> byName(Member field, Element element) {
        return of(
                field::key,
                byNames.computeIfAbsent(new Named(field.name(), element.key()), named -> byNameAnew(field, element)));
    }

    private Optional<Refusal> byNameAnew(Member field, Element element) {
        var name = FieldName.of(field.name());
        if (vocabulary.isStopped(name)) {
            return refused(field::key, Gate.STOP_LIST, () -> "“%s”是各表都有的管理项".formatted(field.name()));
        }
        if (name.brackets().isEmpty() && understanding.isCalled(element, name)) {
            return Optional.empty();
        }
        var withoutTotal = name.whole().replaceFirst("总(?=[人户]?[数量额]$)", "");
        if (!withoutTotal.equals(name.whole()) && understanding.isCalled(element, FieldName.of(withoutTotal))) {
            return Optional.empty();
        }
        for (var rule : List.of(RuleKind.OTHER_TIME, RuleKind.INTENDED, RuleKind.STATISTIC)) {
            var found = vocabulary
                    .rule(rule, name.whole())
                    .or(() -> name.brackets().stream()
                            .flatMap(inside -> vocabulary.rule(rule, inside).stream())
                            .findFirst());
            if (found.isPresent()) {
                return refused(
                        field::key,
                        Gate.valueOf(rule.name()),
                        () -> "“%s”是%s，与“%s”不是同一事实"
                                .formatted(field.name(), found.get().says(), element.name()));
            }
        }
        return Optional.empty();
    }

    /// Why nothing of a resource or form is ever a party.
    Optional<Refusal> against(Owner owner, String asset) {
        return against(owner, () -> asset);
    }

    private Optional<Refusal> against(Owner owner, Supplier<String> asset) {
        return of(asset, byOwners.computeIfAbsent(owner.key(), key -> againstAnew(owner, key)));
    }

    private Optional<Refusal> againstAnew(Owner owner, String asset) {
        if (owner.exemption() != null) {
            return refused(() -> asset, Gate.EXEMPT, () -> "“%s”的豁免依据：%s".formatted(owner.name(), owner.exemption()));
        }
        var system = owner.system();
        if (system != null && system.status() != null && SYSTEMS_NOT_LIVE.contains(system.status())) {
            return refused(
                    () -> asset, Gate.SYSTEM_NOT_LIVE, () -> "“%s”的状态是%s".formatted(system.name(), system.status()));
        }
        if ("已停用".equals(owner.status())) {
            return refused(() -> asset, Gate.RESOURCE_STOPPED, () -> "“%s”已停用".formatted(owner.name()));
        }
        return said(owner, asset, RuleKind.EXEMPT, Gate.EXEMPT, owner.name(), owner.summary(), owner.notSharedBasis())
                .or(() -> said(owner, asset, RuleKind.TEST, Gate.TEST_DATA, owner.name()))
                .or(() -> said(owner, asset, RuleKind.HISTORY, Gate.HISTORY, owner.name()))
                .or(() -> said(owner, asset, RuleKind.STATISTICAL_COPY, Gate.STATISTICAL_COPY, owner.name()));
    }

    private Optional<Refusal> said(Owner owner, String asset, RuleKind rule, Gate gate, @Nullable String... texts) {
        for (var text : texts) {
            if (text != null) {
                var found = vocabulary.rule(rule, text);
                if (found.isPresent()) {
                    var matcher = found.get().pattern().matcher(text);
                    var word = matcher.find() ? matcher.group() : "";
                    return refused(
                            () -> asset,
                            gate,
                            () -> "“%s”写明“%s”：%s"
                                    .formatted(owner.name(), word, found.get().says()));
                }
            }
        }
        return Optional.empty();
    }

    /// Why a field collects nothing anew. A field that does not say how it was come by may have been collected.
    Optional<Refusal> notCollecting(Member field, boolean generatingCounts) {
        var mode = field.acquisition();
        if (mode != null && !COLLECTED.equals(mode) && !(generatingCounts && GENERATED.equals(mode))) {
            return refused(field::key, Gate.NOT_COLLECTED, () -> "“%s”的获取方式是%s".formatted(field.shown(), mode));
        }
        var origin = ancestry.originOf(field);
        if (origin != null) {
            return refused(field::key, Gate.LINEAGE, () -> "血缘说明“%s”来自别处：%s".formatted(field.shown(), way(origin)));
        }
        return Optional.empty();
    }

    private String way(Ancestry.Origin origin) {
        return origin.way().stream().map(scene::keyOf).collect(Collectors.joining(" → "));
    }

    Ancestry ancestry() {
        return ancestry;
    }

    /// Whether others may have a field by sharing.
    static boolean shareable(Member field) {
        return !withheld(field);
    }

    static boolean withheld(Member field) {
        return WITHHELD.equals(field.sharing())
                || field.sharing() == null && WITHHELD.equals(field.owner().sharing());
    }

    static boolean withheldByLaw(Member field) {
        return withheld(field)
                && field.owner().basisRank() != null
                && BY_LAW.contains(field.owner().basisRank());
    }

    private Optional<Refusal> refused(Supplier<String> asset, Gate gate, Supplier<String> sentence) {
        return told
                ? Optional.of(new Refusal(asset.get(), gate, sentence.get()))
                : Objects.requireNonNull(untold.get(gate));
    }

    private Optional<Refusal> of(Supplier<String> asset, Optional<Refusal> alike) {
        return told ? alike.map(refusal -> new Refusal(asset.get(), refusal.gate(), refusal.sentence())) : alike;
    }
}
