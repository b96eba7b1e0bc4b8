package yuanliu.catalog;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// Which catalogue entries; what is null does not narrow.
record DataResourceFilter(
        @Nullable String department,
        @Nullable String region,
        @Nullable String system,
        @Nullable String library,
        @Nullable String resourceClass,
        @Nullable String sharing,
        @Nullable Boolean open,
        @Nullable String status,
        @Nullable String nameContains,
        @Nullable String element) {

    static final DataResourceFilter ALL =
            new DataResourceFilter(null, null, null, null, null, null, null, null, null, null);

    /// Whether it names a node from which the entries can be walked to.
    boolean anchored() {
        return department != null || region != null || system != null || element != null;
    }

    /// Null is a value that Neo4j takes, which the signature of its client does not say.
    @SuppressWarnings("NullAway")
    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        if (anchored()) {
            parameters.put("department", Codes.keyOrNull(department));
            parameters.put("region", Codes.keyOrNull(region));
            parameters.put("system", Codes.keyOrNull(system));
            parameters.put("element", Codes.keyOrNull(element));
        }
        parameters.put("library", library);
        parameters.put("resourceClass", resourceClass);
        parameters.put("sharing", sharing);
        parameters.put("open", open);
        parameters.put("status", status);
        parameters.put("nameContains", nameContains);
        return parameters;
    }
}
