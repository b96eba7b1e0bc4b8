package yuanliu.verification;

/// How a discrepancy was settled.
enum Settlement {
    CORRECTED_AT_SOURCE("数源已更正"),
    CORRECTED_AT_OTHER("校核方已更正"),
    BOTH_RIGHT("口径不同,两者都对"),
    REJECTED("不成立");

    private final String word;

    Settlement(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /// Whether somebody has to say why.
    boolean wantsReason() {
        return this == BOTH_RIGHT || this == REJECTED;
    }
}
