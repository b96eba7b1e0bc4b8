package yuanliu.ownership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;

/// Which units; what is not said does not narrow.
///
/// @param region code of the region that is the scope itself
/// @param within code of the region that is the scope, or in which it lies
public record SourceUnitFilter(
        @Nullable List<SourceState> states,
        @Nullable String department,
        @Nullable String element,
        @Nullable String subject,
        @Nullable String qualifier,
        @Nullable String region,
        @Nullable String within,
        @Nullable Boolean scoped,
        @Nullable String nameContains,
        @Nullable Integer minCollectors) {

    static final SourceUnitFilter ALL =
            new SourceUnitFilter(null, null, null, null, null, null, null, null, null, null);

    /// @throws BadRequest when it asks for what cannot be
    void check() {
        if (minCollectors != null && minCollectors < 0) {
            throw new BadRequest("参数 minCollectors 不应小于 0,收到 " + minCollectors);
        }
    }
}
