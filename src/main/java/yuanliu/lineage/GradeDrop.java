package yuanliu.lineage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a datum is filed lower than what it is made from, and nothing on the way masked or aggregated it.
///
/// @param row        where it drops
/// @param carried    what flows along the row
/// @param filed      what its user is filed with
/// @param inherited  whether the source is filed lower than what flows through it, so that the drop lies further up
/// @param way        from what bears the grade to the user
/// @param department the key of the department that answers for the user
record GradeDrop(
        Measure measure,
        Derivation row,
        String carried,
        String filed,
        boolean inherited,
        List<Derivation> way,
        @Nullable String department) {

    enum Measure {
        GRADE,
        SENSITIVITY
    }
}
