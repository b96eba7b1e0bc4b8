package yuanliu.duplicates.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yuanliu.web.Codes;

/// Which element a name is nearest to, as a model holds. When the model fails, that is said once, and nothing is near
/// any more.
public final class Nearness {

    private static final Logger log = LoggerFactory.getLogger(Nearness.class);
    private static final int AT_ONCE = 64;

    /// So much nearer than any other element, or nothing is sure.
    private static final double AHEAD = 0.02;

    private final Embeddings model;
    private final double least;
    private final List<Element> elements;
    private final Map<String, float[]> vectors = new HashMap<>();
    private boolean broken;

    /// An element that a name is near to.
    ///
    /// @param above how far above what is asked at least, 0 to 1
    record Near(Element element, double cosine, double above) {}

    /// @param least how near is near, as a cosine below 1
    /// @param names those of fields, asked for together
    public Nearness(Embeddings model, double least, Collection<Element> elements, Collection<String> names) {
        if (!(least > 0 && least < 1)) {
            throw new IllegalArgumentException("yuanliu.embeddings.least 应在 0 与 1 之间,写的是 " + least);
        }
        this.model = model;
        this.least = least;
        this.elements = elements.stream()
                .sorted(Comparator.comparing(Element::key, Codes.ORDER))
                .toList();
        var texts = new ArrayList<String>();
        this.elements.forEach(element -> texts.add(FieldName.of(element.name()).whole()));
        names.forEach(name -> texts.add(FieldName.of(name).bare()));
        ask(texts.stream().distinct().toList());
    }

    synchronized Optional<Near> nearest(String name) {
        ask(List.of(name));
        var vector = vectors.get(name);
        if (vector == null) {
            return Optional.empty();
        }
        Near best = null;
        var second = -1.0;
        for (var element : elements) {
            var its = vectors.get(FieldName.of(element.name()).whole());
            var cosine = its == null ? -1 : cosine(vector, its);
            if (best == null || cosine > best.cosine()) {
                second = best == null ? -1 : best.cosine();
                best = new Near(element, cosine, Math.clamp((cosine - least) / (1 - least), 0, 1));
            } else {
                second = Math.max(second, cosine);
            }
        }
        return best == null || best.cosine() < least || best.cosine() - second < AHEAD
                ? Optional.empty()
                : Optional.of(best);
    }

    private void ask(List<String> texts) {
        var missing = texts.stream()
                .filter(text -> !text.isEmpty() && !vectors.containsKey(text))
                .toList();
        for (int from = 0; from < missing.size() && !broken; from += AT_ONCE) {
            var some = missing.subList(from, Math.min(missing.size(), from + AT_ONCE));
            try {
                var answered = model.of(some);
                for (int i = 0; i < some.size(); i++) {
                    vectors.put(some.get(i), answered.get(i));
                }
            } catch (Embeddings.Unavailable failure) {
                broken = true;
                log.warn("向量模型不可用,本次不用它:{}", failure.getMessage());
            }
        }
    }

    private static double cosine(float[] one, float[] other) {
        if (one.length != other.length) {
            return -1;
        }
        double dot = 0;
        double mine = 0;
        double its = 0;
        for (int i = 0; i < one.length; i++) {
            dot += (double) one[i] * other[i];
            mine += (double) one[i] * one[i];
            its += (double) other[i] * other[i];
        }
        return mine == 0 || its == 0 ? -1 : dot / Math.sqrt(mine * its);
    }
}
