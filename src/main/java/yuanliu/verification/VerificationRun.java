package yuanliu.verification;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;

/// One time the source was held against the other, and how often they disagreed (一次校核).
///
/// @param id              as whoever compared calls it; unique within its rule
/// @param compared        objects that were looked at, also those found on one side only
/// @param differed        of these, found on both sides with something else
/// @param missingAtSource of these, found at the other only
/// @param missingAtOther  of these, found at the source only
/// @param withdrawnAt     when it was taken back, and counts no more
record VerificationRun(
        String id,
        String ruleKey,
        String ruleCode,
        LocalDate day,
        long compared,
        long differed,
        long missingAtSource,
        long missingAtOther,
        List<Share> breakdown,
        String by,
        @Nullable String document,
        OffsetDateTime filedAt,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnFor) {

    VerificationRun {
        breakdown = List.copyOf(breakdown);
    }

    /// Some of those that disagree, by a class of the asker's own.
    record Share(String name, long count) {}

    /// Reads what a statement projects as `run {.*}`.
    static VerificationRun from(Value projection) {
        var of = new Projection(projection);
        var names = of.texts("breakdownNames");
        var counts = projection.get("breakdownCounts");
        var breakdown = new ArrayList<Share>();
        for (int i = 0; i < names.size(); i++) {
            breakdown.add(new Share(names.get(i), counts.get(i).asLong()));
        }
        return new VerificationRun(
                of.text("id"),
                of.text("ruleKey"),
                of.text("ruleCode"),
                projection.get("day").asLocalDate(),
                projection.get("compared").asLong(),
                projection.get("differed").asLong(),
                projection.get("missingAtSource").asLong(),
                projection.get("missingAtOther").asLong(),
                breakdown,
                of.text("by"),
                of.textOrNull("document"),
                projection.get("filedAt").asOffsetDateTime(),
                moment(projection.get("withdrawnAt")),
                of.textOrNull("withdrawnBy"),
                of.textOrNull("withdrawnFor"));
    }

    private static @Nullable OffsetDateTime moment(Value value) {
        return value.isNull() ? null : value.asOffsetDateTime();
    }

    public long mismatched() {
        return differed + missingAtSource + missingAtOther;
    }

    /// The share of what was compared that disagrees; null when nothing was compared.
    public @Nullable Double rate() {
        return compared == 0 ? null : (double) mismatched() / compared;
    }
}
