package yuanliu.lineage;

import org.jspecify.annotations.Nullable;

/// What makes one datum of another (活动类型).
public enum Activity {
    AGGREGATION("归集"),
    EXCHANGE("交换"),
    PROCESSING("加工"),
    RETURN("回流");

    private final String word;

    Activity(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static @Nullable Activity ofWord(@Nullable String word) {
        for (var activity : values()) {
            if (activity.word.equals(word)) {
                return activity;
            }
        }
        return null;
    }
}
