package yuanliu.duplicates.understanding;

import java.util.List;

/// What was seen and speaks for a reading or against it, not yet put into words: of millions of readings few are ever
/// shown.
///
/// @param sentence what a [Signal] says, with `%s` where what was seen comes in
/// @param seen     texts and numbers
public record Evidence(SignalKind kind, double weight, String sentence, List<Object> seen) {

    public Evidence {
        seen = List.copyOf(seen);
    }

    static Evidence of(SignalKind kind, double weight, String sentence, Object... seen) {
        return new Evidence(kind, weight, sentence, List.of(seen));
    }

    public Signal signal() {
        return new Signal(kind, weight, sentence.formatted(seen.toArray()));
    }
}
