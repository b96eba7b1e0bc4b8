package yuanliu.checks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;

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

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_000;

    ExceptionMove {
        by = by.strip();
        reason = reason.strip();
        basis = basis == null ? null : basis.strip();
    }

    /// @throws BadRequest when it lacks what has to be said, or says what cannot be
    void check(boolean granted, LocalDate today) {
        if (by.isEmpty()) {
            throw new BadRequest("请在 by 中写明由何人或何处办理");
        }
        if (reason.isEmpty()) {
            throw new BadRequest("请在 reason 中写明理由");
        }
        refuseLong("by", by, LONGEST_NAME);
        refuseLong("reason", reason, LONGEST_TEXT);
        if (!granted) {
            return;
        }
        if (basis == null || basis.isEmpty()) {
            throw new BadRequest("请在 basis 中写明例外的依据");
        }
        refuseLong("basis", basis, LONGEST_TEXT);
        if (until == null || !until.isAfter(today)) {
            throw new BadRequest("例外到期日 until 应在今天（%s）之后，收到 %s".formatted(today, until));
        }
    }

    private static void refuseLong(String name, String text, int most) {
        var length = text.codePointCount(0, text.length());
        if (length > most) {
            throw new BadRequest("%s 最长 %d 字，收到 %d 字".formatted(name, most, length));
        }
    }
}
