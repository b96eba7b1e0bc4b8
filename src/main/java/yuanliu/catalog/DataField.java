package yuanliu.catalog;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// A data item of a resource, or a field of a form (信息项, 填报项).
public record DataField(
        String code,
        String name,
        @Nullable Long ordinal,
        @Nullable String physicalName,
        @Nullable String dataType,
        @Nullable String length,
        @Nullable String subject,
        @Nullable String qualifier,
        @Nullable AcquisitionMode acquisition,
        @Nullable String sharing,
        @Nullable Boolean open,
        @Nullable String codeList,
        @Nullable String sensitivity,
        @Nullable String description,
        @Nullable Boolean required)
        implements Asset {

    /// Reads what a statement projects as `thing {.*}`.
    public static DataField from(Value projection) {
        var of = new Projection(projection);
        return new DataField(
                of.text("code"),
                of.text("name"),
                of.numberOrNull("ordinal"),
                of.textOrNull("physicalName"),
                of.textOrNull("dataType"),
                of.textOrNull("length"),
                of.textOrNull("subject"),
                of.textOrNull("qualifier"),
                AcquisitionMode.ofWord(of.textOrNull("acquisition")),
                of.textOrNull("sharing"),
                of.flagOrNull("open"),
                of.textOrNull("codeList"),
                of.textOrNull("sensitivity"),
                of.textOrNull("description"),
                of.flagOrNull("required"));
    }
}
