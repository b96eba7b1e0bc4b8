package yuanliu.lineage;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;
import yuanliu.web.Today;

/// What a row of lineage says, or said, and who says so: how, when, how surely, and on what evidence.
///
/// @param version the how-manieth statement of the row it is, from 1
/// @param person  who decided it; null when it was filed
/// @param filing  the filing that brought it, null when a person asserted it
/// @param row     its row there
public record Provenance(
        long version,
        Act act,
        Assertion assertedBy,
        @Nullable Double confidence,
        @Nullable String rule,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String person,
        @Nullable String reason,
        @Nullable String evidence,
        @Nullable String filing,
        @Nullable Integer row,
        @Nullable OffsetDateTime at) {

    static Provenance from(Value projection) {
        var of = new Projection(projection);
        var version = of.numberOrNull("version");
        var row = of.numberOrNull("row");
        var at = projection.get("at");
        return new Provenance(
                version == null ? 1 : version,
                Act.ofWord(of.textOrNull("act")),
                Assertion.ofWord(of.textOrNull("assertedBy")),
                of.fractionOrNull("confidence"),
                of.textOrNull("rule"),
                of.dateOrNull("validFrom"),
                of.dateOrNull("validTo"),
                of.textOrNull("by"),
                of.textOrNull("reason"),
                of.textOrNull("evidence"),
                of.textOrNull("batch"),
                row == null ? null : Math.toIntExact(row),
                at.isNull()
                        ? null
                        : at.asZonedDateTime().withZoneSameInstant(Today.ZONE).toOffsetDateTime());
    }
}
