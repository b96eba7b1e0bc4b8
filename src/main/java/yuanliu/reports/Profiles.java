package yuanliu.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.Department;
import yuanliu.catalog.Kind;
import yuanliu.web.Codes;
import yuanliu.web.Today;

/// A department at a glance (部门画像). Each figure is the total of a question about the department that is kept in
/// `profile/`, and is told with that question: so a figure and what it counts cannot differ.
///
/// To add a figure: a file there, whose first line is its title, with a `!` at the end when it is something to be
/// worked on; it is shown in the order of the names.
@Component
class Profiles {

    private static final String QUESTIONS = "classpath:profile/*.graphql";
    private static final String ASKED_OF = "$department: String!";

    private final Catalog catalog;
    private final Today today;
    private final ObjectProvider<ExecutionGraphQlService> api;
    private final List<Question> questions;
    private final JsonMapper json = JsonMapper.builder().build();

    Profiles(Catalog catalog, Today today, ObjectProvider<ExecutionGraphQlService> api) {
        this.catalog = catalog;
        this.today = today;
        this.api = api;
        this.questions = read();
    }

    /// @param asOf the day for which it was counted
    record DepartmentProfile(Department department, LocalDate asOf, List<ProfileCounter> counters) {}

    /// @param concern   whether what is counted is to be worked on
    /// @param drillDown the question that lists exactly what was counted
    record ProfileCounter(String code, String title, boolean concern, int value, String drillDown) {}

    /// Empty when there is no such department.
    Optional<DepartmentProfile> of(String department) {
        return catalog.find(Kind.DEPARTMENT, Codes.key(department))
                .map(Department.class::cast)
                .map(found -> new DepartmentProfile(
                        found,
                        today.date(),
                        questions.stream()
                                .map(question -> counted(question, found))
                                .toList()));
    }

    private ProfileCounter counted(Question question, Department department) {
        var request = new DefaultExecutionGraphQlRequest(
                question.text(),
                null,
                Map.of("department", department.code(), "first", 1),
                Map.of(),
                UUID.randomUUID().toString(),
                Locale.SIMPLIFIED_CHINESE);
        var response = Objects.requireNonNull(api.getObject().execute(request).block());
        if (!response.getErrors().isEmpty()) {
            throw new IllegalStateException("The profile's question %s fails: %s"
                    .formatted(question.code(), response.getErrors().getFirst().getMessage()));
        }
        var total = total(response.getData());
        if (total == null) {
            throw new IllegalStateException("The profile's question %s has no total".formatted(question.code()));
        }
        return new ProfileCounter(
                question.code(),
                question.title(),
                question.concern(),
                total,
                question.text()
                        .replace(ASKED_OF, "%s = %s".formatted(ASKED_OF, json.writeValueAsString(department.code()))));
    }

    private static @Nullable Integer total(@Nullable Object answer) {
        if (!(answer instanceof Map<?, ?> map)) {
            return null;
        }
        return map.get("totalCount") instanceof Integer total
                ? total
                : map.values().stream()
                        .map(Profiles::total)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private record Question(String code, String title, boolean concern, String text) {}

    private static List<Question> read() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources(QUESTIONS);
            var questions = new ArrayList<Question>();
            var ordered = Arrays.stream(found)
                    .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                    .toList();
            for (var file : ordered) {
                questions.add(question(file));
            }
            return questions;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Question question(Resource file) throws IOException {
        var text = file.getContentAsString(StandardCharsets.UTF_8);
        var end = text.indexOf('\n');
        var title = text.substring(0, end).replaceFirst("^#\\s*", "").strip();
        var name = Objects.requireNonNull(file.getFilename());
        var question = text.substring(end + 1).strip();
        if (!question.contains(ASKED_OF)) {
            throw new IllegalStateException("%s does not ask of %s".formatted(name, ASKED_OF));
        }
        return new Question(
                name.replaceFirst("^\\d+-", "").replaceFirst("\\.graphql$", ""),
                title.replaceFirst("\\s*!$", ""),
                title.endsWith("!"),
                question);
    }
}
