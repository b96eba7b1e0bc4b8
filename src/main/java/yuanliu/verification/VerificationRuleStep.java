package yuanliu.verification;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;

/// What was once done to a rule, and what it said from then on. No step is ever taken away.
record VerificationRuleStep(
        long number,
        OffsetDateTime at,
        Action action,
        String by,
        @Nullable String reason,
        @Nullable String document,
        Comparison comparison,
        @Nullable Integer days,
        String text,
        Rhythm rhythm,
        double tolerance,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable String basis) {

    enum Action {
        SET,
        CHANGE,
        END
    }

    /// Reads what a statement projects as `step {.*}`.
    static VerificationRuleStep from(Value projection) {
        var of = new Projection(projection);
        var days = of.numberOrNull("days");
        return new VerificationRuleStep(
                projection.get("number").asLong(),
                projection.get("at").asOffsetDateTime(),
                Action.valueOf(of.text("action")),
                of.text("by"),
                of.textOrNull("reason"),
                of.textOrNull("document"),
                Comparison.valueOf(of.text("comparison")),
                days == null ? null : Math.toIntExact(days),
                of.text("text"),
                Rhythm.valueOf(of.text("rhythm")),
                projection.get("tolerance").asDouble(),
                projection.get("validFrom").asLocalDate(),
                of.dateOrNull("validUntil"),
                of.textOrNull("basis"));
    }
}
