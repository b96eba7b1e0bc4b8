package yuanliu.duplicates.detection;

import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.duplicates.understanding.Signal;
import yuanliu.ownership.Unit;
import yuanliu.web.Codes;

/// What was found by the rules, before anybody has said anything to it.
///
/// @param unit     what is collected twice; null when entries are doubled
/// @param within   what tells it from other findings of its kind and unit: a department, a line, a kind of respondent
/// @param title    for people
/// @param saved    fields that need not be filled in any more in a year, as far as forms say how often they are
public record Finding(
        Kind kind,
        @Nullable Unit unit,
        String within,
        String title,
        List<Party> parties,
        double score,
        List<Signal> signals,
        String suggestion,
        long saved) {

    public Finding {
        parties = List.copyOf(parties);
        signals = List.copyOf(signals);
    }

    /// A party, known by its key.
    public record Party(String key, boolean field, Role role, double confidence) {}

    /// The same for the same kind, unit and grain, whoever the parties are today.
    public String code() {
        var identity = kind + "|" + (unit == null ? "" : unit.key()) + "|" + within;
        return kind.number() + "-" + HexFormat.of().withUpperCase().formatHex(Codes.digest(identity), 0, 5);
    }

    public Band band() {
        return Band.of(score);
    }
}
