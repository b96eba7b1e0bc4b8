package yuanliu.impact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Entity;
import yuanliu.lineage.Completeness;

/// What and whom a change would hit.
///
/// @param cycle   the cycle to which it would be changed, as asked
/// @param sharing the class to which it would be restricted, as asked
/// @param asOf    the day whose derivations and agreements were followed
public record Impact(
        Entity of,
        ChangeKind change,
        @Nullable String cycle,
        @Nullable String sharing,
        LocalDate asOf,
        ImpactTotals totals,
        Completeness completeness,
        Reckoned reckoned) {

    /// What was reckoned, which only this capability looks into.
    public static final class Reckoned {

        private final Change change;
        private final Toll toll;
        private final List<DesignationHit> designations;

        Reckoned(Change change, Toll toll, List<DesignationHit> designations) {
            this.change = change;
            this.toll = toll;
            this.designations = designations;
        }
    }

    /// What is done, as it was asked.
    Change asked() {
        return reckoned.change;
    }

    List<DesignationHit> hitDesignations() {
        return reckoned.designations;
    }

    Toll toll() {
        return reckoned.toll;
    }
}
