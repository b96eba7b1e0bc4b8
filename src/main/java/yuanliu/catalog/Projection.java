package yuanliu.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// Reads the properties of a projected node, the absent ones as null or empty.
public record Projection(Value value) {

    public String text(String property) {
        return value.get(property).asString();
    }

    public @Nullable String textOrNull(String property) {
        var found = value.get(property);
        return found.isNull() ? null : found.asString();
    }

    public @Nullable Boolean flagOrNull(String property) {
        var found = value.get(property);
        return found.isNull() ? null : found.asBoolean();
    }

    public @Nullable LocalDate dateOrNull(String property) {
        var found = value.get(property);
        return found.isNull() ? null : found.asLocalDate();
    }

    public @Nullable Long numberOrNull(String property) {
        var found = value.get(property);
        return found.isNull() ? null : found.asLong();
    }

    public @Nullable Double fractionOrNull(String property) {
        var found = value.get(property);
        return found.isNull() ? null : found.asDouble();
    }

    public List<String> texts(String property) {
        var found = value.get(property);
        return found.isNull() ? List.of() : found.asList(Value::asString);
    }
}
