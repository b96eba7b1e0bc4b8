package yuanliu.lineage;

import org.jspecify.annotations.Nullable;

/// What somebody did to a row of lineage when it came to say what it says.
public enum Act {
    FILED("入库"),
    ASSERTED("登记"),
    CONFIRMED("确认"),
    REJECTED("否决"),
    ENDED("终止");

    private final String word;

    Act(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// Whatever no person decided on was filed.
    static Act ofWord(@Nullable String word) {
        for (var act : values()) {
            if (act.word.equals(word)) {
                return act;
            }
        }
        return FILED;
    }
}
