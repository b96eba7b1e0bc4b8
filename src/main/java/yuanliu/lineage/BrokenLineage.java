package yuanliu.lineage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;

/// The fields that should have come from somewhere, and nothing says from where.
record BrokenLineage(BrokenLineageFilter filter, LocalDate asOf, int count, List<DepartmentCount> byDepartment) {

    /// @param byTheWhole whether their resource as a whole is made from another
    record BrokenLineageFilter(
            @Nullable String department,
            @Nullable String region,
            @Nullable Boolean byTheWhole) {

        static final BrokenLineageFilter ALL = new BrokenLineageFilter(null, null, null);
    }

    record DepartmentCount(Department department, int fields) {}

    /// @param endedOn the day on which the last row that led to it ended; null when there never was one
    record BrokenField(
            DataField field,
            @Nullable Department department,
            boolean byTheWhole,
            @Nullable LocalDate endedOn) {}
}
