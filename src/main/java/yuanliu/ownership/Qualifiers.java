package yuanliu.ownership;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// The words for the part somebody plays in a datum (限定词), their aliases, the kind of subject each makes, and which of
/// them mean the holder himself. They are data: `vocabulary/qualifiers.csv`, and a file of one's own beside it.
final class Qualifiers {

    private static final String PUBLISHED = "/vocabulary/qualifiers.csv";
    private static final String ALWAYS = "一切";

    private final Map<String, Qualifier> byWord = new HashMap<>();

    private Qualifiers() {}

    /// @param own a file of the same four columns; its rows come after ours and override them
    static Qualifiers read(@Nullable Path own) {
        var qualifiers = new Qualifiers();
        try {
            qualifiers.add(new InputStreamReader(published(), StandardCharsets.UTF_8), PUBLISHED);
            if (own != null) {
                qualifiers.add(Files.newBufferedReader(own), own.toString());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The qualifiers cannot be read" + (own == null ? "" : " from " + own), failure);
        }
        return qualifiers;
    }

    /// What a word means; a word that nobody has listed means itself.
    ///
    /// @param word as filed, normalised as codes are
    Qualifier named(String word) {
        var known = byWord.get(word);
        return known == null ? new Qualifier(word, null, Set.of()) : known;
    }

    /// By each listed word and alias, what it is called in a unit; empty for the holder.
    Map<String, String> roles() {
        var roles = new HashMap<String, String>();
        byWord.forEach((word, qualifier) -> roles.put(word, qualifier.isHolder() ? "" : qualifier.word()));
        return roles;
    }

    private static InputStream published() {
        return Objects.requireNonNull(Qualifiers.class.getResourceAsStream(PUBLISHED), PUBLISHED);
    }

    private void add(Reader file, String origin) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(row -> add(row, origin));
        }
    }

    private void add(NamedCsvRecord row, String origin) {
        var word = Codes.key(row.getField("限定词"));
        if (word.isEmpty()) {
            throw new IllegalStateException("%s, line %d: 限定词 is empty".formatted(origin, row.getStartingLineNumber()));
        }
        var subject = Codes.key(row.getField("主体类"));
        var qualifier = new Qualifier(
                word,
                subject.isEmpty() ? null : subject,
                words(row.getField("即本人")).collect(toUnmodifiableSet()));
        byWord.values().removeIf(earlier -> earlier.word().equals(word));
        byWord.put(word, qualifier);
        words(row.getField("别名")).forEach(alias -> byWord.put(alias, qualifier));
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.split("[、;；]")).map(Codes::key).filter(word -> !word.isEmpty());
    }

    /// One listed word.
    ///
    /// @param word     what its aliases are called, too
    /// @param subject  the kind of subject that plays this part, if it is always the same
    /// @param holderOf the kinds of subject in whose own matters it is the holder; [#ALWAYS] for every kind
    record Qualifier(String word, @Nullable String subject, Set<String> holderOf) {

        boolean isHolder() {
            return holderOf.contains(ALWAYS);
        }

        boolean isHolderAmong(String subject) {
            return isHolder() || holderOf.contains(subject);
        }
    }
}
