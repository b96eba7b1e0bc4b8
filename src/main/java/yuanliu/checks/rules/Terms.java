package yuanliu.checks.rules;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import yuanliu.ownership.SourceUnit;
import yuanliu.web.Codes;

/// What the rules leave open: which of them are on, how heavy they are, terms, words and lists. All of it is data: the
/// files of `checks/`, and files of the same names and columns in a folder of the operator's own, whose rows come after
/// ours.
public final class Terms {

    private static final String PUBLISHED = "/checks/";

    private final Map<Rule, Boolean> off = new EnumMap<>(Rule.class);
    private final Map<Rule, CheckSeverity> severities = new EnumMap<>(Rule.class);
    private final Map<Term, Long> numbers = new EnumMap<>(Term.class);
    private final Map<WordKind, List<Word>> words = new EnumMap<>(WordKind.class);
    private final Map<String, Long> cycles = new HashMap<>();
    private final List<Repealed> repealed = new ArrayList<>();
    private final Map<String, List<Planned>> plan = new LinkedHashMap<>();
    private final List<Planned> verified = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private final String version;

    private Terms(@Nullable Path own) {
        read("rules.csv", own, this::rule);
        read("terms.csv", own, row -> numbers.put(Term.of(cell(row, "名称")), Long.valueOf(cell(row, "数值"))));
        read(
                "words.csv",
                own,
                row -> words.computeIfAbsent(WordKind.of(cell(row, "类别")), kind -> new ArrayList<>())
                        .add(new Word(Pattern.compile(cell(row, "模式")), cell(row, "说明"))));
        read("cycles.csv", own, row -> cycles.put(cell(row, "更新周期"), Long.valueOf(cell(row, "天数"))));
        read(
                "repealed.csv",
                own,
                row -> repealed.add(
                        new Repealed(bare(cell(row, "文件")), LocalDate.parse(cell(row, "失效日期")), cell(row, "说明"))));
        read(
                "contribution-plan.csv",
                own,
                row -> plan.computeIfAbsent(Codes.key(cell(row, "所属库")), library -> new ArrayList<>())
                        .add(new Planned(
                                Codes.key(cell(row, "数据元")),
                                cell(row, "主体类"),
                                row.findField("贡献部门").map(String::strip).orElse(""))));
        read(
                "must-verify.csv",
                own,
                row -> verified.add(new Planned(Codes.key(cell(row, "数据元")), cell(row, "主体类"), "")));
        for (var term : Term.values()) {
            if (!numbers.containsKey(term)) {
                throw new IllegalStateException("terms.csv 没有“%s”".formatted(term.word()));
            }
        }
        this.version = HexFormat.of().formatHex(digest.digest(), 0, 4);
    }

    /// @param own a folder; files that are not there add nothing
    public static Terms read(@Nullable Path own) {
        return new Terms(own);
    }

    /// A mark that is another when any row is.
    public String version() {
        return version;
    }

    public boolean on(Rule rule) {
        return !off.getOrDefault(rule, false);
    }

    public CheckSeverity severity(Rule rule) {
        return severities.getOrDefault(rule, rule.severity());
    }

    int number(Term term) {
        return Math.toIntExact(Objects.requireNonNull(numbers.get(term)));
    }

    /// The first word of a kind that a text has in it.
    Optional<Word> word(WordKind kind, String text) {
        return words.getOrDefault(kind, List.of()).stream()
                .filter(word -> word.pattern().matcher(text).find())
                .findFirst();
    }

    /// Whether a channel is the platform for sharing; any other is one beside it (Article 32).
    public boolean isPlatform(String channel) {
        return says(WordKind.PLATFORM, channel);
    }

    boolean says(WordKind kind, String text) {
        return word(kind, text).isPresent();
    }

    /// Within how many days of the last update the next is due; null when a cycle cannot be counted.
    public @Nullable Long daysOf(String cycle) {
        return cycles.get(cycle);
    }

    /// The repealed document that a text names, if it was repealed on a day.
    Optional<Repealed> repealed(String document, LocalDate day) {
        var name = bare(document);
        return repealed.stream()
                .filter(one -> !day.isBefore(one.on()) && name.equals(one.document()))
                .findFirst();
    }

    /// By the library's key, the elements that its contribution plan names.
    public Map<String, List<Planned>> plan() {
        return plan;
    }

    boolean mustBeVerified(Facts.Unit unit) {
        return verified.stream().anyMatch(one -> one.fits(unit));
    }

    /// Whether a unit is on the list of those that must be verified by several sources.
    public boolean mustBeVerified(SourceUnit unit) {
        return verified.stream()
                .anyMatch(one -> unit.regionKey() == null
                        && unit.qualifier() == null
                        && one.fits(
                                unit.element().code(),
                                unit.element().name(),
                                unit.element().synonyms(),
                                unit.subject()));
    }

    /// Within how many working days a doubt about shared data is answered (Article 26).
    public int workingDaysToVerify() {
        return number(Term.VERIFICATION);
    }

