package yuanliu.duplicates;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds what many things say alike in memory once, while they are read.
final class Words {

    private final Map<String, String> known = new HashMap<>();

    String word(String word) {
        return known.computeIfAbsent(word, same -> same);
    }

    @Nullable
    String same(@Nullable String word) {
        return word == null ? null : word(word);
    }
}
