package yuanliu.duplicates;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// That a finding was opened again after it had been closed.
///
/// @param closing  the last before that; null when the graph tells of none
/// @param opening  the latest
/// @param times    how often it was opened again in all
/// @param sequence of the opening among all steps
record Recurrence(
        DuplicateFinding finding, @Nullable FindingStep closing, FindingStep opening, int times, long sequence) {

    static Recurrence from(Value row) {
        return new Recurrence(
                DuplicateFinding.from(row.get("finding")),
                row.get("closed").isNull() ? null : FindingStep.from(row.get("closed")),
                FindingStep.from(row.get("opened")),
                row.get("times").asInt(),
                row.get("opened").get("sequence").asLong());
    }
}
