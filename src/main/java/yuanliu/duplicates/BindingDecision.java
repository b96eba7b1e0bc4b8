package yuanliu.duplicates;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.DataElement;
import yuanliu.catalog.Projection;
import yuanliu.duplicates.understanding.Signal;

/// One thing that somebody decided of what a field is.
///
/// @param by         a person's or office's name as they gave it
/// @param document   the number of the paper that says so
/// @param confidence of the machine when they decided; 1 where it had not proposed this
/// @param signals    the evidence that they had before their eyes
/// @param current    whether nobody decided otherwise since
record BindingDecision(
        long number,
        OffsetDateTime at,
        boolean confirmed,
        DataElement element,
        @Nullable String subject,
        @Nullable String qualifier,
        String by,
        String reason,
        @Nullable String document,
        double confidence,
        List<Signal> signals,
        boolean current) {

    /// Reads what a statement projects as `decision {.*, decided: element {.*}}`.
    static BindingDecision from(Value projection) {
        var of = new Projection(projection);
        return new BindingDecision(
                projection.get("number").asLong(),
                projection.get("at").asOffsetDateTime(),
                projection.get("confirmed").asBoolean(),
                DataElement.from(projection.get("decided")),
                of.textOrNull("subject"),
                of.textOrNull("qualifier"),
                of.text("by"),
                of.text("reason"),
                of.textOrNull("document"),
                projection.get("confidence").asDouble(),
                DuplicateFinding.read(of.textOrNull("signals")),
                projection.get("current").asBoolean());
    }
}
