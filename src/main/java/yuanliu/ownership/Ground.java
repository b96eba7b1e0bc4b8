package yuanliu.ownership;

import org.jspecify.annotations.Nullable;

/// On what footing a source is designated (认定方式).
public enum Ground {
    STATUTORY("法定"),
    APPOINTED("指定"),
    AGREED("协商"),
    PROVISIONAL("暂定");

    private final String word;

    Ground(String word) {
        this.word = word;
    }

    /// In Chinese, as filed.
    public String word() {
        return word;
    }

    static @Nullable Ground ofWord(@Nullable String word) {
        for (var ground : values()) {
            if (ground.word.equals(word)) {
                return ground;
            }
        }
        return null;
    }
}
