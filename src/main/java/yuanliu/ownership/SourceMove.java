package yuanliu.ownership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;
import yuanliu.web.Written;

/// What somebody does on the way to a unit's source, as they say it: the one input of all mutations, each of which
/// knows a part of it.
///
/// @param unit       the unit's code
/// @param version    which they saw
/// @param by         a person's or office's name; empty when the system suggests
/// @param department the code of whom it is about
/// @param field      the code of the field at which the datum is to be had
/// @param lead       whether the department leads in collecting what has no statutory source
/// @param line       whether it is named as the head of its line, for all places of the line
/// @param validFrom  the first day on which a designation holds; today when not said
/// @param until      the first day on which a revoked one holds no more; today when not said
record SourceMove(
        String unit,
        long version,
        @Nullable String by,
        @Nullable String department,
        @Nullable String field,
        @Nullable DenialReason denial,
        @Nullable Ground ground,
        @Nullable Boolean lead,
        @Nullable Boolean line,
        @Nullable String clause,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate until,
        @Nullable String reason,
        @Nullable String document) {

    SourceMove {
        by = Written.orNull(by);
        department = Written.orNull(department);
        field = Written.orNull(field);
        clause = Written.orNull(clause);
        reason = Written.orNull(reason);
        document = Written.orNull(document);
    }

    boolean leads() {
        return Boolean.TRUE.equals(lead);
    }

    boolean namesLine() {
        return Boolean.TRUE.equals(line);
    }

    /// @throws BadRequest when it lacks what such a step has to say
    void check(CaseAction action) {
        if (action != CaseAction.SUGGEST) {
            Written.requireBy(by == null ? "" : by);
        }
        Written.refuseLong("reason", reason, Written.LONGEST_TEXT);
        Written.refuseLong("document", document, Written.LONGEST_NAME);
        Written.refuseLong("clause", clause, Written.LONGEST_TEXT);
        if (reason == null && action == CaseAction.CHANGE) {
            throw new BadRequest("变更须在 reason 中写明理由，如职责调整");
        }
        if (reason == null && document == null && action == CaseAction.REVOKE) {
            throw new BadRequest("废止须在 reason 中写明理由，或在 document 中写明文号");
        }
        if (action == CaseAction.CONFIRM && ground == Ground.STATUTORY && document == null) {
            throw new BadRequest("认定方式为法定的，须在 document 中写明依据文件");
        }
        if (action == CaseAction.CONFIRM && ground == Ground.STATUTORY && leads()) {
            throw new BadRequest("牵头收集的单元没有法定数源，认定方式不能是法定");
        }
    }
}
