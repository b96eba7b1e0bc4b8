package yuanliu.lineage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Asset;

/// One 血缘 row as it is shown, or several that lead through what is folded.
///
/// @param from       nearer the source
/// @param to         nearer the user
/// @param code       what the row is called; null when it is several
/// @param provenance who says so; null when it is several
/// @param through    the rows that it is, from the source to the user; empty when it is one
public record LineageStep(
        Asset from,
        Asset to,
        @Nullable Activity activity,
        @Nullable String rule,
        Assertion assertedBy,
        @Nullable Double confidence,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String code,
        @Nullable Provenance provenance,
        List<LineageStep> through) {

    public LineageStep {
        through = List.copyOf(through);
    }

    static LineageStep of(Derivation row, Asset from, Asset to, List<LineageStep> through) {
        return new LineageStep(
                from,
                to,
                row.activity(),
                row.rule(),
                row.assertedBy(),
                row.confidence(),
                row.validFrom(),
                row.validTo(),
                row.provenance() == null ? null : row.edge(),
                row.provenance(),
                through);
    }

    static LineageStep of(Derivation row, Asset from, Asset to) {
        return of(row, from, to, List.of());
    }
}
