package yuanliu.duplicates;

/// How it stands with a finding (疑点状态). [FindingAction] says what leads from one to another.
enum FindingState {
    SUSPECTED("疑似"),
    ASSIGNED("已派发"),
    ACCEPTED("部门认可"),
    CONTESTED("部门不认可"),
    UPHELD("认定属实"),
    EXEMPT("豁免"),
    FALSE_ALARM("误报"),
    MENDING("整改中"),
    CLOSED("已销号"),
    RECURRED("复发");

    private final String word;

    FindingState(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
