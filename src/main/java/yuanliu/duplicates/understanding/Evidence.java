package yuanliu.duplicates.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What was seen and speaks for a reading or against it, not yet put into words: of millions of readings few are ever
/// shown.
///
/// The graph keeps the evidence of a proposal short: of each piece the letter of its sentence, its weight and what was
/// seen, a unit separator (U+001F) between, and a record separator (U+001E) between two pieces.
///
/// @param weight what it adds to the score, 0 to 1; below 0 it speaks against
public record Evidence(Sentence sentence, double weight, List<String> seen) {

    private static final String UNIT = "\u001F";
    private static final String RECORD = "\u001E";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public Evidence {
        seen = List.copyOf(seen);
    }

    static Evidence of(Sentence sentence, double weight, String... seen) {
        return new Evidence(sentence, weight, List.of(seen));
    }

    public Signal signal() {
        return new Signal(sentence.kind, weight, sentence.words.formatted(seen.toArray()));
    }

    /// As the graph keeps it.
    public static String kept(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::kept).collect(Collectors.joining(RECORD));
    }

    private String kept() {
        var kept = new ArrayList<String>();
        kept.add(String.valueOf(sentence.letter));
        kept.add(String.valueOf(weight).replaceFirst("^(-?)0\\.", "$1."));
        seen.forEach(one -> kept.add(plain(one)));
        return String.join(UNIT, kept);
    }

    private static String plain(String seen) {
        return seen.chars().anyMatch(Character::isISOControl)
                ? CONTROL.matcher(seen).replaceAll(" ")
                : seen;
    }

    /// Reads what the graph has kept.
    ///
    /// @throws IllegalArgumentException when it is nothing of ours
    public static List<Evidence> read(String kept) {
        return kept.isEmpty()
                ? List.of()
                : Arrays.stream(kept.split(RECORD))
                        .map(one -> one(one.split(UNIT, -1)))
                        .toList();
    }

    private static Evidence one(String[] parts) {
        var sentence = parts.length < 2 || parts[0].length() != 1 ? null : Sentence.BY_LETTER.get(parts[0].charAt(0));
        if (sentence == null) {
            throw new IllegalArgumentException("No evidence: " + String.join(UNIT, parts));
        }
        return new Evidence(
                sentence,
                Double.parseDouble(parts[1]),
                Arrays.stream(parts).skip(2).toList());
    }
}
