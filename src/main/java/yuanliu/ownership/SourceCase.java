package yuanliu.ownership;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Department;
import yuanliu.web.Codes;

/// The case in which a unit's source is settled (认责): who was asked, what each answered, and what was decided.
///
/// @param steps all that was ever done, in order; the version is how many they are
record SourceCase(SourceUnit unit, CaseState state, List<CaseStep> steps) {

    SourceCase {
        steps = List.copyOf(steps);
    }

    /// @param filed where the unit stands by what was filed, as long as nobody has taken a step
    static SourceCase of(SourceUnit unit, SourceState filed, List<CaseStep> steps) {
        return new SourceCase(
                unit, steps.isEmpty() ? CaseState.filed(filed) : steps.getLast().to(), steps);
    }

    public long version() {
        return steps.size();
    }

    public List<CaseAction> possible() {
        return CaseAction.allIn(state);
    }

    /// What a department that was asked says.
    ///
    /// @param answer null as long as it has said nothing
    record Asked(
            Department department,
            OffsetDateTime askedAt,
            @Nullable Answer answer,
            @Nullable DenialReason denial,
            @Nullable String reason,
            @Nullable String by,
            @Nullable OffsetDateTime answeredAt) {}

    enum Answer {
        CLAIMED,
        DENIED
    }

    /// Who was asked since the case was last opened, in the order of asking, each with the last answer.
    public List<Asked> asked() {
        var asked = new LinkedHashMap<String, Asked>();
        for (var step : sinceOpened()) {
            var department = step.department();
            if (department == null) {
                continue;
            }
            var key = Codes.key(department.code());
            switch (step.action()) {
                case ASSIGN, CHANGE -> asked.put(key, new Asked(department, step.at(), null, null, null, null, null));
                case CLAIM, DENY ->
                    asked.computeIfPresent(
                            key,
                            (same, before) -> new Asked(
                                    before.department(),
                                    before.askedAt(),
                                    step.action() == CaseAction.CLAIM ? Answer.CLAIMED : Answer.DENIED,
                                    step.denial(),
                                    step.reason(),
                                    step.by(),
                                    step.at()));
                case SUGGEST, CONFIRM, PUBLISH, REVOKE -> {}
            }
        }
        return List.copyOf(asked.values());
    }

    private List<CaseStep> sinceOpened() {
        var since = new ArrayList<CaseStep>();
        for (var step : steps) {
            if (step.action() == CaseAction.CHANGE || step.action() == CaseAction.SUGGEST) {
                since.clear();
            }
            since.add(step);
        }
        return since;
    }

    boolean isAsked(String department) {
        return asked().stream()
                .anyMatch(one -> Codes.key(one.department().code()).equals(department));
    }

    boolean isClaimedBy(String department) {
        return asked().stream()
                .anyMatch(one -> one.answer() == Answer.CLAIMED
                        && Codes.key(one.department().code()).equals(department));
    }

    /// Where an answer leads: one claim stands, several are in dispute, and when all have denied nobody is it.
    CaseState answered(String department, Answer answer) {
        var claims = 0;
        var open = 0;
        for (var one : asked()) {
            var said = Codes.key(one.department().code()).equals(department) ? answer : one.answer();
            if (said == Answer.CLAIMED) {
                claims++;
            } else if (said == null) {
                open++;
            }
        }
        return claims > 1
                ? CaseState.IN_COORDINATION
                : claims == 1 ? CaseState.CLAIMED : open > 0 ? CaseState.ASSIGNED : CaseState.DENIED;
    }

    /// What was confirmed last; only in a case that is confirmed.
    CaseStep confirmed() {
        return steps.stream()
                .filter(step -> step.action() == CaseAction.CONFIRM)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
