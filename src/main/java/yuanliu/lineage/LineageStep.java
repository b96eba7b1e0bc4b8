package yuanliu.lineage;

import java.time.LocalDate;
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

    static LineageStep of(Derivation row, Asset from, Asset to) {
        return new LineageStep(
                from,
                to,
                row.activity(),
                row.rule(),
                row.assertedBy(),
                row.confidence(),
                row.validFrom(),
                row.validTo());
    }
}
