package yuanliu.checks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;
import yuanliu.web.Written;

/// What somebody says who makes an exception of a check, or takes one back.
///
/// @param version which they saw
/// @param by      a person's or office's name
/// @param basis   on what the exception rests
/// @param until   the day from which it holds no more
record ExceptionMove(
        String code,
        long version,
        String by,
        String reason,
        @Nullable String basis,
        @Nullable LocalDate until) {

    ExceptionMove {
        by = by.strip();
        reason = reason.strip();
        basis = basis == null ? null : basis.strip();
    }

    /// @throws BadRequest when it lacks what has to be said, or says what cannot be
    void check(boolean granted, LocalDate today) {
        Written.requireBy(by);
        if (reason.isEmpty()) {
            throw new BadRequest("请在 reason 中写明理由");
        }
        Written.refuseLong("reason", reason, Written.LONGEST_TEXT);
        if (!granted) {
            return;
        }
        if (basis == null || basis.isEmpty()) {
            throw new BadRequest("请在 basis 中写明例外的依据");
        }
        Written.refuseLong("basis", basis, Written.LONGEST_TEXT);
        if (until == null || !until.isAfter(today)) {
            throw new BadRequest("例外到期日 until 应在今天（%s）之后，收到 %s".formatted(today, until));
        }
    }
}
