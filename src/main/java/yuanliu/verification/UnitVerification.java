package yuanliu.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.ownership.SourceUnit;

/// How a unit is verified: by which rules its source is held against whom, and what came of it.
///
/// @param source   who is its source today
/// @param field    the field at which the source is designated
/// @param required whether the unit is on the list of those that must be verified
/// @param rules    all that it ever had, by code
record UnitVerification(
        SourceUnit unit,
        @Nullable Department source,
        @Nullable DataField field,
        boolean required,
        List<VerificationRule> rules,
        int openDiscrepancies,
        List<Objection> openObjections) {

    UnitVerification {
        rules = List.copyOf(rules);
        openObjections = List.copyOf(openObjections);
    }

    List<VerificationRule> inForce() {
        return rules.stream().filter(VerificationRule::inForce).toList();
    }

    List<String> ruleKeys() {
        return rules.stream().map(VerificationRule::key).toList();
    }

    /// The last run of any rule, by its day.
    public @Nullable VerificationRun lastRun() {
        VerificationRun last = null;
        for (var rule : rules) {
            var run = rule.lastRun();
            if (run != null
                    && (last == null
                            || run.day().isAfter(last.day())
                            || run.day().equals(last.day()) && run.filedAt().isAfter(last.filedAt()))) {
                last = run;
            }
        }
        return last;
    }

    public int overdueObjections() {
        return (int) openObjections.stream().filter(Objection::overdue).count();
    }

    public int overdueRules() {
        return (int) rules.stream().filter(VerificationRule::overdue).count();
    }
}
