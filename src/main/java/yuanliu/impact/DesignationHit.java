package yuanliu.impact;

import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Department;
import yuanliu.ownership.Designation;
import yuanliu.ownership.SourceUnit;

/// A designation that a change concerns.
///
/// @param named the department as it was named, though another may have taken over
public record DesignationHit(
        Designation designation, SourceUnit unit, @Nullable Department named, String reason) {}
