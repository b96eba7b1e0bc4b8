package yuanliu.verification;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import yuanliu.ownership.SourceUnit;
import yuanliu.web.Codes;

/// What is usually held against what (校核矩阵), and what the departments of a trade are called. Both are data: the files
/// of `verification/`, and files of the same names and columns in a folder of the operator's own, whose rows come after
/// ours.
final class Matrix {

    private static final String PUBLISHED = "/verification/";

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, List<String>> trades = new HashMap<>();

    /// @param element by code, name or synonym
    /// @param trade   who verifies, as offices say it
    record Line(
            String element,
            String subject,
            String trade,
            Comparison comparison,
            @Nullable Integer days,
            Rhythm rhythm,
            String text) {

        boolean fits(SourceUnit unit) {
            return unit.qualifier() == null
                    && subject.equals(unit.subject() == null ? "" : unit.subject())
                    && (element.equals(Codes.key(unit.element().code()))
                            || element.equals(Codes.key(unit.element().name()))
                            || unit.element().synonyms().stream()
                                    .anyMatch(synonym -> element.equals(Codes.key(synonym))));
        }
    }

    private Matrix(@Nullable Path own) {
        read(
                "matrix.csv",
                own,
                row -> lines.add(new Line(
                        Codes.key(cell(row, "数据元")),
                        cell(row, "主体类"),
                        cell(row, "校核部门"),
                        Comparison.ofWord(cell(row, "方式")),
                        cell(row, "天数").isEmpty() ? null : Integer.valueOf(cell(row, "天数")),
                        Rhythm.ofWord(cell(row, "频率")),
                        cell(row, "说明"))));
        read(
                "trades.csv",
                own,
                row -> trades.computeIfAbsent(cell(row, "校核部门"), trade -> new ArrayList<>())
                        .addAll(List.of(cell(row, "名称包含").split("、"))));
    }

    /// @param own a folder; files that are not there add nothing
    static Matrix read(@Nullable Path own) {
        return new Matrix(own);
    }

    List<Line> of(SourceUnit unit) {
        return lines.stream().filter(line -> line.fits(unit)).toList();
    }

    /// What the names of a trade's departments have in them; the word itself when nothing is said.
    List<String> names(String trade) {
        return trades.getOrDefault(trade, List.of(trade));
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.getField(column).strip();
    }

    private static void read(String file, @Nullable Path own, Consumer<NamedCsvRecord> each) {
        try {
            try (var ours = Objects.requireNonNull(Matrix.class.getResourceAsStream(PUBLISHED + file), file)) {
                read(new String(ours.readAllBytes(), StandardCharsets.UTF_8), file, each);
            }
            if (own != null && Files.isRegularFile(own.resolve(file))) {
                read(Files.readString(own.resolve(file)), own.resolve(file).toString(), each);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("校核矩阵的 %s 不能读取".formatted(file), failure);
        }
    }

    private static void read(String text, String origin, Consumer<NamedCsvRecord> each) throws IOException {
        var start = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (var rows = CsvReader.builder().ofNamedCsvRecord(start)) {
            for (var row : rows) {
                try {
                    each.accept(row);
                } catch (IllegalArgumentException | NoSuchElementException unreadable) {
                    throw new IllegalStateException(
                            "%s 第 %d 行不能读:%s".formatted(origin, row.getStartingLineNumber(), unreadable.getMessage()),
                            unreadable);
                }
            }
        }
    }
}
