package yuanliu.standards;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// The code lists of the standards. They are data: `code-lists/index.csv` and the files it names, and a folder of the
/// operator's own of the same form, whose lists take the place of ours or add to them. They are read at start; what
/// cannot be read stops it with a sentence.
public final class CodeLists {

    private static final String PUBLISHED = "/code-lists/";
    private static final String INDEX = "index.csv";
    private static final Pattern BETWEEN = Pattern.compile("[、;；]");

    /// By the key of their names.
    private final Map<String, CodeList> lists = new LinkedHashMap<>();

    /// By the key of every title and alias that key.
    private final Map<String, String> called = new HashMap<>();

    private CodeLists(@Nullable Path own) {
        var ours = new Folder(PUBLISHED, CodeLists::published);
        rows(ours, INDEX).forEach(row -> add(row, ours));
        if (own != null && Files.isDirectory(own)) {
            addOwn(own);
        }
        lists.forEach((key, list) -> {
            name(list.code(), key, list);
            name(list.title(), key, list);
            list.aliases().forEach(alias -> name(alias, key, list));
        });
    }

    /// @param own a folder; when it is not there, only the published lists are
    /// @throws IllegalStateException when a file says what cannot be understood; the message names file and line
    public static CodeLists read(@Nullable Path own) {
        return new CodeLists(own);
    }

    /// All lists, by code.
    public List<CodeList> all() {
        return lists.values().stream()
                .sorted(Comparator.comparing(CodeList::code, Codes.ORDER))
                .toList();
    }

    /// The list that a text names by number, in whatever notation, or by title. Empty when it is none of these, and
    /// when it names another edition than the one that is kept.
    public Optional<CodeList> find(String text) {
        var name = CodeListName.of(text);
        return Optional.ofNullable(lists.get(key(name)))
                .filter(list -> name.edition() == null
                        || list.edition() == null
                        || name.edition().equals(list.edition()));
    }

    /// How two texts that name code lists are to each other.
    Likeness likeness(String one, String other) {
        var left = CodeListName.of(one);
        var right = CodeListName.of(other);
        if (!key(left).equals(key(right))) {
            return Likeness.OTHER;
        }
        return left.edition() == null
                        || right.edition() == null
                        || left.edition().equals(right.edition())
                ? Likeness.SAME
                : Likeness.OTHER_EDITION;
    }

    /// Whether a text names a rule by which codes are made, and no list, whatever its edition.
    boolean isRule(String text) {
        var list = lists.get(key(CodeListName.of(text)));
        return list != null && list.rule();
    }

    /// What all texts that name one list have in common.
    String key(String text) {
        return key(CodeListName.of(text));
    }

    private String key(CodeListName name) {
        return called.getOrDefault(name.key(), name.key());
    }

    enum Likeness {
        SAME,
        OTHER_EDITION,
        OTHER
    }

    private void name(String name, String key, CodeList list) {
        var other = called.putIfAbsent(CodeListName.of(name).key(), key);
        if (other != null && !other.equals(key)) {
            throw new IllegalStateException("代码集“%s”的名称“%s”与“%s”重复"
                    .formatted(
                            list.code(),
                            name,
                            Objects.requireNonNull(lists.get(other)).code()));
        }
    }

