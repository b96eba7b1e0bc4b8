package yuanliu.verification;

import java.util.Arrays;
import java.util.List;

/// How far an objection has come (提出 → 受理 → 处理中 → 已处理 → 已评价).
enum ObjectionState {
    RAISED("已提出"),
    ACCEPTED("已受理"),
    IN_PROGRESS("处理中"),
    SETTLED("已处理"),
    RATED("已评价"),
    NOT_ACCEPTED("不予受理"),
    WITHDRAWN("已撤回");

    static final List<ObjectionState> OPEN = List.of(RAISED, ACCEPTED, IN_PROGRESS);

    private final String word;

    ObjectionState(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean isOpen() {
        return OPEN.contains(this);
    }

    static List<String> openNames() {
        return OPEN.stream().map(Enum::name).toList();
    }

    static List<String> names(List<ObjectionState> states) {
        return Arrays.stream(values()).filter(states::contains).map(Enum::name).toList();
    }
}
