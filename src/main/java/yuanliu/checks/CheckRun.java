package yuanliu.checks;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;

/// One look at the whole graph with every rule.
///
/// @param day         for which it judged
/// @param evaluations how often a rule looked at a thing
/// @param checks      how many things do not keep to a rule, one for each rule
/// @param added       how many of them were never found before
/// @param recurred    how many had been mended
/// @param mended      how many are found no more
/// @param rules       the version of the rules and of what they leave open
/// @param message     why it failed, in Chinese
record CheckRun(
        String code,
        long sequence,
        State state,
        Trigger trigger,
        LocalDate day,
        double progress,
        long evaluations,
        long checks,
        long added,
        long recurred,
        long mended,
        @Nullable String rules,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt,
        @Nullable String message) {

    enum State {
        RUNNING,
        FINISHED,
        FAILED
    }

    /// What set it off.
    enum Trigger {
        FILING,
        DECISION,
        DEMAND,
        SCHEDULE
    }

    /// Reads what a statement projects as `run {.*}`.
    static CheckRun from(Value projection) {
        var of = new Projection(projection);
        return new CheckRun(
                of.text("code"),
                projection.get("sequence").asLong(),
                State.valueOf(of.text("state")),
                Trigger.valueOf(of.text("trigger")),
                projection.get("day").asLocalDate(),
                projection.get("progress").asDouble(0),
                projection.get("evaluations").asLong(0),
                projection.get("checks").asLong(0),
                projection.get("added").asLong(0),
                projection.get("recurred").asLong(0),
                projection.get("mended").asLong(0),
                of.textOrNull("rules"),
                projection.get("startedAt").asOffsetDateTime(),
                projection.get("finishedAt").isNull()
                        ? null
                        : projection.get("finishedAt").asOffsetDateTime(),
                of.textOrNull("message"));
    }
}