    private static String bare(String document) {
        var key = Codes.key(document);
        var name = key.contains("《") && key.contains("》") ? key.substring(key.indexOf('《') + 1, key.indexOf('》')) : key;
        return name.startsWith("中华人民共和国") ? name.substring("中华人民共和国".length()) : name;
    }

    private void rule(NamedCsvRecord row) {
        var rule = Rule.valueOf(cell(row, "规则"));
        off.put(rule, word(cell(row, "启用"), "是", "否").equals("否"));
        var severity = cell(row, "严重程度");
        if (!severity.isEmpty()) {
            var read = CheckSeverity.ofWord(severity);
            if (read == null) {
                throw new IllegalArgumentException("严重程度应为 违规、缺陷 或 提示,写的是“%s”".formatted(severity));
            }
            severities.put(rule, read);
        }
    }

    private static String word(String cell, String one, String other) {
        if (!cell.equals(one) && !cell.equals(other)) {
            throw new IllegalArgumentException("应为 %s 或 %s,写的是“%s”".formatted(one, other, cell));
        }
        return cell;
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.getField(column).strip();
    }

    private void read(String file, @Nullable Path own, Consumer<NamedCsvRecord> row) {
        try {
            try (var ours = Objects.requireNonNull(Terms.class.getResourceAsStream(PUBLISHED + file), file)) {
                read(new String(ours.readAllBytes(), StandardCharsets.UTF_8), file, row);
            }
            if (own != null && Files.isRegularFile(own.resolve(file))) {
                read(Files.readString(own.resolve(file)), own.resolve(file).toString(), row);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("检查规则的 %s 不能读取".formatted(file), failure);
        }
    }

    private void read(String text, String origin, Consumer<NamedCsvRecord> each) throws IOException {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        var start = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (var rows = CsvReader.builder().ofNamedCsvRecord(start)) {
            for (var row : rows) {
                try {
                    each.accept(row);
                } catch (IllegalArgumentException | NoSuchElementException | java.time.DateTimeException unreadable) {
                    var why = unreadable instanceof PatternSyntaxException wrong
                            ? wrong.getDescription()
                            : unreadable.getMessage();
                    throw new IllegalStateException(
                            "%s 第 %d 行不能读:%s".formatted(origin, row.getStartingLineNumber(), why), unreadable);
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// A number that rules go by.
    enum Term {
        CATALOGUE_UPDATE("目录更新"),
        CATALOGUE_EXTENSION("目录更新延期"),
        CATALOGUE_REVIEW("目录审核发布"),
        REPLY_UNCONDITIONAL("答复无条件共享"),
        REPLY_CONDITIONAL("答复有条件共享"),
        REPLY_EXTENSION("答复延期"),
        DELIVERY("提供数据"),
        VERIFICATION("校核答复"),
        UNUSED_GRANT("批而未用"),
        EXPIRED_GRANT("到期未注销"),
        DORMANT("沉睡资源"),
        STALE_CYCLES("更新逾期倍数"),
        OWN_CHANNELS("自建渠道使用方");

        private final String word;

        Term(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Term of(String word) {
            for (var term : values()) {
                if (term.word.equals(word)) {
                    return term;
                }
            }
            throw new IllegalArgumentException("没有名称为“%s”的数值".formatted(word));
        }
    }

    /// What a word tells of the text that has it.
    enum WordKind {
        ADDED_CONDITION("增设条件"),
        PURPOSE("用途"),
        RANGE("范围"),
        LAW("法律依据"),
        LEGAL_RANK("合法层级"),
        EXEMPT("豁免"),
        PLATFORM("平台通道"),
        EVENT("事件项");

        private final String word;

        WordKind(String word) {
            this.word = word;
        }

        static WordKind of(String word) {
            for (var kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("没有“%s”这个类别".formatted(word));
        }
    }

    /// @param pattern found somewhere in a text
    record Word(Pattern pattern, String says) {}

    record Repealed(String document, LocalDate on, String says) {}

    /// An element as a list names it: by code, name, identifier or synonym.
    ///
    /// @param subject     empty for any
    /// @param contributor which line contributes it, as people call it; empty where the list does not say
    public record Planned(String element, String subject, String contributor) {

        boolean fits(Facts.Unit unit) {
            return unit.region() == null
                    && unit.qualifier() == null
                    && fits(
                            unit.element().key(),
                            unit.element().name(),
                            unit.element().synonyms(),
                            unit.subject());
        }

        /// Whether a unit of the holder himself is meant, by its element and whose datum it is.
        public boolean fits(String code, String name, List<String> synonyms, @Nullable String of) {
            return (subject.isEmpty() || subject.equals(of))
                    && (element.equals(Codes.key(code))
                            || element.equals(Codes.key(name))
                            || synonyms.stream().anyMatch(synonym -> element.equals(Codes.key(synonym))));
        }
    }
}
