package yuanliu.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// A controller from which files are taken home. What is wrong with a request is told as a problem, in Chinese.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RestController
public @interface Download {

    /// What a file is.
    enum Format {
        CSV("csv", "text/csv; charset=UTF-8"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String ending;
        private final String type;

        Format(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        /// @param name without its ending
        public ResponseEntity<StreamingResponseBody> file(String name, StreamingResponseBody body) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, type)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name + "." + ending, StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .body(body);
        }
    }

    /// Tells what is wrong with a request.
    @RestControllerAdvice(annotations = Download.class)
    class Problems {

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
            return ProblemDetail.forStatusAndDetail(
                    HttpStatus.BAD_REQUEST, "参数 %s 无法识别".formatted(unreadable.getName()));
        }

        @ExceptionHandler
        ProblemDetail unreadable(MethodArgumentNotValidException unreadable) {
            var error = unreadable.getFieldError();
            return ProblemDetail.forStatusAndDetail(
                    HttpStatus.BAD_REQUEST, "参数 %s 无法识别".formatted(error == null ? "" : error.getField()));
        }
    }
}
