package yuanliu.duplicates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.duplicates.CollectionPlan.PlannedField;
import yuanliu.web.BadRequest;
import yuanliu.web.Today;

/// Checks plans over HTTP, for what buys systems and has no GraphQL.
@RestController
class CollectionChecksController {

    static final String PATH = "/api/collection-checks";

    private static final int MOST_BYTES = 4 << 20;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String UNNAMED = "采集计划";
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final CollectionChecks checks;
    private final Today today;

    CollectionChecksController(CollectionChecks checks, Today today) {
        this.checks = checks;
        this.today = today;
    }

    /// @param name       of a CSV's plan, which does not say it itself, as department and region
    /// @param format     json or xlsx; else what is accepted decides
    @PostMapping(PATH)
    ResponseEntity<Object> check(
            InputStream body,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accepted,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String format)
            throws IOException {
        var workbook = isWorkbook(format, accepted);
        var sent = sent(body, type, name, department, region);
        var opinion = CollectionOpinion.of(sent.plan(), checks.check(sent.plan()), today.date(), sent.ignoredColumns());
        return workbook
                ? workbook(opinion)
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(opinion);
    }

    private static boolean isWorkbook(@Nullable String format, @Nullable String accepted) {
        if (format == null || format.isEmpty()) {
            return accepted != null && accepted.contains(XLSX);
        }
        return switch (format) {
            case "xlsx" -> true;
            case "json" -> false;
            default -> throw new BadRequest("参数 format 应为 json 或 xlsx，收到“%s”".formatted(format));
        };
    }

    private static ResponseEntity<Object> workbook(CollectionOpinion opinion) throws IOException {
        var bytes = new ByteArrayOutputStream();
        OpinionWorkbook.write(opinion, bytes);
        var name = URLEncoder.encode("采集核对意见-" + opinion.name() + ".xlsx", StandardCharsets.UTF_8)
                .replace("+", "%20");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"opinion.xlsx\"; filename*=UTF-8''" + name)
                .body(bytes.toByteArray());
    }

    private record Sent(CollectionPlan plan, List<String> ignoredColumns) {}

    private static Sent sent(
            InputStream body,
            @Nullable String type,
            @Nullable String name,
            @Nullable String department,
            @Nullable String region)
            throws IOException {
        var kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (!kind.startsWith("application/json") && !kind.startsWith("text/csv") && !kind.startsWith("text/plain")) {
            throw new NotRead(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "请以 Content-Type: application/json 或 text/csv 提交采集计划");
        }
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new NotRead(HttpStatus.CONTENT_TOO_LARGE, "采集计划超过 %d MB".formatted(MOST_BYTES >> 20));
        }
        if (kind.startsWith("application/json")) {
            return new Sent(json(bytes, name, department, region), List.of());
        }
        var file = PlanFile.read(bytes);
        return new Sent(
                new CollectionPlan(name == null || name.isBlank() ? UNNAMED : name, department, region, file.fields()),
                file.ignoredColumns());
    }

    /// What a plan says itself counts before what is said beside it.
    private static CollectionPlan json(
            byte[] bytes, @Nullable String name, @Nullable String department, @Nullable String region) {
        try {
            var plan = STRICT.readValue(bytes, JsonPlan.class);
            if (plan == null) {
                throw new BadRequest("采集计划是空的");
            }
            return new CollectionPlan(
                    first(plan.name(), name, UNNAMED),
                    plan.department() == null ? department : plan.department(),
                    plan.region() == null ? region : plan.region(),
                    plan.planned());
        } catch (DatabindException wrong) {
            throw new BadRequest(
                    "采集计划的 JSON 不合要求（%s）：应有 name、department、region、fields，各项有 name、element、subject、qualifier、physicalName、dataType"
                            .formatted(place(wrong)));
        } catch (JacksonException broken) {
            throw new BadRequest("采集计划不是 JSON：第 %d 行第 %d 列起无法读取"
                    .formatted(
                            broken.getLocation() == null
                                    ? 1
                                    : broken.getLocation().getLineNr(),
                            broken.getLocation() == null
                                    ? 1
                                    : broken.getLocation().getColumnNr()));
        }
    }

    private static String place(DatabindException wrong) {
        var path = new StringBuilder();
        wrong.getPath().forEach(step -> {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        });
        return path.isEmpty() ? "最外层" : "在 " + path;
    }

    private static String first(@Nullable String one, @Nullable String other, String last) {
        if (one != null && !one.isBlank()) {
            return one;
        }
        return other == null || other.isBlank() ? last : other;
    }

    private record JsonPlan(
            @Nullable String name,
            @Nullable String department,
            @Nullable String region,
            @Nullable List<@Nullable JsonField> fields) {

        List<PlannedField> planned() {
            return fields == null
                    ? List.of()
                    : fields.stream()
                            .map(field -> field == null
                                    ? new PlannedField("", null, null, null, null, null)
                                    : field.planned())
                            .toList();
        }
    }

    private record JsonField(
            @Nullable String name,
            @Nullable String element,
            @Nullable String subject,
            @Nullable String qualifier,
            @Nullable String physicalName,
            @Nullable String dataType) {

        PlannedField planned() {
            return new PlannedField(
                    Objects.requireNonNullElse(name, ""), element, subject, qualifier, physicalName, dataType);
        }
    }

    @ExceptionHandler
    ProblemDetail bad(BadRequest bad) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, bad.sentence());
    }

    @ExceptionHandler
    ProblemDetail notRead(NotRead notRead) {
        return ProblemDetail.forStatusAndDetail(notRead.status, notRead.sentence);
    }

    /// That a body was not even looked into.
    private static final class NotRead extends RuntimeException {

        private final HttpStatus status;
        private final String sentence;

        private NotRead(HttpStatus status, String sentence) {
            super(sentence, null, false, false);
            this.status = status;
            this.sentence = sentence;
        }
    }
}
