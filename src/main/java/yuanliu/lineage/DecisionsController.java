package yuanliu.lineage;

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
}
