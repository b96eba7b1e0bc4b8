package yuanliu.checks;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.checks.rules.CheckSeverity;

/// Which checks of the regulation.
///
/// @param about code of the entry, agreement, department, system or unit
record ComplianceCheckFilter(
        @Nullable List<String> rules,
        @Nullable List<CheckSeverity> severities,
        @Nullable List<CheckState> states,
        @Nullable String department,
        @Nullable String region,
        @Nullable String about,
        @Nullable LocalDate asOf) {

    static ChecksAsked asked(@Nullable ComplianceCheckFilter filter) {
        return filter == null
                ? new ChecksAsked(false, null, null, null, null, null, null, null, null)
                : new ChecksAsked(
                        false,
                        filter.rules,
                        filter.severities,
                        filter.states,
                        filter.department,
                        filter.region,
                        null,
                        filter.about,
                        filter.asOf);
    }
}
