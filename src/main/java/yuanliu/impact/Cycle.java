package yuanliu.impact;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How often data are brought up to date (更新周期), fastest first. 不定期 and 其他 are none of these: they cannot be compared.
enum Cycle {
    REAL_TIME("实时"),
    DAILY("每日"),
    WEEKLY("每周"),
    MONTHLY("每月"),
    QUARTERLY("每季度"),
    HALF_YEARLY("每半年"),
    YEARLY("每年");

    private final String word;

    Cycle(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<Cycle> ofWord(@Nullable String word) {
        return Arrays.stream(values()).filter(cycle -> cycle.word.equals(word)).findFirst();
    }
}
