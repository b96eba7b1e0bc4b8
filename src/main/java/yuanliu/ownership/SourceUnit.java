package yuanliu.ownership;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.DataElement;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Projection;
import yuanliu.catalog.Region;

/// The unit of 一数一源 (数源单元): one element, of one kind of subject, in one part, within one scope.
///
/// @param regionKey the scope as designated, when it has one; the region itself is null as long as it is not filed
public record SourceUnit(
        String code,
        String name,
        String key,
        DataElement element,
        @Nullable String subject,
        @Nullable String qualifier,
        @Nullable Region region,
        @Nullable String regionKey)
        implements Entity {

    /// Reads what a statement projects as `unit {.*, element, region}`. Its name follows the element's and the
    /// region's.
    public static SourceUnit from(Value projection) {
        var of = new Projection(projection);
        var element = DataElement.from(projection.get("element"));
        var region = projection.get("region").isNull() ? null : Region.from(projection.get("region"));
        var subject = of.textOrNull("subject");
        var qualifier = of.textOrNull("qualifier");
        var regionKey = of.textOrNull("regionKey");
        return new SourceUnit(
                of.text("code"),
                Unit.nameOf(subject, element.name(), qualifier, region == null ? regionKey : region.name()),
                of.text("key"),
                element,
                subject,
                qualifier,
                region,
                regionKey);
    }

    /// The key of the unit that its holders hang on: the one without scope.
    public String heldAs() {
        return regionKey == null ? key : key.substring(0, key.length() - regionKey.length() - 1);
    }
}
