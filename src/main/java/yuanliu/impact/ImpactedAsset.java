package yuanliu.impact;

import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Asset;

/// Something that is hit, how hard, and why.
public record ImpactedAsset(
        Asset asset,
        int hop,
        Severity severity,
        String reason,
        @Nullable Asset alternative) {}
