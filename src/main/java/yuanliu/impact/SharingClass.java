package yuanliu.impact;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How data are shared (共享类型), freest first.
enum SharingClass {
    UNCONDITIONAL("无条件共享"),
    CONDITIONAL("有条件共享"),
    WITHHELD("不予共享");

    private final String word;

    SharingClass(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /// The next that is less free.
    SharingClass stricter() {
        return this == UNCONDITIONAL ? CONDITIONAL : WITHHELD;
    }

    static Optional<SharingClass> ofWord(@Nullable String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
