package yuanliu.duplicates.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Which elements a text says by one of their names. There are thousands of elements and many more texts: so names are
/// found by their first two characters, and not one by one.
final class Mentions {

    private static final int BEGINNING = 2;

    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<String, List<Called>> byBeginning = new HashMap<>();

    private record Called(String name, Element element) {}

    Mentions(Collection<Element> elements, Vocabulary vocabulary) {
        for (var element : elements) {
            var called = new LinkedHashSet<String>();
            var own = FieldName.of(element.name()).whole();
            called.add(own);
            element.synonyms()
                    .forEach(synonym -> called.add(FieldName.of(synonym).whole()));
            called.addAll(vocabulary.synonymsOf(own));
            called.removeIf(vocabulary::isBroader);
            names.put(element.key(), List.copyOf(called));
            for (var name : called) {
                if (name.length() > BEGINNING) {
                    byBeginning
                            .computeIfAbsent(name.substring(0, BEGINNING), beginning -> new ArrayList<>(1))
                            .add(new Called(name, element));
                }
            }
        }
    }

    boolean isIn(String text, Element element) {
        for (var name : names.getOrDefault(element.key(), List.of())) {
            if (text.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /// Every name of more than two characters that a text says.
    void in(String text, BiConsumer<String, Element> take) {
        for (var at = 0; at + BEGINNING < text.length(); at++) {
            for (var called : byBeginning.getOrDefault(text.substring(at, at + BEGINNING), List.of())) {
                if (text.startsWith(called.name(), at)) {
                    take.accept(called.name(), called.element());
                }
            }
        }
    }
}
