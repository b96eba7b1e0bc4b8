package yuanliu.duplicates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;
import yuanliu.web.Today;
import yuanliu.web.Written;

/// What somebody does with a finding, as they say it: the one input of all mutations, each of which knows a part of it.
///
/// @param version     which they saw
/// @param by          a person's or office's name
/// @param document    the number of the paper that says so
/// @param answer      of [FindingAction#ANSWER]
/// @param verdict     of [FindingAction#DECIDE]
/// @param exemptBasis on what an exemption rests
/// @param exemptUntil the day from which it holds no more
record FindingMove(
        String code,
        long version,
        String by,
        @Nullable String reason,
        @Nullable String document,
        @Nullable FindingAnswer answer,
        @Nullable FindingVerdict verdict,
        @Nullable String exemptBasis,
        @Nullable LocalDate exemptUntil) {

    /// What a department says.
    enum FindingAnswer {
        ACCEPT,
        CONTEST
    }

    /// What the authority says.
    enum FindingVerdict {
        UPHELD,
        EXEMPT,
        FALSE_ALARM
    }

    FindingMove {
        by = by.strip();
        reason = Written.orNull(reason);
        document = Written.orNull(document);
        exemptBasis = Written.orNull(exemptBasis);
    }

    /// The state to which it is to lead.
    FindingState target(FindingAction action) {
        return switch (action) {
            case ASSIGN, REOPEN -> FindingState.ASSIGNED;
            case ANSWER -> answer == FindingAnswer.ACCEPT ? FindingState.ACCEPTED : FindingState.CONTESTED;
            case DECIDE ->
                switch (said(verdict)) {
                    case UPHELD -> FindingState.UPHELD;
                    case EXEMPT -> FindingState.EXEMPT;
                    case FALSE_ALARM -> FindingState.FALSE_ALARM;
                };
            case START_MENDING -> FindingState.MENDING;
            case CLOSE -> FindingState.CLOSED;
        };
    }

    private static FindingVerdict said(@Nullable FindingVerdict verdict) {
        return java.util.Objects.requireNonNull(verdict);
    }

    /// @throws BadRequest when it lacks what such a step has to say, or says what cannot be
    void check(FindingAction action, Today today) {
        Written.requireBy(by);
        Written.refuseLong("reason", reason, Written.LONGEST_TEXT);
        Written.refuseLong("document", document, Written.LONGEST_NAME);
        Written.refuseLong("exemptBasis", exemptBasis, Written.LONGEST_TEXT);
        var target = target(action);
        if (reason == null && (target == FindingState.CONTESTED || target == FindingState.FALSE_ALARM)) {
            throw new BadRequest("“%s”须在 reason 中写明理由".formatted(target.word()));
        }
        if (reason == null && action == FindingAction.REOPEN) {
            throw new BadRequest("重新打开须在 reason 中写明理由");
        }
        if (target != FindingState.EXEMPT) {
            if (exemptBasis != null || exemptUntil != null) {
                throw new BadRequest("只有豁免才写 exemptBasis 和 exemptUntil");
            }
            return;
        }
        if (exemptBasis == null || exemptUntil == null) {
            throw new BadRequest("豁免须写明依据 exemptBasis 和到期日 exemptUntil");
        }
        if (!exemptUntil.isAfter(today.date())) {
            throw new BadRequest("豁免到期日 exemptUntil 应在今天（%s）之后，收到 %s".formatted(today.date(), exemptUntil));
        }
    }
}
