package yuanliu.ownership;

/// How it stands with the source of a unit, and what a designation says of it (状态).
public enum SourceState {
    DESIGNATED("已认定"),
    LEAD_COLLECTOR("牵头收集"),
    DISPUTED("争议中"),
    NO_STATUTORY_SOURCE("无法定数源"),
    UNDESIGNATED("待认定");

    private final String word;

    SourceState(String word) {
        this.word = word;
    }

    /// In Chinese, as filed.
    public String word() {
        return word;
    }

    /// @param word       as filed; an empty one is 已认定
    /// @param unreadable whether something was filed that is none of the words: that designates nobody
    static SourceState ofWord(String word, boolean unreadable) {
        return switch (word) {
            case "已认定" -> DESIGNATED;
            case "牵头收集" -> LEAD_COLLECTOR;
            case "争议中" -> DISPUTED;
            case "无法定数源" -> NO_STATUTORY_SOURCE;
            case "" -> unreadable ? UNDESIGNATED : DESIGNATED;
            default -> UNDESIGNATED;
        };
    }
}
