package yuanliu.impact;

import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Asset;

/// Something that is hit, how hard, and why.
///
/// @param department the key of who answers for it
public record ImpactedAsset(
        Asset asset,
        int hop,
        Severity severity,
        String reason,
        @Nullable Asset alternative,
        @Nullable String department) {}
