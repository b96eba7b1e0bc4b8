package yuanliu.lineage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.DataField;

/// Whether two fields come from the same.
///
/// @param common what both come from, nearest first; one of the two itself when the other comes from it
/// @param parts  where the two ways part: what both come from and nothing nearer does
record SameOrigin(
        DataField one,
        DataField other,
        LocalDate asOf,
        Verdict verdict,
        List<End> common,
        List<Divergence> parts,
        boolean recorded) {

    enum Verdict {
        COMMON,
        APART,
        UNKNOWN
    }

    /// @param toOne   null when it is that field itself
    /// @param toOther likewise
    record Divergence(
            DataField field,
            @Nullable LineagePath toOne,
            @Nullable LineagePath toOther) {}
}
