package yuanliu.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// A catalogue entry (数据资源, 目录条目).
public record DataResource(
        String code,
        String name,
        List<String> catalogueCodes,
        @Nullable String resourceClass,
        @Nullable String library,
        @Nullable String subject,
        @Nullable String summary,
        @Nullable String format,
        @Nullable String sharing,
        @Nullable String condition,
        @Nullable String notSharedBasis,
        @Nullable String basisRank,
        @Nullable String sharingMethod,
        @Nullable Boolean open,
        @Nullable String openCondition,
        @Nullable String cycle,
        @Nullable LocalDate published,
        @Nullable LocalDate updated,
        @Nullable String grade,
        @Nullable String population,
        @Nullable String exemption,
        @Nullable String status)
        implements Asset {

    /// Reads what a statement projects as `thing {.*}`.
    public static DataResource from(Value projection) {
        var of = new Projection(projection);
        return new DataResource(
                of.text("code"),
                of.text("name"),
                of.texts("catalogueCodes"),
                of.textOrNull("class"),
                of.textOrNull("library"),
                of.textOrNull("subject"),
                of.textOrNull("summary"),
                of.textOrNull("format"),
                of.textOrNull("sharing"),
                of.textOrNull("condition"),
                of.textOrNull("notSharedBasis"),
                of.textOrNull("basisRank"),
                of.textOrNull("sharingMethod"),
                of.flagOrNull("open"),
                of.textOrNull("openCondition"),
                of.textOrNull("cycle"),
                of.dateOrNull("published"),
                of.dateOrNull("updated"),
                of.textOrNull("grade"),
                of.textOrNull("population"),
                of.textOrNull("exemption"),
                of.textOrNull("status"));
    }
}
