package yuanliu.duplicates.understanding;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The words by which names are understood. They are data: the files of `vocabulary/`, and files of the same names and
/// columns in a folder of the operator's own, whose rows come after ours.
public final class Vocabulary {

    private static final String PUBLISHED = "/vocabulary/";

    private final Map<String, Set<String>> synonyms = new HashMap<>();
    private final Set<String> broader = new HashSet<>();
    private final Set<String> stopped = new HashSet<>();
    private final Map<String, Set<String>> derivable = new HashMap<>();
    private final Map<String, Set<String>> columns = new HashMap<>();
    private final Map<String, String> subjects = new HashMap<>();
    private final Map<RuleKind, List<Rule>> rules = new EnumMap<>(RuleKind.class);
    private final MessageDigest digest = sha256();
    private final String version;

    private Vocabulary(@Nullable Path own) {
        read("synonyms.csv", own, this::synonym);
        read(
                "broader.csv",
                own,
                row -> broader.add(FieldName.of(row.getField("上位词")).whole()));
        read(
                "stop-list.csv",
                own,
                row -> stopped.add(FieldName.of(row.getField("名称")).whole()));
        read(
                "derivable.csv",
                own,
                row -> derivable
                        .computeIfAbsent(FieldName.of(row.getField("可推算")).whole(), name -> new LinkedHashSet<>())
                        .add(FieldName.of(row.getField("由")).whole()));
        read(
                "columns.csv",
                own,
                row -> columns.computeIfAbsent(
                                FieldName.of(row.getField("标准名称")).whole(), name -> new LinkedHashSet<>())
                        .addAll(words(row.getField("字段名"))
                                .map(FieldName::column)
                                .toList()));
        read(
                "subjects.csv",
                own,
                row -> subjects.put(
                        row.getField("词").strip(), row.getField("主体类").strip()));
        read("name-rules.csv", own, this::rule);
        this.version = HexFormat.of().formatHex(digest.digest(), 0, 4);
    }

    /// @param own a folder; files that are not there add nothing
    public static Vocabulary read(@Nullable Path own) {
        return new Vocabulary(own);
    }

    /// A mark that is another when a file of the operator's own was changed.
    public static String changed(@Nullable Path own) {
        if (own == null || !Files.isDirectory(own)) {
            return "";
        }
        try (var files = Files.list(own)) {
            return files.sorted()
                    .map(file -> file.getFileName() + "@" + file.toFile().lastModified() + "@"
                            + file.toFile().length())
                    .collect(java.util.stream.Collectors.joining(","));
        } catch (IOException failure) {
            throw new UncheckedIOException("The vocabulary %s cannot be read".formatted(own), failure);
        }
    }

    /// A mark that is another when any word is.
    public String version() {
        return version;
    }

    /// What else a name is called, itself left out.
    Set<String> synonymsOf(String name) {
        return synonyms.getOrDefault(name, Set.of());
    }

    /// Whether a name says less than what a unit is, until its description narrows it.
    boolean isBroader(String name) {
        return broader.contains(name);
    }

    /// Whether a name belongs to every table and says nothing.
    public boolean isStopped(FieldName name) {
        return stopped.contains(name.whole()) || stopped.contains(name.bare());
    }

    /// From which others something can be computed.
    public Set<String> derivedFrom(String name) {
        return derivable.getOrDefault(name, Set.of());
    }

    Set<String> columnsOf(String name) {
        return columns.getOrDefault(name, Set.of());
    }

    /// The nouns that say whose datum it is, each with the kind of subject.
    Map<String, String> subjects() {
        return subjects;
    }

    /// The first rule of a kind that a text fits.
    public Optional<Rule> rule(RuleKind kind, String text) {
        return rules.getOrDefault(kind, List.of()).stream()
                .filter(rule -> rule.pattern().matcher(text).find())
                .findFirst();
    }

    public boolean says(RuleKind kind, String text) {
        return rule(kind, text).isPresent();
    }

    private void synonym(NamedCsvRecord row) {
        var group = new LinkedHashSet<String>();
        group.add(FieldName.of(row.getField("标准名称")).whole());
        words(row.getField("同义名称")).forEach(word -> group.add(FieldName.of(word).whole()));
        for (var word : group) {
            var others = synonyms.computeIfAbsent(word, name -> new LinkedHashSet<>());
            group.stream().filter(other -> !other.equals(word)).forEach(others::add);
        }
    }

    private void rule(NamedCsvRecord row) {
        var kind = RuleKind.valueOf(row.getField("类别").strip());
        rules.computeIfAbsent(kind, one -> new ArrayList<>())
                .add(new Rule(Pattern.compile(row.getField("模式")), row.getField("说明")));
    }

    private void read(String file, @Nullable Path own, Consumer<NamedCsvRecord> row) {
        try {
            try (var ours = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(PUBLISHED + file), file)) {
                read(new String(ours.readAllBytes(), StandardCharsets.UTF_8), PUBLISHED + file, row);
            }
            if (own != null && Files.isRegularFile(own.resolve(file))) {
                read(Files.readString(own.resolve(file)), own.resolve(file).toString(), row);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The vocabulary %s cannot be read".formatted(file), failure);
        }
    }

    private void read(String text, String origin, Consumer<NamedCsvRecord> each) throws IOException {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        var start = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (var rows = CsvReader.builder().ofNamedCsvRecord(start)) {
            for (var row : rows) {
                try {
                    each.accept(row);
                } catch (IllegalArgumentException | java.util.NoSuchElementException unreadable) {
                    var why = unreadable instanceof PatternSyntaxException wrong
                            ? wrong.getDescription()
                            : unreadable.getMessage();
                    throw new IllegalStateException(
                            "%s 第 %d 行不能读:%s".formatted(origin, row.getStartingLineNumber(), why), unreadable);
                }
            }
        }
    }

    static Stream<String> words(String cell) {
        return Arrays.stream(cell.split("[、;；]")).map(String::strip).filter(word -> !word.isEmpty());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// @param pattern found somewhere in a normalised name
    /// @param says    in Chinese, what a name that fits says
    public record Rule(Pattern pattern, String says) {}
}
