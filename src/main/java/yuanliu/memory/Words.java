package yuanliu.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The few words that many things say of themselves, as numbers; 0 is none.
final class Words {

    private final List<@Nullable String> words = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int most;

    /// @param most the greatest number that fits where they are kept
    Words(int most) {
        this.most = most;
        words.add(null);
    }

    /// @throws TooBig when there are more words than a column of words has
    short number(@Nullable String word) {
        if (word == null) {
            return 0;
        }
        var known = numbers.get(word);
        if (known != null) {
            return known.shortValue();
        }
        if (words.size() > most) {
            throw new TooBig("登记的词语超过 %d 种".formatted(most));
        }
        numbers.put(word, words.size());
        words.add(word);
        return (short) (words.size() - 1);
    }

    /// The number of a word; -1 when nothing has said it.
    int find(String word) {
        return numbers.getOrDefault(word, -1);
    }

    @Nullable
    String word(int number) {
        return words.get(number);
    }

    int size() {
        return words.size();
    }
}
