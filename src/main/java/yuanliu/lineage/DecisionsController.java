package yuanliu.lineage;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class DecisionsController {

    private final Decisions decisions;

    DecisionsController(Decisions decisions) {
        this.decisions = decisions;
    }

    @QueryMapping
    @Nullable
    LineageStep derivation(@Argument String code) {
        return decisions.find(code).orElse(null);
    }

    @MutationMapping
    DerivationOutcome assertDerivation(@Argument Decided.AssertDerivationInput input) {
        return decisions.assertDerivation(input);
    }

    @MutationMapping
    DerivationOutcome confirmDerivation(@Argument Decided.ConfirmDerivationInput input) {
        return decisions.confirmDerivation(input);
    }

    @MutationMapping
    DerivationOutcome rejectDerivation(@Argument Decided.RejectDerivationInput input) {
        return decisions.rejectDerivation(input);
    }

    @MutationMapping
    DerivationOutcome endDerivation(@Argument Decided.EndDerivationInput input) {
        return decisions.endDerivation(input);
    }

    @BatchMapping
    Map<LineageStep, List<Provenance>> history(List<LineageStep> steps) {
        var codes = steps.stream()
                .map(LineageStep::code)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var former = decisions.former(codes);
        var histories = new LinkedHashMap<LineageStep, List<Provenance>>();
        for (var step : steps) {
            var history = new ArrayList<Provenance>();
            if (step.code() != null && step.provenance() != null) {
                history.add(step.provenance());
                history.addAll(former.getOrDefault(step.code(), List.of()));
            }
            histories.put(step, history);
        }
        return histories;
    }

    /// A person's decision bears its time, what was filed has that of its filing.
    @BatchMapping
    Map<Provenance, OffsetDateTime> at(List<Provenance> said) {
        var filings = said.stream()
                .filter(one -> one.at() == null)
                .map(Provenance::filing)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var times = decisions.times(filings);
        var at = new LinkedHashMap<Provenance, OffsetDateTime>();
        for (var one : said) {
            var time = one.at() != null ? one.at() : one.filing() == null ? null : times.get(one.filing());
            if (time != null) {
                at.put(one, time);
            }
        }
        return at;
    }
}
