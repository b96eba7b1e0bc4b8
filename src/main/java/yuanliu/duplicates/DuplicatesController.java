package yuanliu.duplicates;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import yuanliu.catalog.EntityRef;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceUnit;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// Answers what is collected twice.
@Controller
class DuplicatesController {

    private final Findings findings;
    private final Detections detections;
    private final CollectionChecks checks;
    private final Explanations explanations;
    private final Ledger ledger;

    DuplicatesController(
            Findings findings,
            Detections detections,
            CollectionChecks checks,
            Explanations explanations,
            Ledger ledger) {
        this.explanations = explanations;
        this.checks = checks;
        this.findings = findings;
        this.detections = detections;
        this.ledger = ledger;
    }

    @QueryMapping
    Page<DuplicateFinding> duplicateFindings(
            @Argument @Nullable DuplicateFindingFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var asked = filter == null ? DuplicateFindingFilter.ALL : filter;
        asked.check();
        return findings.page(asked, Window.of("duplicateFindings|" + asked, first, after));
    }

    @QueryMapping
    Optional<DuplicateFinding> duplicateFinding(@Argument String code) {
        return findings.find(code);
    }

    @QueryMapping
    Page<DetectionRun> detectionRuns(@Argument @Nullable Integer first, @Argument @Nullable String after) {
        return detections.page(Window.of("detectionRuns", first, after));
    }

    @QueryMapping
    Optional<DetectionRun> detectionRun(@Argument String code) {
        return detections.find(code);
    }

    @QueryMapping
    Explanations.WhyNot whyNot(@Argument List<EntityRef> assets) {
        return explanations.whyNot(assets);
    }

    @QueryMapping
    CollectionCheck checkCollection(@Argument CollectionPlan plan) {
        return checks.check(plan);
    }

    @MutationMapping
    DetectionRun detectDuplicates() {
        return detections.ask();
    }

    @BatchMapping(typeName = "DuplicateFinding")
    Map<DuplicateFinding, List<FindingParty>> parties(List<DuplicateFinding> some) {
        return findings.parties(some);
    }

    @BatchMapping(typeName = "DuplicateFinding")
    Map<DuplicateFinding, List<FindingStep>> history(List<DuplicateFinding> some) {
        return findings.history(some);
    }

    @BatchMapping(typeName = "DuplicateFinding")
    Map<DuplicateFinding, SourceUnit> unit(List<DuplicateFinding> some) {
        var units = ledger.byKey(some.stream()
                .map(DuplicateFinding::unitKey)
                .filter(Objects::nonNull)
                .collect(toSet()));
        var unitOf = new HashMap<DuplicateFinding, SourceUnit>();
        for (var finding : some) {
            var unit = finding.unitKey() == null ? null : units.get(finding.unitKey());
            if (unit != null) {
                unitOf.put(finding, unit);
            }
        }
        return unitOf;
    }
}
