package yuanliu.duplicates.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What was seen and speaks for a reading or against it, not yet put into words: of millions of readings few are ever
/// shown.
///
/// The graph keeps the evidence of a proposal as short as it can be, for there are millions: of each piece the letter
/// of its sentence, its weight and what was seen, a unit separator (U+001F) between, and a record separator (U+001E)
/// between two pieces. The field's own name is U+0001 there, and the element's U+0002.
///
/// @param weight what it adds to the score, 0 to 1; below 0 it speaks against
public record Evidence(Sentence sentence, double weight, List<String> seen) {

    private static final String UNIT = "\u001F";
    private static final String RECORD = "\u001E";
    private static final String FIELD = "\u0001";
    private static final String ELEMENT = "\u0002";
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
    ///
    /// @param field   the field's name
    /// @param element the element's name
    public static String kept(List<Evidence> evidence, String field, String element) {
        return evidence.stream().map(one -> one.kept(field, element)).collect(Collectors.joining(RECORD));
    }

    private String kept(String field, String element) {
        var kept = new ArrayList<String>();
        kept.add(String.valueOf(sentence.letter));
        kept.add(String.valueOf(weight).replaceFirst("^(-?)0\\.", "$1."));
        for (var one : seen) {
            kept.add(one.equals(field) ? FIELD : one.equals(element) ? ELEMENT : plain(one));
        }
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
    public static List<Evidence> read(String kept, String field, String element) {
        return kept.isEmpty()
                ? List.of()
                : Arrays.stream(kept.split(RECORD))
                        .map(one -> one(one.split(UNIT, -1), field, element))
                        .toList();
    }

    private static Evidence one(String[] parts, String field, String element) {
        var sentence = parts.length < 2 || parts[0].length() != 1 ? null : Sentence.BY_LETTER.get(parts[0].charAt(0));
        if (sentence == null) {
            throw new IllegalArgumentException("No evidence: " + String.join(UNIT, parts));
        }
        var seen = Arrays.stream(parts)
                .skip(2)
                .map(part -> part.equals(FIELD) ? field : part.equals(ELEMENT) ? element : part)
                .toList();
        return new Evidence(sentence, Double.parseDouble(parts[1]), seen);
    }
}
