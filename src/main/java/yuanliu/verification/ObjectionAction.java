package yuanliu.verification;

import static yuanliu.verification.ObjectionState.IN_PROGRESS;
import static yuanliu.verification.ObjectionState.NOT_ACCEPTED;
import static yuanliu.verification.ObjectionState.RAISED;
import static yuanliu.verification.ObjectionState.RATED;
import static yuanliu.verification.ObjectionState.SETTLED;
import static yuanliu.verification.ObjectionState.WITHDRAWN;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What is done in an objection: from where it can be done, and where it leads.
enum ObjectionAction {
    RAISE("提出", Set.of(), RAISED),
    ACCEPT("受理", Set.of(RAISED), ObjectionState.ACCEPTED),
    NOT_ACCEPT("不予受理", Set.of(RAISED), NOT_ACCEPTED),
    START("开始处理", Set.of(ObjectionState.ACCEPTED), IN_PROGRESS),
    SETTLE("办结", Set.of(IN_PROGRESS), SETTLED),
    RATE("评价", Set.of(SETTLED), RATED),
    WITHDRAW("撤回", Set.of(RAISED, ObjectionState.ACCEPTED, IN_PROGRESS), WITHDRAWN);

    private final String word;
    private final Set<ObjectionState> from;
    private final ObjectionState to;

    ObjectionAction(String word, Set<ObjectionState> from, ObjectionState to) {
        this.word = word;
        this.from = from;
        this.to = to;
    }

    String word() {
        return word;
    }

    ObjectionState to() {
        return to;
    }

    boolean possibleIn(ObjectionState state) {
        return from.contains(state);
    }

    static List<ObjectionAction> allIn(ObjectionState state) {
        return Arrays.stream(values())
                .filter(action -> action.possibleIn(state))
                .toList();
    }
}
