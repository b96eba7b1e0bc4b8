package yuanliu.ownership;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// Takes what people do to settle who is a unit's source, and tells how far it has come.
@Controller
class SourceCasesController {

    private final SourceCases cases;

    SourceCasesController(SourceCases cases) {
        this.cases = cases;
    }

    @QueryMapping
    Page<SourceUnit> sourceCases(
            @Argument @Nullable SourceCaseFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var asked = filter == null ? new SourceCaseFilter(null, null, null) : filter;
        return cases.page(
                asked.states(),
                asked.asked(),
                Boolean.TRUE.equals(asked.unanswered()),
                Window.of("sourceCases|" + asked, first, after));
    }

    /// @param asked      the code of a department that was asked
    /// @param unanswered whether only those that it has not answered
    record SourceCaseFilter(
            @Nullable List<CaseState> states,
            @Nullable String asked,
            @Nullable Boolean unanswered) {}

    @BatchMapping
    Map<SourceUnit, SourceCase> sourceCase(List<SourceUnit> units) {
        return cases.of(units);
    }

    @MutationMapping
    SourceCaseChange suggestSource(@Argument SourceMove input) {
        return cases.move(CaseAction.SUGGEST, input);
    }

    @MutationMapping
    SourceCaseChange assignSource(@Argument SourceMove input) {
        return cases.move(CaseAction.ASSIGN, input);
    }

    @MutationMapping
    SourceCaseChange claimSource(@Argument SourceMove input) {
        return cases.move(CaseAction.CLAIM, input);
    }

    @MutationMapping
    SourceCaseChange denySource(@Argument SourceMove input) {
        return cases.move(CaseAction.DENY, input);
    }

    @MutationMapping
    SourceCaseChange confirmSource(@Argument SourceMove input) {
        return cases.move(CaseAction.CONFIRM, input);
    }

    @MutationMapping
    SourceCaseChange publishSource(@Argument SourceMove input) {
        return cases.move(CaseAction.PUBLISH, input);
    }

    @MutationMapping
    SourceCaseChange changeSource(@Argument SourceMove input) {
        return cases.move(CaseAction.CHANGE, input);
    }

    @MutationMapping
    SourceCaseChange revokeSource(@Argument SourceMove input) {
        return cases.move(CaseAction.REVOKE, input);
    }
}
