package yuanliu.catalog;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// An administrative division (行政区划), GB/T 2260.
public record Region(String code, String name, @Nullable String level) implements Entity {

    /// Reads what a statement projects as `thing {.*}`.
    public static Region from(Value projection) {
        var of = new Projection(projection);
        return new Region(of.text("code"), of.text("name"), of.textOrNull("level"));
    }
}
