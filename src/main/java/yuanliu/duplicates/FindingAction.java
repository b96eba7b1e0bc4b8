package yuanliu.duplicates;

import static yuanliu.duplicates.FindingState.ACCEPTED;
import static yuanliu.duplicates.FindingState.ASSIGNED;
import static yuanliu.duplicates.FindingState.CLOSED;
import static yuanliu.duplicates.FindingState.CONTESTED;
import static yuanliu.duplicates.FindingState.EXEMPT;
import static yuanliu.duplicates.FindingState.FALSE_ALARM;
import static yuanliu.duplicates.FindingState.MENDING;
import static yuanliu.duplicates.FindingState.RECURRED;
import static yuanliu.duplicates.FindingState.SUSPECTED;
import static yuanliu.duplicates.FindingState.UPHELD;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What people do with a finding: from which states, and to which. `src/docs/finding-states.md` shows the same.
///
/// What is opened again goes back to the departments and not among the suspected: those that are found no more are
/// listed nowhere.
enum FindingAction {
    ASSIGN("派发", Set.of(SUSPECTED), Set.of(ASSIGNED)),
    ANSWER("答复", Set.of(ASSIGNED), Set.of(ACCEPTED, CONTESTED)),
    DECIDE("认定", Set.of(ACCEPTED, CONTESTED), Set.of(UPHELD, EXEMPT, FALSE_ALARM)),
    START_MENDING("开始整改", Set.of(UPHELD), Set.of(MENDING)),
    CLOSE("销号", Set.of(MENDING), Set.of(CLOSED)),
    REOPEN("重新打开", Set.of(UPHELD, EXEMPT, FALSE_ALARM, MENDING, CLOSED, RECURRED), Set.of(ASSIGNED));

    private final String word;
    private final Set<FindingState> from;
    private final Set<FindingState> to;

    FindingAction(String word, Set<FindingState> from, Set<FindingState> to) {
        this.word = word;
        this.from = from;
        this.to = to;
    }

    String word() {
        return word;
    }

    boolean leads(FindingState one, FindingState other) {
        return from.contains(one) && to.contains(other);
    }

    /// What can be done with a finding that is in a state.
    static List<FindingAction> possibleIn(FindingState state) {
        return Arrays.stream(values())
                .filter(action -> action.from.contains(state))
                .toList();
    }
}
