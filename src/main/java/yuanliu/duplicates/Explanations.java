package yuanliu.duplicates;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Asset;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.DataField;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.EntityRef;
import yuanliu.catalog.Form;
import yuanliu.duplicates.detection.Detector;
import yuanliu.duplicates.detection.EntryIndex;
import yuanliu.duplicates.detection.Finding;
import yuanliu.duplicates.detection.Gate;
import yuanliu.duplicates.detection.Refusal;
import yuanliu.duplicates.detection.Scene;
import yuanliu.duplicates.understanding.Signal;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;
import yuanliu.web.Today;

/// Tells why some fields or entries are, or are not, held to be collected twice: the rules are asked anew, and every
/// reason for which they let something go is told.
@Component
@Transactional(readOnly = true)
class Explanations {

    private static final int MOST_ASSETS = 50;
    private static final int NAMED_UNITS = 3;
    private static final Set<Gate> AMONG_OTHERS =
            EnumSet.of(Gate.ALONE, Gate.SAME_LINE, Gate.TERRITORY, Gate.POPULATION, Gate.RESPONDENT);

    private final Catalog catalog;
    private final Scenes scenes;
    private final Understandings understandings;
    private final Findings findings;
    private final Today today;

    Explanations(Catalog catalog, Scenes scenes, Understandings understandings, Findings findings, Today today) {
        this.catalog = catalog;
        this.scenes = scenes;
        this.understandings = understandings;
        this.findings = findings;
        this.today = today;
    }

    /// What is said of one field, or of one entry.
    ///
    /// @param unitName   what it was understood to be; null when it was not
    /// @param filed      whether people said so
    /// @param signals    by what it was understood
    /// @param reasons    why it was let go
    /// @param findings   the codes of the kept findings in which it is a party
    record Explained(
            Asset asset,
            @Nullable String unitKey,
            @Nullable String unitName,
            double confidence,
            boolean filed,
            List<Signal> signals,
            List<Reason> reasons,
            List<DuplicateFinding> findings) {}

    record Reason(Gate gate, String sentence) {}

    /// @param together whether a finding has two of the asked as parties
    record WhyNot(boolean together, List<Explained> assets) {}

    /// @throws BadRequest                when none or too many are asked about, or one is neither field, form nor
    /// resource
    /// @throws yuanliu.web.NotThere when one is not there
    WhyNot whyNot(List<EntityRef> refs) {
        if (refs.isEmpty() || refs.size() > MOST_ASSETS) {
            throw new BadRequest("参数 assets 应有 1 至 %d 个,收到 %d 个".formatted(MOST_ASSETS, refs.size()));
        }
        var asked = new LinkedHashMap<String, Asset>();
        var owners = new LinkedHashSet<String>();
        var entries = new LinkedHashMap<String, Asset>();
        for (var ref : refs) {
            var key = (String) null;
            switch (catalog.get(ref, "assets")) {
                case DataField field -> asked.put(Codes.key(field.code()), field);
                case DataResource resource -> {
                    key = Codes.key(resource.code());
                    entries.put(key, resource);
                }
                case Form form -> key = Codes.key(form.code());
                default -> throw new BadRequest("参数 assets 只能是信息项、数据资源或表单");
            }
            if (key != null) {
                owners.add(key);
            }
        }
        var byThemselves = Set.copyOf(asked.values());
        var day = today.date();
        var understanding = understandings.recent();
        scenes.fieldsOf(owners).forEach(field -> asked.put(Codes.key(field.code()), field));
        var around = scenes.around(understanding, day);
        var first = around.fields(asked.keySet());
        var units = new TreeSet<String>(Codes.ORDER);
        asked.keySet().forEach(key -> {
            var member = first.member(key);
            if (member != null && member.unit() != null) {
                units.add(member.unit().key());
            }
        });
        var each = new Detector(first, understanding, day, Detector.NOBODY);
        var read = around.units(
                asked.keySet(),
                first,
                units.stream().filter(unit -> !each.neverAccuses(unit)).toList());
        var refusals = new Refusals();
        var found = new Detector(read.scene(), understanding, day, refusals).ofUnits(units);
        var explained = new ArrayList<Explained>();
        asked.forEach((key, asset) -> {
            var member = first.member(key);
            var reading = member == null ? null : member.reading();
            var reasons = new ArrayList<Reason>();
            if (member == null || member.unit() == null) {
                reasons.add(new Reason(Gate.NO_UNIT, "“%s”没有登记数据元,也没有按名称理解为哪一个".formatted(asset.name())));
            }
            var nearby = member == null || member.unitKey() == null
                    ? null
                    : read.nearby().get(member.unitKey());
            refusals.of(key).forEach(reason -> reasons.add(nearby == null ? reason : among(reason, asset, nearby)));
            var held = kept(found, key);
            if (member != null && member.unit() != null && reasons.isEmpty() && held.isEmpty()) {
                reasons.addAll(unsure(member));
            }
            explained.add(new Explained(
                    asset,
                    member == null || member.unit() == null
                            ? null
                            : member.unit().key(),
                    member == null || member.unit() == null
                            ? null
                            : member.unit().name(),
                    reading == null ? 0 : reading.confidence(),
                    reading != null && reading.filed(),
                    reading == null ? List.of() : reading.signals(),
                    reasons,
                    held));
        });
        if (units.size() > 1) {
            var held = explained.stream()
                    .filter(one -> one.unitKey() != null)
                    .collect(groupingBy(one -> Objects.requireNonNull(one.unitKey()), counting()));
            // Of a whole resource only what has no counterpart is another fact.
            explained.replaceAll(one -> one.unitKey() == null
                            || held.getOrDefault(one.unitKey(), 0L) > 1 && !byThemselves.contains(one.asset())
                    ? one
                    : differs(one, units));
        }
        var told = new ArrayList<>(ofEntries(entries, around, understanding, day));
        var codes = new HashSet<String>();
        var together = found.stream().anyMatch(finding -> parties(finding, asked.keySet()) > 1)
                || told.stream()
                        .flatMap(entry -> entry.findings().stream())
                        .anyMatch(finding -> !codes.add(finding.code()));
        told.addAll(explained);
        return new WhyNot(together, told);
    }

