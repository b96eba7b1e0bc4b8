package yuanliu.ownership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.catalog.Region;

/// Who is the source of a datum in one place, and why it is this one.
///
/// @param unit        the one whose designation holds there; where nobody is the source, the nearest that there is
/// @param designation null when nobody is the source
/// @param department  the one named; of a line its member in the place or, where there is none, nearest above it
/// @param field       at which the datum is to be had there
/// @param sentence    in Chinese
/// @param considered  every unit that could hold there, the narrowest scope first
record SourceInRegion(
        SourceUnit unit,
        SourceState state,
        @Nullable Designation designation,
        @Nullable Department department,
        @Nullable DataField field,
        String sentence,
        List<Considered> considered) {

    SourceInRegion {
        considered = List.copyOf(considered);
    }

    /// The scope of the unit that answers; null when it has none.
    public @Nullable Region scope() {
        return unit.region();
    }

    /// @param reason in Chinese, why it answers or does not
    record Considered(SourceUnit unit, SourceState state, String reason) {}
}
