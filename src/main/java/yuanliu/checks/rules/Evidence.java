package yuanliu.checks.rules;

import org.jspecify.annotations.Nullable;

/// One thing that a check rests on: what was seen, in a sentence, and where.
///
/// @param label  of the thing in the graph
/// @param key    of the thing; null when it speaks of none
/// @param filing the filing that last changed the thing
/// @param row    its row in that filing's sheet
public record Evidence(
        Kind kind,
        String sentence,
        @Nullable String label,
        @Nullable String key,
        @Nullable String filing,
        @Nullable Long row) {

    /// What a piece of evidence is.
    public enum Kind {
        CELL,
        PARTY,
        PATH,
        DOCUMENT,
        TERM,
        FINDING
    }

    static Evidence document(String sentence) {
        return new Evidence(Kind.DOCUMENT, sentence, null, null, null, null);
    }

    static Evidence term(String sentence) {
        return new Evidence(Kind.TERM, sentence, null, null, null, null);
    }

    static Evidence of(Kind kind, Facts.Thing thing, String sentence) {
        return new Evidence(
                kind,
                sentence,
                thing.label(),
                thing.key(),
                thing.filed() == null ? null : thing.filed().batch(),
                thing.filed() == null ? null : thing.filed().row());
    }
}
