package yuanliu.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.AgainstNeo4j;
import yuanliu.ExampleCity;
import yuanliu.web.Today;

/// The walk of `src/docs/verification.md` is what the demonstration city answers: each question of it is asked, in
/// order. Codes of objections have the day in them on which they are raised.
class WalkTests extends AgainstNeo4j {

    private static final Path TOLD = Path.of("src/docs/verification.md");
    private static final Pattern PAIR =
            Pattern.compile("```graphql\\n(.*?)```\\n\\n```json\\n(.*?)```", Pattern.DOTALL);

    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    private ExampleCity city;

    @Autowired
    private ExecutionGraphQlService graphQl;

    @Autowired
    private Today today;

    @Override
    protected void fill() {
        city.file();
    }

    @Test
    void theWalkThatIsToldIsTheOneThatIsAnswered() throws IOException {
        var day = today.date().format(DateTimeFormatter.BASIC_ISO_DATE);
        var pairs = PAIR.matcher(Files.readString(TOLD)).results().toList();
        var answers = new ArrayList<String>();
        var told = new ArrayList<String>();
        for (var pair : pairs) {
            var question = pair.group(1).replaceAll("YY\\d{8}-", "YY" + day + "-");
            answers.add(answer(question).replaceAll("YY\\d{8}-", "YY-"));
            told.add(pair.group(2).replaceAll("YY\\d{8}-", "YY-"));
        }
        Files.writeString(Path.of("target/walk.json"), json.writeValueAsString(answers));

        assertThat(answers).hasSizeGreaterThan(5).isEqualTo(told);
    }

    private String answer(String question) {
        var request = new DefaultExecutionGraphQlRequest(question, null, Map.of(), Map.of(), "walk", null);
        var response = graphQl.execute(request).block();
        if (response == null) {
            throw new IllegalStateException("No answer to " + question);
        }
        return json.writeValueAsString(response.getExecutionResult().toSpecification()) + "\n";
    }
}
