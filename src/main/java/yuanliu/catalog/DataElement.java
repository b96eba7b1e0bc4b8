package yuanliu.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// A standard data element (数据元), ISO/IEC 11179.
public record DataElement(
        String code,
        String name,
        List<String> synonyms,
        @Nullable String identifier,
        @Nullable String subject,
        @Nullable String dataType,
        @Nullable String format,
        @Nullable String codeList,
        @Nullable String standard,
        @Nullable Boolean identifying,
        @Nullable String definition)
        implements Entity {

    /// Reads what a statement projects as `thing {.*}`.
    public static DataElement from(Value projection) {
        var of = new Projection(projection);
        return new DataElement(
                of.text("code"),
                of.text("name"),
                of.texts("synonyms"),
                of.textOrNull("identifier"),
                of.textOrNull("subject"),
                of.textOrNull("dataType"),
                of.textOrNull("format"),
                of.textOrNull("codeList"),
                of.textOrNull("standard"),
                of.flagOrNull("identifying"),
                of.textOrNull("definition"));
    }
}
