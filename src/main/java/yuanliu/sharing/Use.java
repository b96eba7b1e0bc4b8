package yuanliu.sharing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// That somebody uses a resource by an agreement, all of them known by their keys.
///
/// @param calls   how often so far; 0 when nobody counted
/// @param missing what the agreement does not say of that which the regulation asks of a conditional one
public record Use(
        String resource,
        String agreement,
        long calls,
        String consumer,
        @Nullable String system,
        List<String> missing) {

    static Use from(Record row) {
        var agreement = row.get("agreement");
        return new Use(
                row.get("resource").asString(),
                agreement.get("key").asString(),
                agreement.get("calls").asLong(0),
                row.get("consumer").asString(),
                row.get("system").asString(null),
                row.get("missing").asList(Value::asString));
    }
}
