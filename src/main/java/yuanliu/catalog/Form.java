package yuanliu.catalog;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// A collection form or return (表单, 报表).
public record Form(
        String code,
        String name,
        @Nullable String respondent,
        @Nullable String frequency,
        @Nullable Long submissionsPerYear,
        @Nullable String exemption)
        implements Asset {

    /// Reads what a statement projects as `thing {.*}`.
    public static Form from(Value projection) {
        var of = new Projection(projection);
        return new Form(
                of.text("code"),
                of.text("name"),
                of.textOrNull("respondent"),
                of.textOrNull("frequency"),
                of.numberOrNull("submissionsPerYear"),
                of.textOrNull("exemption"));
    }
}
