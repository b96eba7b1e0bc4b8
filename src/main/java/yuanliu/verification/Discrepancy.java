package yuanliu.verification;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;

/// That the source and another do not agree on one object (差异). The object is named by an opaque reference of whoever
/// compared; neither value is known here.
///
/// @param state      on the day that was asked for; so are the settlement and the objection
/// @param since      from when it is in that state
/// @param objection  the code of the objection that it is in, or was settled by
record Discrepancy(
        String code,
        String ruleKey,
        String unitKey,
        String reference,
        DiscrepancyKind kind,
        LocalDate foundOn,
        OffsetDateTime filedAt,
        String filedBy,
        @Nullable String run,
        @Nullable String note,
        DiscrepancyState state,
        LocalDate since,
        @Nullable Settlement settlement,
        @Nullable String objection) {

    /// Reads what a statement projects as `discrepancy {.*, …}`.
    static Discrepancy from(Value projection) {
        var of = new Projection(projection);
        var settlement = of.textOrNull("settlement");
        return new Discrepancy(
                of.text("code"),
                of.text("ruleKey"),
                of.text("unitKey"),
                of.text("reference"),
                DiscrepancyKind.valueOf(of.text("kind")),
                projection.get("foundOn").asLocalDate(),
                projection.get("filedAt").asOffsetDateTime(),
                of.text("filedBy"),
                of.textOrNull("run"),
                of.textOrNull("note"),
                DiscrepancyState.valueOf(of.text("state")),
                projection.get("since").asLocalDate(),
                settlement == null ? null : Settlement.valueOf(settlement),
                of.textOrNull("objection"));
    }
}
