package yuanliu.standards;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;

/// All that a field says of what its values look like.
///
/// @param qualifier the part somebody plays in it (限定词), as filed or confirmed
/// @param baseType  a name of `DataFormat.BaseType`; null when the type as filed says nothing of it
/// @param minLength in characters or digits; null when only the most is said
/// @param maxLength in characters or digits; null when there is no bound or none is said
/// @param scale     digits behind the point; null when nothing is said of them
/// @param codeList  as filed
public record FieldShape(
        String name,
        @Nullable String qualifier,
        @Nullable String baseType,
        @Nullable Long minLength,
        @Nullable Long maxLength,
        @Nullable Long scale,
        @Nullable String codeList) {

    /// Reads a map of these names.
    public static FieldShape from(Value map) {
        var of = new Projection(map);
        return new FieldShape(
                of.text("name"),
                of.textOrNull("qualifier"),
                of.textOrNull("baseType"),
                of.numberOrNull("minLength"),
                of.numberOrNull("maxLength"),
                of.numberOrNull("scale"),
                of.textOrNull("codeList"));
    }
}
