package yuanliu.ownership;

/// How far the settling of a unit's source (认责) has come.
enum CaseState {
    TO_SORT("待梳理"),
    SUGGESTED("系统建议"),
    ASSIGNED("已派发"),
    CLAIMED("已认领"),
    DENIED("已否认"),
    IN_COORDINATION("争议协调"),
    CONFIRMED("已确认"),
    IN_FORCE("已生效"),
    REVOKED("已废止");

    private final String word;

    CaseState(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /// Where a unit stands of which nobody has taken a step: what was filed says so.
    static CaseState filed(SourceState state) {
        return switch (state) {
            case DESIGNATED, LEAD_COLLECTOR -> IN_FORCE;
            case DISPUTED -> IN_COORDINATION;
            case NO_STATUTORY_SOURCE, UNDESIGNATED -> TO_SORT;
        };
    }
}
