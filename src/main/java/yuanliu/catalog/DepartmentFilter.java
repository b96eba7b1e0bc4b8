package yuanliu.catalog;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// Which departments; what is null does not narrow.
record DepartmentFilter(
        @Nullable String region,
        @Nullable String level,
        @Nullable String nameContains,
        @Nullable Boolean dataAuthority,
        @Nullable String status,
        @Nullable String parent,
        @Nullable String guidedBy) {

    static final DepartmentFilter ALL = new DepartmentFilter(null, null, null, null, null, null, null);

    /// Null is a value that Neo4j takes, which the signature of its client does not say.
    @SuppressWarnings("NullAway")
    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("region", Codes.keyOrNull(region));
        parameters.put("level", level);
        parameters.put("nameContains", nameContains);
        parameters.put("dataAuthority", dataAuthority);
        parameters.put("status", status);
        parameters.put("parent", Codes.keyOrNull(parent));
        parameters.put("guidedBy", Codes.keyOrNull(guidedBy));
        return parameters;
    }
}
