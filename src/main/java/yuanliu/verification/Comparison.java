package yuanliu.verification;

/// By what measure two sources are held to agree.
enum Comparison {
    EQUAL("一致"),
    DATE_WITHIN("日期相差不超过"),
    ANY_TWO_AGREE("任两者一致"),
    LATEST_WINS("最近的为准"),
    SOURCE_WINS("数源为准"),
    STATUS_CONFLICT("状态冲突");

    private final String word;

    Comparison(String word) {
        this.word = word;
    }

    /// As the matrix writes it.
    String word() {
        return word;
    }

    /// @throws IllegalArgumentException when no comparison is called that
    static Comparison ofWord(String word) {
        for (var one : values()) {
            if (one.word.equals(word)) {
                return one;
            }
        }
        throw new IllegalArgumentException("没有“%s”这种校核方式".formatted(word));
    }
}
