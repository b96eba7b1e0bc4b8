package yuanliu.catalog;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// An information system (信息系统).
public record InformationSystem(
        String code,
        String name,
        @Nullable String level,
        @Nullable Boolean vertical,
        @Nullable String network,
        @Nullable String status)
        implements Asset {

    /// Reads what a statement projects as `thing {.*}`.
    public static InformationSystem from(Value projection) {
        var of = new Projection(projection);
        return new InformationSystem(
                of.text("code"),
                of.text("name"),
                of.textOrNull("level"),
                of.flagOrNull("vertical"),
                of.textOrNull("network"),
                of.textOrNull("status"));
    }
}
