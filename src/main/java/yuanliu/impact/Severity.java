package yuanliu.impact;

/// How hard something is hit, worst first.
public enum Severity {
    BREAKING("断供"),
    DEGRADING("降级"),
    NOTICE("告知");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
