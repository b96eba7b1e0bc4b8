package yuanliu.verification;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;

/// One step in an objection: who did what, when and why. No step is ever taken away.
///
/// @param at when it was told here
/// @param on the day on which it was done, which counts
record ObjectionStep(
        long number,
        OffsetDateTime at,
        LocalDate on,
        ObjectionAction action,
        @Nullable ObjectionState from,
        ObjectionState to,
        String by,
        @Nullable String reason,
        @Nullable String document,
        @Nullable ObjectionOutcome outcome,
        @Nullable Rating rating) {

    /// Reads what a statement projects as `step {.*}`.
    static ObjectionStep from(Value projection) {
        var of = new Projection(projection);
        var from = of.textOrNull("from");
        var outcome = of.textOrNull("outcome");
        var rating = of.textOrNull("rating");
        return new ObjectionStep(
                projection.get("number").asLong(),
                projection.get("at").asOffsetDateTime(),
                projection.get("on").asLocalDate(),
                ObjectionAction.valueOf(of.text("action")),
                from == null ? null : ObjectionState.valueOf(from),
                ObjectionState.valueOf(of.text("to")),
                of.text("by"),
                of.textOrNull("reason"),
                of.textOrNull("document"),
                outcome == null ? null : ObjectionOutcome.valueOf(outcome),
                rating == null ? null : Rating.valueOf(rating));
    }
}
