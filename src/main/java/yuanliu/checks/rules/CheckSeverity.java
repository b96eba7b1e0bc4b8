package yuanliu.checks.rules;

import org.jspecify.annotations.Nullable;

/// How much weight a check has, the heaviest first.
public enum CheckSeverity {
    BREACH("违规"),
    DEFECT("缺陷"),
    HINT("提示");

    private final String word;

    CheckSeverity(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static @Nullable CheckSeverity ofWord(String word) {
        for (var severity : values()) {
            if (severity.word.equals(word)) {
                return severity;
            }
        }
        return null;
    }
}
