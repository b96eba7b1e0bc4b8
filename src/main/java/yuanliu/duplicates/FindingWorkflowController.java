package yuanliu.duplicates;

import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/// Takes what people do with findings.
@Controller
class FindingWorkflowController {

    private final FindingWorkflow workflow;

    FindingWorkflowController(FindingWorkflow workflow) {
        this.workflow = workflow;
    }

    @MutationMapping
    FindingChange assignFinding(@Argument FindingMove input) {
        return workflow.move(FindingAction.ASSIGN, input);
    }

    @MutationMapping
    FindingChange answerFinding(@Argument FindingMove input) {
        return workflow.move(FindingAction.ANSWER, input);
    }

    @MutationMapping
    FindingChange decideFinding(@Argument FindingMove input) {
        return workflow.move(FindingAction.DECIDE, input);
    }

    @MutationMapping
    FindingChange startMending(@Argument FindingMove input) {
        return workflow.move(FindingAction.START_MENDING, input);
    }

    @MutationMapping
    FindingChange closeFinding(@Argument FindingMove input) {
        return workflow.move(FindingAction.CLOSE, input);
    }

    @MutationMapping
    FindingChange reopenFinding(@Argument FindingMove input) {
        return workflow.move(FindingAction.REOPEN, input);
    }

    @SchemaMapping
    List<FindingAction> possible(DuplicateFinding finding) {
        return FindingAction.possibleIn(finding.state());
    }
}
