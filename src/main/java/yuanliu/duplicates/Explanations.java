package yuanliu.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
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
import yuanliu.duplicates.detection.Finding;
import yuanliu.duplicates.detection.Gate;
import yuanliu.duplicates.detection.Refusal;
import yuanliu.duplicates.understanding.Signal;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;
import yuanliu.web.Today;

/// Tells why some fields are, or are not, held to be collected twice: the rules are asked anew, and every reason for
/// which
/// they let something go is told.
@Component
@Transactional(readOnly = true)
class Explanations {

    private static final int MOST_ASSETS = 50;

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

    /// What is said of one field.
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
        for (var ref : refs) {
            var key = (String) null;
            switch (catalog.get(ref, "assets")) {
                case DataField field -> asked.put(Codes.key(field.code()), field);
                case DataResource resource -> key = Codes.key(resource.code());
                case Form form -> key = Codes.key(form.code());
                default -> throw new BadRequest("参数 assets 只能是信息项、数据资源或表单");
            }
            if (key != null) {
                owners.add(key);
            }
        }
        var day = today.date();
        var understanding = understandings.recent();
        scenes.fieldsOf(owners).forEach(field -> asked.put(Codes.key(field.code()), field));
        var first = scenes.aroundFields(understanding, day, asked.keySet());
        var units = new TreeSet<String>(Codes.ORDER);
        asked.keySet().forEach(key -> {
            var member = first.scene().member(key);
            if (member != null && member.unit() != null) {
                units.add(member.unit().key());
            }
        });
        var scene = scenes.around(understanding, day, units, List.of()).scene();
        var refusals = new HashMap<String, LinkedHashSet<Refusal>>();
        var found = new Detector(
                        scene,
                        understanding,
                        day,
                        refusal -> refusals.computeIfAbsent(refusal.asset(), asset -> new LinkedHashSet<>())
                                .add(refusal))
                .ofUnits(units);
        var explained = new ArrayList<Explained>();
        asked.forEach((key, asset) -> {
            var member = first.scene().member(key);
            var reading = member == null ? null : member.reading();
            var reasons = new ArrayList<Reason>();
            if (member == null || member.unit() == null) {
                reasons.add(new Reason(Gate.NO_UNIT, "“%s”没有登记数据元,也没有按名称理解为哪一个".formatted(asset.name())));
            }
            refusals.getOrDefault(key, new LinkedHashSet<>())
                    .forEach(refusal -> reasons.add(new Reason(refusal.gate(), refusal.sentence())));
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
                    kept(found, key)));
        });
        if (units.size() > 1) {
            explained.replaceAll(one -> differs(one, units));
        }
        return new WhyNot(found.stream().anyMatch(finding -> parties(finding, asked.keySet()) > 1), explained);
    }

    private static Explained differs(Explained one, Collection<String> units) {
        var others = units.stream().filter(unit -> !unit.equals(one.unitKey())).toList();
        if (one.unitKey() == null || others.isEmpty()) {
            return one;
        }
        var reasons = new ArrayList<>(one.reasons());
        reasons.add(new Reason(
                Gate.DIFFERENT_UNIT,
                "“%s”是单元 %s,与所问的其他单元(%s)不是同一事实"
                        .formatted(one.asset().name(), one.unitKey(), String.join("、", others))));
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
