package yuanliu.duplicates.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;

/// A data element, as far as it is needed to understand fields.
///
/// @param identifying whether records are found by it; null when the register does not say
public record Element(
        String key,
        String code,
        String name,
        List<String> synonyms,
        @Nullable String identifier,
        @Nullable String subject,
        @Nullable String codeList,
        @Nullable String baseType,
        @Nullable Long maxLength,
        @Nullable Boolean identifying,
        @Nullable String definition) {

    public Element {
        synonyms = List.copyOf(synonyms);
    }

    /// Reads what a statement projects as `element {.*}`.
    public static Element from(Value projection) {
        var of = new Projection(projection);
        return new Element(
                of.text("key"),
                of.text("code"),
                of.text("name"),
                of.texts("synonyms"),
                of.textOrNull("identifier"),
                of.textOrNull("subject"),
                of.textOrNull("codeList"),
                of.textOrNull("baseType"),
                of.numberOrNull("maxLength"),
                of.flagOrNull("identifying"),
                of.textOrNull("definition"));
    }
}
