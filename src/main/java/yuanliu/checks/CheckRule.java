package yuanliu.checks;

import yuanliu.checks.rules.CheckSeverity;
import yuanliu.checks.rules.Rule;
import yuanliu.checks.rules.Subject;

/// A rule as it is shown.
///
/// @param on       whether runs look with it
/// @param severity as set
record CheckRule(
        String code, String title, String article, CheckSeverity severity, Subject subject, String remedy, boolean on) {

    static CheckRule of(Rule rule, boolean on, CheckSeverity severity) {
        return new CheckRule(rule.name(), rule.title(), rule.article(), severity, rule.subject(), rule.remedy(), on);
    }
}
