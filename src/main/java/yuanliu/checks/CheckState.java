package yuanliu.checks;

/// How it stands with a check.
enum CheckState {
    OPEN("未处理"),
    EXCEPTED("例外"),
    MENDED("已改正");

    private final String word;

    CheckState(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
