package yuanliu.checks;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;

/// One thing that became of a check: who did what, when and why.
///
/// @param from null at the beginning
/// @param by   a person's or office's name as they gave it; null when a run did it
record CheckStep(
        long number,
        OffsetDateTime at,
        @Nullable CheckState from,
        CheckState to,
        @Nullable String by,
        String reason,
        @Nullable String basis,
        @Nullable LocalDate until) {

    /// Reads what a statement projects as `step {.*}`.
    static CheckStep from(Value projection) {
        var of = new Projection(projection);
        var from = of.textOrNull("from");
        return new CheckStep(
                projection.get("number").asLong(),
                projection.get("at").asOffsetDateTime(),
                from == null ? null : CheckState.valueOf(from),
                CheckState.valueOf(of.text("to")),
                of.textOrNull("by"),
                of.text("reason"),
                of.textOrNull("basis"),
                of.dateOrNull("until"));
    }
}