    private void addOwn(Path own) {
        var theirs = new Folder(own + "/", name -> Files.readString(own.resolve(name)));
        var named = new HashSet<String>(Set.of(INDEX));
        if (Files.isRegularFile(own.resolve(INDEX))) {
            for (var row : rows(theirs, INDEX)) {
                add(row, theirs);
                named.add(cell(row, "文件"));
            }
        }
        try (var files = Files.list(own)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".csv") && !named.contains(file))
                    .min(Codes.ORDER)
                    .ifPresent(file -> {
                        throw new IllegalStateException("%s 没有写在同一文件夹的 index.csv 里".formatted(own.resolve(file)));
                    });
        } catch (IOException failure) {
            throw new UncheckedIOException("文件夹 %s 不能读取".formatted(own), failure);
        }
    }

    private void add(NamedCsvRecord row, Folder from) {
        var origin = "%s%s 第 %d 行".formatted(from.path(), INDEX, row.getStartingLineNumber());
        var code = said(row, "标准号", origin);
        var key = CodeListName.of(code).key();
        var adds = oneOf(row.findField("方式").orElse("").strip(), origin, "替换", "补充")
                .equals("补充");
        var earlier = lists.get(key);
        if (adds && earlier == null) {
            throw new IllegalStateException("%s:没有可以补充的“%s”".formatted(origin, code));
        }
        var items = new TreeMap<String, CodeListItem>(Codes.ORDER);
        if (adds) {
            Objects.requireNonNull(earlier).items().forEach(item -> items.put(item.code(), item));
        }
        var file = cell(row, "文件");
        if (!file.isEmpty()) {
            read(from, file, items);
        }
        lists.put(
                key,
                new CodeList(
                        code,
                        blankAsNull(cell(row, "版本")),
                        said(row, "名称", origin),
                        Arrays.stream(BETWEEN.split(cell(row, "又称")))
                                .map(String::strip)
                                .filter(alias -> !alias.isEmpty())
                                .toList(),
                        oneOf(cell(row, "类别"), origin, "代码表", "编码规则").equals("编码规则"),
                        oneOf(cell(row, "完整"), origin, "否", "是").equals("是"),
                        said(row, "来源", origin),
                        List.copyOf(items.values())));
    }

    private void read(Folder from, String file, Map<String, CodeListItem> items) {
        var seen = new HashSet<String>();
        for (var row : rows(from, file)) {
            var origin = "%s%s 第 %d 行".formatted(from.path(), file, row.getStartingLineNumber());
            var code = said(row, "代码", origin);
            if (!seen.add(code)) {
                throw new IllegalStateException("%s:代码“%s”写了两次".formatted(origin, code));
            }
            items.put(
                    code,
                    new CodeListItem(
                            code,
                            said(row, "名称", origin),
                            blankAsNull(cell(row, "上级代码")),
                            blankAsNull(cell(row, "说明"))));
        }
        items.values().forEach(item -> {
            if (item.parent() != null && !items.containsKey(item.parent())) {
                throw new IllegalStateException(
                        "%s%s:代码“%s”的上级代码“%s”不在表中".formatted(from.path(), file, item.code(), item.parent()));
            }
        });
    }

    private static List<NamedCsvRecord> rows(Folder from, String file) {
        if (!file.matches("[^/\\\\]+\\.csv")) {
            throw new IllegalStateException("%s%s 所写的文件“%s”应是同一文件夹里的 .csv".formatted(from.path(), INDEX, file));
        }
        try {
            var text = from.text().of(file);
            try (var rows =
                    CsvReader.builder().ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
                return rows.stream().toList();
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException("代码集文件 %s%s 不能读取".formatted(from.path(), file), unreadable);
        }
    }

    private static String published(String file) throws IOException {
        try (var stream = Objects.requireNonNull(CodeLists.class.getResourceAsStream(PUBLISHED + file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String said(NamedCsvRecord row, String column, String origin) {
        var said = cell(row, column);
        if (said.isEmpty()) {
            throw new IllegalStateException("%s:没有写%s".formatted(origin, column));
        }
        return said;
    }

    /// The usual word where nothing is said.
    private static String oneOf(String said, String origin, String usual, String other) {
        if (!said.isEmpty() && !said.equals(usual) && !said.equals(other)) {
            throw new IllegalStateException("%s:应为 %s 或 %s,写的是“%s”".formatted(origin, usual, other, said));
        }
        return said.isEmpty() ? usual : said;
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private static @Nullable String blankAsNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    /// A folder of files, ours or the operator's.
    private record Folder(String path, Text text) {

        interface Text {
            String of(String file) throws IOException;
        }
    }
}
