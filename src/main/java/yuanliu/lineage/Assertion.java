package yuanliu.lineage;

import org.jspecify.annotations.Nullable;

/// How a derivation came to be known (登记方式).
public enum Assertion {
    PERSON("人工"),
    EVENT("事件"),
    PARSED("解析"),
    INFERRED("推断");

    private final String word;

    Assertion(String word) {
        this.word = word;
    }

    /// An empty 登记方式 is 人工.
    static Assertion ofWord(@Nullable String word) {
        for (var assertion : values()) {
            if (assertion.word.equals(word)) {
                return assertion;
            }
        }
        return PERSON;
    }
}
