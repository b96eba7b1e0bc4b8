package yuanliu.lineage;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Asset;

/// One 血缘 row as it is shown.
///
/// @param from nearer the source
/// @param to   nearer the user
public record LineageStep(
        Asset from,
        Asset to,
        @Nullable Activity activity,
        @Nullable String rule,
        Assertion assertedBy,
        @Nullable Double confidence,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    static LineageStep of(Derivation row, Map<String, ? extends Asset> assets) {
        return new LineageStep(
                asset(assets, row.fromKey()),
                asset(assets, row.toKey()),
                row.activity(),
                row.rule(),
                row.assertedBy(),
                row.confidence(),
                row.validFrom(),
                row.validTo());
    }

    static Asset asset(Map<String, ? extends Asset> assets, String key) {
        var asset = assets.get(key);
        if (asset == null) {
            throw new IllegalStateException("The field " + key + " went while it was walked");
        }
        return asset;
    }
}
