package yuanliu.impact;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Kind;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;

/// Which of the things that are hit; what is null does not narrow.
record ImpactFilter(
        @Nullable List<Kind> kinds,
        @Nullable List<Severity> severities,
        @Nullable String department) {

    static final ImpactFilter ALL = new ImpactFilter(null, null, null);

    private static final Set<Kind> LISTED =
            EnumSet.of(Kind.DATA_FIELD, Kind.DATA_RESOURCE, Kind.FORM, Kind.INFORMATION_SYSTEM);

    /// @throws BadRequest when it asks for what this list never has
    void check() {
        if (kinds != null && !LISTED.containsAll(kinds)) {
            throw new BadRequest("assets 只列信息项、数据资源、表单、信息系统,受影响的部门见 departments");
        }
    }

    boolean takes(AssetHit hit) {
        return (kinds == null || kinds.contains(hit.kind()))
                && (severities == null || severities.contains(hit.severity()))
                && (department == null || Codes.key(department).equals(hit.department()));
    }
}
