package yuanliu.duplicates.understanding;

import java.util.List;

/// A model that turns words into vectors, so that words of like meaning lie near each other.
public interface Embeddings {

    /// One vector for each text, in the order of the texts.
    ///
    /// @throws Unavailable when the model does not answer, or not so
    List<float[]> of(List<String> texts);

    /// The model cannot be asked now. The sentence says why.
    final class Unavailable extends RuntimeException {

        public Unavailable(String sentence) {
            super(sentence, null, false, false);
        }
    }
}
