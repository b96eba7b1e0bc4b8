package yuanliu.standards;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// Of which fields conformance is asked; what is null does not narrow.
///
/// @param region its sub-regions belong to it
record ConformanceScope(
        @Nullable String department,
        @Nullable String region,
        @Nullable String resource,
        @Nullable String element) {

    static final ConformanceScope ALL = new ConformanceScope(null, null, null, null);

    /// As codes are found.
    ConformanceScope {
        department = Codes.keyOrNull(department);
        region = Codes.keyOrNull(region);
        resource = Codes.keyOrNull(resource);
        element = Codes.keyOrNull(element);
    }

    /// Whether it names a node from which the fields can be walked to.
    boolean anchored() {
        return department != null || region != null || resource != null || element != null;
    }

    /// Null is a value that Neo4j takes, which the signature of its client does not say.
    @SuppressWarnings("NullAway")
    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        if (anchored()) {
            parameters.put("department", department);
            parameters.put("region", region);
            parameters.put("resource", resource);
            parameters.put("element", element);
        }
        return parameters;
    }
}
