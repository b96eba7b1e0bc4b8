package yuanliu.browser;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import yuanliu.web.BadRequest;

/// Cypher for reading. It takes JSON alone, which another site's page cannot send here without asking first.
@RestController
class ReadOnlyCypherController {

    private final ReadOnlyCypher cypher;

    ReadOnlyCypherController(ReadOnlyCypher cypher) {
        this.cypher = cypher;
    }

    record Asked(@Nullable String statement, @Nullable Map<String, @Nullable Object> parameters) {}

    @PostMapping(path = "/api/cypher", consumes = MediaType.APPLICATION_JSON_VALUE)
    ReadOnlyCypher.Answer run(@RequestBody Asked asked) {
        if (asked.statement() == null || asked.statement().isBlank()) {
            throw new BadRequest("缺少 statement");
        }
        return cypher.run(asked.statement(), asked.parameters() == null ? Map.of() : asked.parameters());
    }

    @ExceptionHandler
    ProblemDetail bad(BadRequest bad) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, bad.sentence());
    }
}
