package yuanliu.impact;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.EntityRef;
import yuanliu.web.BadRequest;
import yuanliu.web.NotThere;

/// The whole of an impact, to be taken home. The parameters are those of the question: `dataResource=R-1&change=STOP`.
@RestController
class ImpactExportController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Catalog catalog;
    private final Impacts impacts;
    private final ImpactExport export;

    ImpactExportController(Catalog catalog, Impacts impacts, ImpactExport export) {
        this.catalog = catalog;
        this.impacts = impacts;
        this.export = export;
    }

    @GetMapping("/api/impact.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @ModelAttribute EntityRef of,
            @RequestParam ChangeKind change,
            @RequestParam(required = false) @Nullable String cycle,
            @RequestParam(required = false) @Nullable String sharing,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        var impact = impact(of, change, cycle, sharing, asOf);
        return file(impact, "csv", "text/csv; charset=UTF-8", out -> export.csv(impact, out));
    }

    @GetMapping("/api/impact.xlsx")
    ResponseEntity<StreamingResponseBody> workbook(
            @ModelAttribute EntityRef of,
            @RequestParam ChangeKind change,
            @RequestParam(required = false) @Nullable String cycle,
            @RequestParam(required = false) @Nullable String sharing,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        var impact = impact(of, change, cycle, sharing, asOf);
        return file(impact, "xlsx", XLSX, out -> export.workbook(impact, out));
    }

    private Impact impact(
            EntityRef of,
            ChangeKind change,
            @Nullable String cycle,
            @Nullable String sharing,
            @Nullable LocalDate asOf) {
        var asked = Change.of(change, cycle, sharing);
        return impacts.of(catalog.get(of, "of"), asked, asOf);
    }

    private static ResponseEntity<StreamingResponseBody> file(
            Impact impact, String ending, String type, StreamingResponseBody body) {
        var name = "影响分析-%s-%s-%s.%s".formatted(impact.of().code(), impact.change(), impact.asOf(), ending);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(body);
    }

    @ExceptionHandler
    ProblemDetail bad(BadRequest bad) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, bad.sentence());
    }

    @ExceptionHandler
    ProblemDetail notThere(NotThere missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(missing.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail missing(MissingServletRequestParameterException missing) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "缺少参数 %s".formatted(missing.getParameterName()));
    }

    @ExceptionHandler
    ProblemDetail unreadable(MethodArgumentTypeMismatchException unreadable) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "参数 %s 无法识别".formatted(unreadable.getName()));
    }
}
