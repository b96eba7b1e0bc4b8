package yuanliu.duplicates;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;

/// One thing that became of a finding: who did what, when and why.
///
/// @param from     null at the beginning
/// @param by       a person's or office's name as they gave it; null when a run did it
/// @param document the number of the paper that says so
/// @param exemptBasis on what an exemption rests that was granted with this step
/// @param exemptUntil the day from which it holds no more
record FindingStep(
        long number,
        OffsetDateTime at,
        @Nullable FindingState from,
        FindingState to,
        @Nullable String by,
        @Nullable String reason,
        @Nullable String document,
        @Nullable String exemptBasis,
        @Nullable LocalDate exemptUntil) {

    /// Reads what a statement projects as `step {.*}`.
    static FindingStep from(Value projection) {
        var of = new Projection(projection);
        var from = of.textOrNull("from");
        return new FindingStep(
                projection.get("number").asLong(),
                projection.get("at").asOffsetDateTime(),
                from == null ? null : FindingState.valueOf(from),
                FindingState.valueOf(of.text("to")),
                of.textOrNull("by"),
                of.textOrNull("reason"),
                of.textOrNull("document"),
                of.textOrNull("exemptBasis"),
                of.dateOrNull("exemptUntil"));
    }
}