    /// Of a unit with many fields those nearby were looked at: that nobody else is there means there.
    private static Reason among(Reason reason, Asset asset, Surroundings.Nearby nearby) {
        if (!AMONG_OTHERS.contains(reason.gate())) {
            return reason;
        }
        var here = switch (reason.gate()) {
            case ALONE -> new Reason(Gate.TERRITORY, "“%s”：在地域重叠之处没有别的部门采集".formatted(asset.name()));
            case RESPONDENT -> new Reason(Gate.TERRITORY, "“%s”：在地域重叠之处没有别的表单询问".formatted(asset.name()));
            default -> reason;
        };
        return nearby.all()
                ? here
                : new Reason(here.gate(), "%s（该单元的信息项很多，只比对了地域重叠的 %,d 项）".formatted(here.sentence(), nearby.fields()));
    }

    /// What is said of resources as entries: each pair is looked at by itself.
    private List<Explained> ofEntries(
            Map<String, Asset> entries, Surroundings around, Understanding understanding, LocalDate day) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var read = around.entries(entries.keySet());
        var refusals = new Refusals();
        new Detector(read.scene(), understanding, day, refusals)
                .compareEntries(new EntryIndex(read.scene(), read.places()), entries.keySet());
        var held = findings.about(entries.keySet());
        return entries.entrySet().stream()
                .map(entry -> new Explained(
                        entry.getValue(),
                        null,
                        null,
                        0,
                        false,
                        List.of(),
                        refusals.of(entry.getKey()),
                        held.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    /// What was let go, by the keys of what it was about; each reason once.
    private static final class Refusals implements Consumer<Refusal> {

        private final Map<String, LinkedHashSet<Refusal>> byAsset = new HashMap<>();

        @Override
        public void accept(Refusal refusal) {
            byAsset.computeIfAbsent(refusal.asset(), asset -> new LinkedHashSet<>())
                    .add(refusal);
        }

        List<Reason> of(String key) {
            return byAsset.getOrDefault(key, new LinkedHashSet<>()).stream()
                    .map(refusal -> new Reason(refusal.gate(), refusal.sentence()))
                    .toList();
        }
    }

    /// No gate is in the way, and yet it is no party: the rest stands without it.
    private static List<Reason> unsure(Scene.Member member) {
        if (member.tentative()) {
            return List.of(new Reason(
                    Gate.UNSURE,
                    "“%s”只是与“%s”相近（%.2f），单凭名称不列为当事方"
                            .formatted(
                                    member.shown(),
                                    Objects.requireNonNull(member.unit()).name(),
                                    member.confidence())));
        }
        return member.acquisition() == null
                ? List.of(new Reason(Gate.UNSURE, "“%s”没有写明获取方式，不列为当事方".formatted(member.shown())))
                : List.of();
    }

    private static Explained differs(Explained one, Collection<String> units) {
        var others = units.stream().filter(unit -> !unit.equals(one.unitKey())).toList();
        var some = others.size() <= NAMED_UNITS
                ? String.join("、", others)
                : "%s等 %d 个".formatted(String.join("、", others.subList(0, NAMED_UNITS)), others.size());
        var reasons = new ArrayList<>(one.reasons());
        reasons.add(new Reason(
                Gate.DIFFERENT_UNIT,
                "“%s”是单元 %s,与所问的其他单元(%s)不是同一事实".formatted(one.asset().name(), one.unitKey(), some)));
        return new Explained(
                one.asset(),
                one.unitKey(),
                one.unitName(),
                one.confidence(),
                one.filed(),
                one.signals(),
                reasons,
                one.findings());
    }

    private List<DuplicateFinding> kept(List<Finding> found, String key) {
        return found.stream()
                .filter(finding -> parties(finding, List.of(key)) > 0)
                .map(finding -> findings.find(finding.code()).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private static long parties(Finding finding, Collection<String> keys) {
        return finding.parties().stream()
                .filter(party -> keys.contains(party.key()))
                .count();
    }
}
