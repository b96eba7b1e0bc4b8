package yuanliu.impact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.EntityRef;

/// The impact whose notices are issued, and who issues them.
record IssueNoticesInput(
        EntityRef of,
        ChangeKind change,
        @Nullable String cycle,
        @Nullable String sharing,
        @Nullable LocalDate asOf,
        String by) {}
