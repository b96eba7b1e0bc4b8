package yuanliu.sharing;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// That somebody uses a resource by an agreement, all of them known by their keys.
///
/// @param calls how often so far; 0 when nobody counted
public record Use(
        String resource,
        String agreement,
        long calls,
        String consumer,
        @Nullable String system) {

    static Use from(Record row) {
        var agreement = row.get("agreement");
        return new Use(
                row.get("resource").asString(),
                agreement.get("key").asString(),
                agreement.get("calls").asLong(0),
                row.get("consumer").asString(),
                row.get("system").asString(null));
    }
}
