package yuanliu.ownership;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.DataElement;
import yuanliu.catalog.Department;
import yuanliu.web.Codes;

/// Which line contributes what to a base library (贡献计划): `checks/contribution-plan.csv`, and the operator's rows behind
/// ours.
final class ContributionPlan {

    private static final String PUBLISHED = "/checks/contribution-plan.csv";
    private static final String FILE = "contribution-plan.csv";

    private final List<Row> rows;

    private ContributionPlan(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /// @param own a folder; a file that is not there adds nothing
    static ContributionPlan read(@Nullable Path own) {
        var rows = new ArrayList<Row>();
        try {
            try (var ours = Objects.requireNonNull(ContributionPlan.class.getResourceAsStream(PUBLISHED))) {
                add(new String(ours.readAllBytes(), StandardCharsets.UTF_8), rows);
            }
            if (own != null && Files.isRegularFile(own.resolve(FILE))) {
                add(Files.readString(own.resolve(FILE)), rows);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("贡献计划 %s 不能读取".formatted(FILE), failure);
        }
        return new ContributionPlan(rows);
    }

    private static void add(String text, List<Row> rows) throws IOException {
        var start = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (var read = CsvReader.builder().ofNamedCsvRecord(start)) {
            read.forEach(row -> rows.add(Row.from(row)));
        }
    }

    /// The library to which a department's line contributes a unit; empty when the plan does not name it.
    Optional<String> library(SourceUnit unit, Department department) {
        return rows.stream()
                .filter(row -> row.isOf(unit) && row.names(department))
                .map(Row::library)
                .findFirst();
    }

    /// @param subject empty for any
    /// @param lines   what names of departments of the contributing line have in them, the first as it is called
    private record Row(String library, String element, String subject, List<String> lines) {

        static Row from(NamedCsvRecord row) {
            return new Row(
                    cell(row, "所属库"),
                    Codes.key(cell(row, "数据元")),
                    cell(row, "主体类"),
                    Arrays.stream(cell(row, "贡献部门").split("[、;；]"))
                            .map(Codes::key)
                            .filter(line -> !line.isEmpty())
                            .toList());
        }

        private static String cell(NamedCsvRecord row, String column) {
            return row.findField(column).orElse("").strip();
        }

        boolean isOf(SourceUnit unit) {
            return unit.qualifier() == null
                    && (subject.isEmpty() || subject.equals(unit.subject()))
                    && names(unit.element()).anyMatch(element::equals);
        }

        private static Stream<String> names(DataElement element) {
            return Stream.concat(Stream.of(element.code(), element.name()), element.synonyms().stream())
                    .map(Codes::key);
        }

        boolean names(Department department) {
            return Stream.of(department.name(), department.shortName())
                    .filter(Objects::nonNull)
                    .map(Codes::key)
                    .anyMatch(name -> lines.stream().anyMatch(name::contains));
        }
    }
}
