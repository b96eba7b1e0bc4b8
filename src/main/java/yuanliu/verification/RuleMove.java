package yuanliu.verification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;
import yuanliu.web.Written;

/// What somebody says of a rule: the one input of setting, changing and ending, each of which knows a part of it.
///
/// @param unit    the unit's code; when it is set
/// @param code    the rule's; when it is changed or ended
/// @param version which they saw; when it is changed or ended
record RuleMove(
        @Nullable String unit,
        @Nullable String code,
        @Nullable Long version,
        String by,
        @Nullable String department,
        @Nullable String field,
        @Nullable String resource,
        @Nullable String system,
        @Nullable Comparison comparison,
        @Nullable Integer days,
        @Nullable String text,
        @Nullable Rhythm rhythm,
        @Nullable Double tolerance,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable String basis,
        @Nullable String reason,
        @Nullable String document) {

    RuleMove {
        by = by.strip();
        department = Written.orNull(department);
        field = Written.orNull(field);
        resource = Written.orNull(resource);
        system = Written.orNull(system);
        text = Written.orNull(text);
        basis = Written.orNull(basis);
        reason = Written.orNull(reason);
        document = Written.orNull(document);
    }

    /// @throws BadRequest when something is too long or out of range
    void check() {
        Written.requireBy(by);
        VerificationRefused.refuseLong(reason, document);
        Written.refuseLong("text", text, Written.LONGEST_TEXT);
        Written.refuseLong("basis", basis, Written.LONGEST_TEXT);
        if (tolerance != null && !(tolerance >= 0 && tolerance <= 1)) {
            throw new BadRequest("tolerance 应在 0 至 1 之间，收到 " + tolerance);
        }
        if (days != null && (days < 0 || days > 3_650)) {
            throw new BadRequest("days 应在 0 至 3650 之间，收到 " + days);
        }
    }

    @Nullable
    VerificationRefused personal() {
        return VerificationRefused.personal(
                "by", by, "text", text, "basis", basis, "reason", reason, "document", document);
    }
}
