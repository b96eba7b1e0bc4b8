package yuanliu.impact;

import yuanliu.catalog.Department;

/// How a department is hit.
///
/// @param systems that host what is its own and hit, or that it uses others' with
/// @param calls   of the agreements by which it uses what is hit
public record DepartmentImpact(
        Department department,
        Severity severity,
        int nearestHop,
        int fields,
        int dataResources,
        int systems,
        int sharings,
        long calls) {}
