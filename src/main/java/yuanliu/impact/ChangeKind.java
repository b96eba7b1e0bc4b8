package yuanliu.impact;

/// In what way something is changed.
public enum ChangeKind {
    STOP("停止提供", "停止提供的数据"),
    RENAME("改名", "改名的数据"),
    CHANGE_TYPE("变更数据类型", "变更类型的数据"),
    CHANGE_CODE_LIST("变更值域代码", "变更值域的数据"),
    CHANGE_CYCLE("变更更新周期", "变更更新周期的数据"),
    RESTRICT_SHARING("收紧共享类型", "收紧共享的数据"),
    TRANSFER_SOURCE("移交数源", "移交数源的数据"),
    /// Its content was wrong, and is or will be put right.
    CORRECT("更正内容", "更正内容的数据");

    private final String word;
    private final String changed;

    ChangeKind(String word, String changed) {
        this.word = word;
        this.changed = changed;
    }

    /// As people call it.
    String word() {
        return word;
    }

    /// What those use who use it at first hand.
    String changed() {
        return changed;
    }

    /// Whether a data element is changed in every field that represents it, rather than at its source.
    boolean isOfTheStandard() {
        return this == CHANGE_TYPE || this == CHANGE_CODE_LIST;
    }
}
