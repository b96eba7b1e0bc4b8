package yuanliu.verification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;
import yuanliu.web.Written;

/// What somebody does in an objection, as they say it: the one input of all its mutations, each of which knows a part
/// of it.
///
/// @param code                  the objection's; not when it is raised
/// @param version               which they saw; not when it is raised
/// @param field                 code of the doubted field, or of
/// @param resource              the doubted resource
/// @param department            code of the department that doubts
/// @param on                    the day on which it was done, or received; today when not said
/// @param expected              how it should be instead, in words
/// @param discrepancies         codes of discrepancies that it gathers
/// @param discrepancySettlement how the gathered are settled with it
record ObjectionMove(
        @Nullable String code,
        @Nullable Long version,
        @Nullable String field,
        @Nullable String resource,
        @Nullable String department,
        @Nullable LocalDate on,
        @Nullable String expected,
        @Nullable List<String> discrepancies,
        @Nullable ObjectionOutcome outcome,
        @Nullable Settlement discrepancySettlement,
        @Nullable Rating rating,
        String by,
        @Nullable String reason,
        @Nullable String document) {

    ObjectionMove {
        by = by.strip();
        field = Written.orNull(field);
        resource = Written.orNull(resource);
        department = Written.orNull(department);
        expected = Written.orNull(expected);
        reason = Written.orNull(reason);
        document = Written.orNull(document);
        discrepancies = discrepancies == null ? List.of() : List.copyOf(discrepancies);
    }

    List<String> gathered() {
        return discrepancies == null ? List.of() : discrepancies;
    }

    /// @throws BadRequest when it lacks what such a step has to say
    void check(ObjectionAction action) {
        Written.requireBy(by);
        VerificationRefused.refuseLong(reason, document);
        Written.refuseLong("expected", expected, Written.LONGEST_TEXT);
        if (gathered().size() > Discrepancies.MOST_AT_ONCE) {
            throw new BadRequest("一个异议最多并入 %d 条差异，收到 %d 条"
                    .formatted(Discrepancies.MOST_AT_ONCE, gathered().size()));
        }
        if (reason == null) {
            switch (action) {
                case RAISE -> throw new BadRequest("提出异议须在 reason 中写明疑点");
                case NOT_ACCEPT -> throw new BadRequest("不予受理须在 reason 中写明理由");
                case WITHDRAW -> throw new BadRequest("撤回须在 reason 中写明理由");
                case SETTLE -> {
                    if (outcome == ObjectionOutcome.NOT_CORRECTED) {
                        throw new BadRequest("不更正须在 reason 中写明理由（《政务数据共享条例》第二十六条）");
                    }
                }
                case ACCEPT, START, RATE -> {}
            }
        }
        if (outcome == ObjectionOutcome.NOT_CORRECTED && discrepancySettlement == Settlement.CORRECTED_AT_SOURCE) {
            throw new BadRequest("不更正的异议，所并入的差异不能按“数源已更正”销号");
        }
    }

    @Nullable
    VerificationRefused personal() {
        return VerificationRefused.personal("by", by, "reason", reason, "expected", expected, "document", document);
    }
}
