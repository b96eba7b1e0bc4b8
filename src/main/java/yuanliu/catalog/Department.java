package yuanliu.catalog;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// A government department (政务部门).
public record Department(
        String code,
        String name,
        @Nullable String shortName,
        @Nullable String uscc,
        @Nullable String level,
        @Nullable Boolean dataAuthority,
        @Nullable String status,
        @Nullable String office)
        implements Asset {

    /// Reads what a statement projects as `thing {.*}`.
    public static Department from(Value projection) {
        var of = new Projection(projection);
        return new Department(
                of.text("code"),
                of.text("name"),
                of.textOrNull("shortName"),
                of.textOrNull("uscc"),
                of.textOrNull("level"),
                of.flagOrNull("dataAuthority"),
                of.textOrNull("status"),
                of.textOrNull("office"));
    }
}
