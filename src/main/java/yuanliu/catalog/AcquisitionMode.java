package yuanliu.catalog;

import org.jspecify.annotations.Nullable;

/// How a department came by a field (获取方式).
public enum AcquisitionMode {
    COLLECTED("采集"),
    GENERATED("产生"),
    SHARED("共享获取"),
    RETURNED("回流"),
    DERIVED("加工派生"),
    VERIFIED("核验");

    private static final AcquisitionMode[] ALL = values();

    private final String word;

    AcquisitionMode(String word) {
        this.word = word;
    }

    /// The word that the catalogue and the graph use.
    public String word() {
        return word;
    }

    public static @Nullable AcquisitionMode ofWord(@Nullable String word) {
        for (var mode : ALL) {
            if (mode.word.equals(word)) {
                return mode;
            }
        }
        return null;
    }
}
