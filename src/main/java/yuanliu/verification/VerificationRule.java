package yuanliu.verification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Asset;
import yuanliu.catalog.Department;
import yuanliu.catalog.Kind;
import yuanliu.catalog.Projection;

/// Against whom the source of a unit is held, by what measure, how often, and how much may differ (校核规则).
///
/// @param unitKey    the unit's key: rules stay when a unit goes and comes again
/// @param department whose data it is held against
/// @param against    the very field, resource or system of theirs, where it says so
/// @param days       how far dates may be apart; only of DATE_WITHIN
/// @param text       the rule in words
/// @param tolerance  the share of what was compared that may disagree, 0 to 1
/// @param validUntil the first day on which it holds no more
/// @param version    how many steps were taken in it
/// @param lastRun    the last one that counts, by its day; null when there was none
/// @param asOf       the day on which it is looked at
record VerificationRule(
        String code,
        String key,
        String unitKey,
        String unitCode,
        Department department,
        @Nullable Asset against,
        Comparison comparison,
        @Nullable Integer days,
        String text,
        Rhythm rhythm,
        double tolerance,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable String basis,
        long version,
        @Nullable VerificationRun lastRun,
        LocalDate asOf) {

    /// Reads what a statement projects as `rule {.*, department, against: {.*, kind}, lastRun}`.
    static VerificationRule from(Value projection, LocalDate asOf) {
        var of = new Projection(projection);
        var days = of.numberOrNull("days");
        var against = projection.get("against");
        var last = projection.get("lastRun");
        return new VerificationRule(
                of.text("code"),
                of.text("key"),
                of.text("unitKey"),
                of.text("unitCode"),
                Department.from(projection.get("department")),
                against.isNull() ? null : (Asset) Kind.readAny(against),
                Comparison.valueOf(of.text("comparison")),
                days == null ? null : Math.toIntExact(days),
                of.text("text"),
                Rhythm.valueOf(of.text("rhythm")),
                projection.get("tolerance").asDouble(),
                projection.get("validFrom").asLocalDate(),
                of.dateOrNull("validUntil"),
                of.textOrNull("basis"),
                projection.get("version").asLong(),
                last.isNull() ? null : VerificationRun.from(last),
                asOf);
    }

    public boolean inForce() {
        return holdsOn(asOf);
    }

    boolean holdsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validUntil == null || day.isBefore(validUntil));
    }

    /// The last day on which the next run is in time.
    public LocalDate nextRunBy() {
        return rhythm.after(lastRun == null ? validFrom : lastRun.day());
    }

    public boolean overdue() {
        return inForce() && asOf.isAfter(nextRunBy());
    }

    /// Null as long as there is no rate.
    public @Nullable Boolean overTolerance() {
        var rate = lastRun == null ? null : lastRun.rate();
        return rate == null ? null : rate > tolerance;
    }

    /// What makes one rule another: with whom, and at which thing.
    boolean isOf(String departmentKey, @Nullable String againstCode) {
        return yuanliu.web.Codes.key(department.code()).equals(departmentKey)
                && java.util.Objects.equals(againstCode, against == null ? null : against.code());
    }
}
