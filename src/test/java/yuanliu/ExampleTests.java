package yuanliu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlRequest;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The API by example: `api/<capability>/<sentence>.graphql` is asked of the filed city, and answered as the `.json`
/// beside it says (variables in `.variables.json`). An answer that is missing is written and fails once, so that
/// somebody reads it.
class ExampleTests extends AgainstNeo4j {

    private static final Path EXAMPLES = Path.of("src/test/resources/api");

    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    private ExecutionGraphQlService graphQl;

    @Autowired
    private ObjectProvider<ExampleCity> city;

    @Override
    protected void fill() {
        var filed = city.getIfAvailable();
        if (filed == null) {
            super.fill();
        } else {
            filed.file();
        }
    }

    @Override
    protected String graph() {
        return city.getIfAvailable() == null ? super.graph() : ExampleCity.GRAPH;
    }

    @ParameterizedTest
    @MethodSource
    void examples(Path question) throws IOException {
        var expected = beside(question, ".json");
        var answered = json.writeValueAsString(answer(question)).replace("\r\n", "\n") + "\n";

        if (Files.notExists(expected)) {
            Files.writeString(expected, answered);
            fail("%s was missing and has been written: read it, then run again", expected);
        }

        assertThat(answered).isEqualTo(Files.readString(expected));
    }

    static Stream<Named<Path>> examples() throws IOException {
        try (var files = Files.walk(EXAMPLES)) {
            return files
                    .filter(file -> file.toString().endsWith(".graphql"))
                    .sorted()
                    .map(file -> Named.of(EXAMPLES.relativize(file).toString(), file))
                    .toList()
                    .stream();
        }
    }

    private Map<String, Object> answer(Path question) throws IOException {
        var variables = beside(question, ".variables.json");
        Map<String, @Nullable Object> given = Files.exists(variables)
                ? json.readValue(Files.readString(variables), new TypeReference<>() {})
                : Map.of();
        ExecutionGraphQlRequest request = new DefaultExecutionGraphQlRequest(
                Files.readString(question), null, given, Map.of(), question.toString(), null);
        var response = graphQl.execute(request).block();
        if (response == null) {
            throw new IllegalStateException("No answer to " + question);
        }
        return response.getExecutionResult().toSpecification();
    }

    private static Path beside(Path question, String ending) {
        return question.resolveSibling(question.getFileName().toString().replaceFirst("\\.graphql$", ending));
    }
}
