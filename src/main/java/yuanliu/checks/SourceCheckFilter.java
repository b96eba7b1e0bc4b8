package yuanliu.checks;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.checks.rules.CheckSeverity;

/// Which checks of the ledger.
///
/// @param unit code of the unit
record SourceCheckFilter(
        @Nullable List<String> rules,
        @Nullable List<CheckSeverity> severities,
        @Nullable List<CheckState> states,
        @Nullable String department,
        @Nullable String region,
        @Nullable String element,
        @Nullable String unit,
        @Nullable LocalDate asOf) {

    static ChecksAsked asked(@Nullable SourceCheckFilter filter) {
        return filter == null
                ? new ChecksAsked(true, null, null, null, null, null, null, null, null)
                : new ChecksAsked(
                        true,
                        filter.rules,
                        filter.severities,
                        filter.states,
                        filter.department,
                        filter.region,
                        filter.element,
                        filter.unit,
                        filter.asOf);
    }
}
