package yuanliu.ownership;

import static yuanliu.ownership.CaseState.ASSIGNED;
import static yuanliu.ownership.CaseState.CLAIMED;
import static yuanliu.ownership.CaseState.CONFIRMED;
import static yuanliu.ownership.CaseState.DENIED;
import static yuanliu.ownership.CaseState.IN_COORDINATION;
import static yuanliu.ownership.CaseState.IN_FORCE;
import static yuanliu.ownership.CaseState.REVOKED;
import static yuanliu.ownership.CaseState.SUGGESTED;
import static yuanliu.ownership.CaseState.TO_SORT;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What is done on the way to a unit's source, and from which states. `src/docs/source-cases.md` shows the same.
enum CaseAction {
    SUGGEST("系统建议", Set.of(TO_SORT, DENIED, REVOKED)),
    ASSIGN("派发", Set.of(TO_SORT, SUGGESTED, ASSIGNED, CLAIMED, DENIED, IN_COORDINATION, REVOKED)),
    CLAIM("认领", Set.of(ASSIGNED, CLAIMED, DENIED, IN_COORDINATION)),
    DENY("否认", Set.of(ASSIGNED, CLAIMED, IN_COORDINATION)),
    CONFIRM("主管部门确认", Set.of(CLAIMED, DENIED, IN_COORDINATION)),
    PUBLISH("公示生效", Set.of(CONFIRMED)),
    CHANGE("变更", Set.of(CONFIRMED, IN_FORCE)),
    REVOKE("废止", Set.of(CONFIRMED, IN_FORCE));

    private final String word;
    private final Set<CaseState> from;

    CaseAction(String word, Set<CaseState> from) {
        this.word = word;
        this.from = from;
    }

    String word() {
        return word;
    }

    boolean possibleIn(CaseState state) {
        return from.contains(state);
    }

    /// What can be done in a state.
    static List<CaseAction> allIn(CaseState state) {
        return Arrays.stream(values())
                .filter(action -> action.possibleIn(state))
                .toList();
    }
}
