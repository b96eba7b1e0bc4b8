package yuanliu.filing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.PropertySource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import yuanliu.filing.reading.IllegalPackage;
import yuanliu.web.BadRequest;

/// Filing over HTTP.
@RestController
@RequestMapping("/api/filings")
@PropertySource("classpath:filing.properties")
class FilingController {

    private static final Logger log = LoggerFactory.getLogger(FilingController.class);
    private static final int MOST = 500;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Filings filings;

    FilingController(Filings filings) {
        this.filings = filings;
    }

    @PostMapping
    ResponseEntity<Report> file(
            @RequestParam("package") MultipartFile filed, @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        var folder = filings.newFolder();
        Report entered;
        try {
            var upload = folder.resolve(name(filed));
            filed.transferTo(upload);
            entered = filings.enter(folder, upload, dryRun);
        } catch (IOException | RuntimeException failure) {
            Filings.delete(folder);
            throw failure;
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/filings/" + entered.code()))
                .body(entered);
    }

    /// The last part of what the sender called it, for a CSV's name says which sheet it is.
    private static String name(MultipartFile filed) {
        var name = filed.getOriginalFilename() == null ? "" : filed.getOriginalFilename();
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replace("\0", "");
        return last.isBlank() || last.equals(".") || last.equals("..") || last.length() > 80 ? "package" : last;
    }

    @GetMapping("/{code}")
    Report find(@PathVariable String code) {
        return filings.find(code).orElseThrow(() -> new NoSuchFiling(code));
    }

    @GetMapping("/{code}/report.xlsx")
    ResponseEntity<StreamingResponseBody> workbook(@PathVariable String code) {
        var report = find(code);
        Path problems = filings.problems(report.code());
        if (report.state() == Report.State.QUEUED || report.state() == Report.State.RUNNING) {
            throw new BadRequest("入库“%s”尚未结束,请稍后再取报告".formatted(code));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + report.code() + ".xlsx\"")
                .body(out -> ReportWorkbook.write(report, Files.exists(problems) ? problems : null, out));
    }

    @GetMapping
    Listed page(@RequestParam(defaultValue = "20") int first, @RequestParam(required = false) @Nullable String after) {
        if (first < 1 || first > MOST) {
            throw new BadRequest("first 应在 1 到 %d 之间".formatted(MOST));
        }
        var some = filings.page(first + 1, after == null || after.isEmpty() ? null : sequence(after));
        var shown = some.subList(0, Math.min(first, some.size()));
        return new Listed(
                shown.stream().map(Filings.Entered::report).toList(),
                some.size() > first ? String.valueOf(shown.getLast().sequence()) : null);
    }

    private static long sequence(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException notOurs) {
            throw new BadRequest("after “%s”不是上一页给出的 after".formatted(after));
        }
    }

    /// @param after what to ask the next page with; null on the last
    record Listed(List<Report> filings, @Nullable String after) {}

    @ExceptionHandler
    ProblemDetail illegal(IllegalPackage illegal) {
        return detail(illegal.tooBig() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST, illegal.sentence());
    }

    @ExceptionHandler
    ProblemDetail tooBig(MaxUploadSizeExceededException tooBig) {
        return detail(HttpStatus.CONTENT_TOO_LARGE, "目录包超过上传上限,请拆分后再提交");
    }

    @ExceptionHandler({MissingServletRequestPartException.class, MultipartException.class})
    ProblemDetail missing(Exception missing) {
        return detail(HttpStatus.BAD_REQUEST, "请以 multipart/form-data 提交,目录包放在名为 package 的部分");
    }

    @ExceptionHandler
    ProblemDetail unreadable(MethodArgumentTypeMismatchException unreadable) {
        return detail(HttpStatus.BAD_REQUEST, "参数 %s 无法识别".formatted(unreadable.getName()));
    }

    @ExceptionHandler
    ProblemDetail bad(BadRequest bad) {
        return detail(HttpStatus.BAD_REQUEST, bad.sentence());
    }

    @ExceptionHandler
    ProblemDetail notThere(NoSuchFiling missing) {
        return detail(HttpStatus.NOT_FOUND, "没有编号为“%s”的入库".formatted(missing.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unavailable(Neo4jException failure) {
        var id = UUID.randomUUID().toString();
        log.error("/api/filings 失败,编号 {}", id, failure);
        return detail(HttpStatus.SERVICE_UNAVAILABLE, "图数据库暂时不能回答,请稍后再试(编号 %s)".formatted(id));
    }

    private static ProblemDetail detail(HttpStatus status, String sentence) {
        return ProblemDetail.forStatusAndDetail(status, sentence);
    }

    private static final class NoSuchFiling extends RuntimeException {

        private NoSuchFiling(String code) {
            super(code, null, false, false);
        }
    }
}
