package yuanliu.verification;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;

/// What became of a discrepancy, step by step.
record DiscrepancyStep(
        OffsetDateTime at,
        DiscrepancyState to,
        @Nullable Settlement settlement,
        String by,
        @Nullable String reason,
        @Nullable String document,
        @Nullable String objection) {

    /// Reads what a statement projects as `step {.*}`.
    static DiscrepancyStep from(Value projection) {
        var of = new Projection(projection);
        var settlement = of.textOrNull("settlement");
        return new DiscrepancyStep(
                projection.get("at").asOffsetDateTime(),
                DiscrepancyState.valueOf(of.text("to")),
                settlement == null ? null : Settlement.valueOf(settlement),
                of.text("by"),
                of.textOrNull("reason"),
                of.textOrNull("document"),
                of.textOrNull("objection"));
    }
}
