package yuanliu.catalog;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;

/// What somebody types into a search, and how the full-text indexes are asked for it. Nothing that is typed is taken
/// for Lucene's syntax.
record SearchText(String text) {

    private static final int LONGEST = 100;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]+");
    private static final Pattern NO_PART_OF_A_TERM = Pattern.compile("[^\\p{L}\\p{N}_]+");

    /// @throws BadRequest when nothing is typed, or too much
    SearchText {
        text = BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
        if (text.isEmpty()) {
            throw new BadRequest("参数 text 不能为空:请给出检索词");
        }
        var length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            throw new BadRequest("参数 text 最长 %d 字,收到 %d 字".formatted(LONGEST, length));
        }
    }

    /// The whole text in lower case.
    String plain() {
        return text.toLowerCase(Locale.ROOT);
    }

    /// For each word the query to the index of texts, one that is answered sooner and finds a little more (`pairs`),
    /// and the one to the index of initials; null when the word has nothing that the index keeps. Words that are in
    /// texts
    /// alone are one query, which Lucene answers as one.
    List<Map<String, @Nullable Object>> words() {
        var words = Arrays.stream(plain().split(" ")).distinct().toList();
        var together = words.stream()
                .map(word -> LATIN.matcher(word).matches() ? null : textQuery(word, false))
                .toList();
        return together.contains(null)
                ? words.stream().map(SearchText::word).toList()
                : List.of(queries(
                        String.join(" AND ", Objects.requireNonNull(together)),
                        words.stream()
                                .map(word -> String.valueOf(textQuery(word, true)))
                                .collect(Collectors.joining(" AND ")),
                        null));
    }

    /// What a text must have as it stands though all its pairs are in it.
    List<String> longRuns() {
        return Arrays.stream(plain().split(" "))
                .distinct()
                .flatMap(word -> runs(word).stream())
                .filter(run -> isCjk(run.codePointAt(0)) && run.codePointCount(0, run.length()) > 2)
                .toList();
    }

    /// Whether it may be initials.
    boolean mayBeInitials() {
        return plain().codePoints().noneMatch(SearchText::isCjk);
    }

    private static Map<String, @Nullable Object> word(String word) {
        return queries(
                textQuery(word, false),
                textQuery(word, true),
                LATIN.matcher(word).matches() ? word + "*" : null);
    }

    private static Map<String, @Nullable Object> queries(
            @Nullable String text, @Nullable String pairs, @Nullable String initials) {
        var queries = new HashMap<String, @Nullable Object>();
        queries.put("text", text);
        queries.put("pairs", pairs);
        queries.put("initials", initials);
        return queries;
    }

    /// @param pairs whether it is enough that the pairs of Chinese are there, wherever: to hold their places against
    /// each other takes most of the time where millions have them
    private static @Nullable String textQuery(String word, boolean pairs) {
        var parts = new ArrayList<String>();
        for (var run : runs(word)) {
            if (isCjk(run.codePointAt(0))) {
                parts.addAll(chinese(run, pairs));
            } else {
                var terms = NO_PART_OF_A_TERM
                        .splitAsStream(run)
                        .filter(term -> !term.isEmpty())
                        .toList();
                if (!terms.isEmpty()) {
                    parts.add("(\"" + String.join(" ", terms) + "\" OR (" + String.join(" AND ", terms) + "*))");
                }
            }
        }
        return parts.isEmpty() ? null : String.join(" AND ", parts);
    }

    private static List<String> chinese(String run, boolean pairs) {
        var points = run.codePoints().toArray();
        if (points.length == 1) {
            return List.of("*" + run + "*");
        }
        return pairs
                ? IntStream.range(0, points.length - 1)
                        .mapToObj(i -> "\"" + new String(points, i, 2) + "\"")
                        .distinct()
                        .toList()
                : List.of("\"" + run + "\"");
    }

    /// The word cut where Chinese begins and ends: the index keeps Chinese in pairs and everything else in terms.
    private static List<String> runs(String word) {
        var runs = new ArrayList<String>();
        var run = new StringBuilder();
        for (var point : word.codePoints().toArray()) {
            if (!run.isEmpty() && isCjk(point) != isCjk(run.codePointAt(0))) {
                runs.add(run.toString());
                run.setLength(0);
            }
            run.appendCodePoint(point);
        }
        runs.add(run.toString());
        return runs;
    }

    private static boolean isCjk(int point) {
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
