package yuanliu.checks;

import java.util.List;
import yuanliu.checks.rules.CheckSeverity;
import yuanliu.checks.rules.Rule;
import yuanliu.checks.rules.Subject;

/// A rule as it is shown.
///
/// @param subjects all that it looks at, [#subject()] among them
/// @param on       whether runs look with it
/// @param severity as set
record CheckRule(
        String code,
        String title,
        String article,
        CheckSeverity severity,
        Subject subject,
        List<Subject> subjects,
        String remedy,
        boolean on) {

    static CheckRule of(Rule rule, boolean on, CheckSeverity severity) {
        return new CheckRule(
                rule.name(),
                rule.title(),
                rule.article(),
                severity,
                rule.subject(),
                List.copyOf(rule.subjects()),
                rule.remedy(),
                on);
    }
}
