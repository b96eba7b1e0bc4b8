package yuanliu.standards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;

/// All that a data element sets of what its values look like; lengths as in [FieldShape].
///
/// @param dataType as filed: 字符型 with a format of digits is kept as either
/// @param baseType what its format is in kind
public record ElementShape(
        String name,
        List<String> synonyms,
        @Nullable String dataType,
        @Nullable String baseType,
        @Nullable Long minLength,
        @Nullable Long maxLength,
        @Nullable Long scale,
        @Nullable String codeList) {

    /// Reads what a statement projects as `element {.*}`.
    public static ElementShape from(Value projection) {
        var of = new Projection(projection);
        return new ElementShape(
                of.text("name"),
                of.texts("synonyms"),
                of.textOrNull("dataType"),
                of.textOrNull("baseType"),
                of.numberOrNull("minLength"),
                of.numberOrNull("maxLength"),
                of.numberOrNull("scale"),
                of.textOrNull("codeList"));
    }
}
