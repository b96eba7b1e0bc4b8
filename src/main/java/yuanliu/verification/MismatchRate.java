package yuanliu.verification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// How much disagreed in a span of days, over all runs on these days.
///
/// @param from the first day
/// @param to   the last day
record MismatchRate(
        LocalDate from,
        LocalDate to,
        int runs,
        long compared,
        long differed,
        long missingAtSource,
        long missingAtOther) {

    static MismatchRate from(Record row, RatePeriod by) {
        var start = row.get("start").asLocalDate();
        return new MismatchRate(
                start,
                switch (by) {
                    case DAY -> start;
                    case MONTH -> start.plusMonths(1).minusDays(1);
                    case QUARTER -> start.plusMonths(3).minusDays(1);
                },
                row.get("runs").asInt(),
                row.get("compared").asLong(),
                row.get("differed").asLong(),
                row.get("missingAtSource").asLong(),
                row.get("missingAtOther").asLong());
    }

    /// The numerator.
    public long mismatched() {
        return differed + missingAtSource + missingAtOther;
    }

    /// Null when nothing was compared.
    public @Nullable Double rate() {
        return compared == 0 ? null : (double) mismatched() / compared;
    }
}
