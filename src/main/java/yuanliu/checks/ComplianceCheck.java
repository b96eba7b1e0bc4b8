package yuanliu.checks;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;
import yuanliu.checks.rules.CheckSeverity;
import yuanliu.checks.rules.Evidence;
import yuanliu.web.Cursor;

/// That an entry, an agreement, a department, a system or a unit does not keep to the regulation.
///
/// @param sentence    what is wrong, in Chinese
/// @param exceptUntil the day from which an exception holds no more
/// @param version     how often anything became of it: who changes it says which version they saw
/// @param mendedAt    when a run did not find it any more; null while it is there
public record ComplianceCheck(
        String code,
        String name,
        CheckRule rule,
        CheckSeverity severity,
        CheckState state,
        String sentence,
        List<Evidence> evidence,
        String remedy,
        String aboutLabel,
        String aboutKey,
        @Nullable String exceptReason,
        @Nullable String exceptBasis,
        @Nullable LocalDate exceptUntil,
        long version,
        OffsetDateTime firstSeen,
        @Nullable OffsetDateTime mendedAt)
        implements Check {

    public ComplianceCheck {
        evidence = List.copyOf(evidence);
    }

    /// Where it stands in a list: the heaviest first, then by rule and code.
    public Cursor place() {
        return Cursor.at(severity.ordinal(), rule.code(), code);
    }

    /// What it rests on, in Chinese.
    public List<String> grounds() {
        return evidence.stream().map(Evidence::sentence).toList();
    }

    static ComplianceCheck of(Value projection) {
        var of = new Projection(projection);
        var rule = Check.rule(of);
        return new ComplianceCheck(
                of.text("code"),
                of.text("name"),
                rule,
                rule.severity(),
                CheckState.valueOf(of.text("state")),
                of.text("sentence"),
                Check.evidence(of),
                of.text("remedy"),
                of.text("aboutLabel"),
                of.text("aboutKey"),
                of.textOrNull("exceptReason"),
                of.textOrNull("exceptBasis"),
                of.dateOrNull("exceptUntil"),
                projection.get("version").asLong(),
                projection.get("firstSeen").asOffsetDateTime(),
                projection.get("mendedAt").isNull()
                        ? null
                        : projection.get("mendedAt").asOffsetDateTime());
    }
}
