package yuanliu.duplicates;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;

/// One run of the detection.
///
/// @param progress 0 to 1
/// @param units    how many units were looked at
/// @param findings how many findings there are in what was looked at
/// @param added    how many of them were never found before
/// @param recurred how many had been closed
/// @param gone     how many are found no more
/// @param message  why it failed, in Chinese
record DetectionRun(
        String code,
        long sequence,
        State state,
        Trigger trigger,
        Scope scope,
        double progress,
        long units,
        long findings,
        long added,
        long recurred,
        long gone,
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
        SCHEDULE;

        /// Whether it is enough to look at what has changed.
        boolean isOfWhatChanged() {
            return this == FILING || this == DECISION;
        }
    }

    /// What is looked at: everything, or what a filing has touched.
    enum Scope {
        WHOLE,
        TOUCHED
    }

    /// Reads what a statement projects as `run {.*}`.
    static DetectionRun from(Value projection) {
        var of = new Projection(projection);
        return new DetectionRun(
                of.text("code"),
                projection.get("sequence").asLong(),
                State.valueOf(of.text("state")),
                Trigger.valueOf(of.text("trigger")),
                Scope.valueOf(of.text("scope")),
                projection.get("progress").asDouble(0),
                projection.get("units").asLong(0),
                projection.get("findings").asLong(0),
                projection.get("added").asLong(0),
                projection.get("recurred").asLong(0),
                projection.get("gone").asLong(0),
                of.textOrNull("rules"),
                projection.get("startedAt").asOffsetDateTime(),
                projection.get("finishedAt").isNull()
                        ? null
                        : projection.get("finishedAt").asOffsetDateTime(),
                of.textOrNull("message"));
    }
}
