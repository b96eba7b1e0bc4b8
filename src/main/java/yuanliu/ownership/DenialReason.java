package yuanliu.ownership;

/// Why a department says that it is not the source.
enum DenialReason {
    NOT_HERE("不在本部门"),
    NOT_STATUTORY("非法定职责"),
    HANDED_OVER("已移交");

    private final String word;

    DenialReason(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
