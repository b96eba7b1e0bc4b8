package yuanliu.impact;

import java.time.LocalDate;
import yuanliu.catalog.Entity;
import yuanliu.lineage.Completeness;

/// What and whom a change would hit.
///
/// @param asOf the day whose derivations and agreements were followed
public record Impact(
        Entity of,
        ChangeKind change,
        LocalDate asOf,
        ImpactTotals totals,
        Completeness completeness,
        Reckoned reckoned) {

    /// What was reckoned, which only this capability looks into.
    public static final class Reckoned {

        private final Toll toll;

        Reckoned(Toll toll) {
            this.toll = toll;
        }
    }

    Toll toll() {
        return reckoned.toll;
    }
}
