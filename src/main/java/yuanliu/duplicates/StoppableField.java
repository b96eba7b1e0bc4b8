package yuanliu.duplicates;

import java.util.List;
import yuanliu.catalog.DataField;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;

/// Something that a department collects and could have from another.
///
/// @param source     the source's field
/// @param agreements codes of those by which the department may have it already
/// @param steps      in the order in which they are taken
record StoppableField(
        DataField field,
        DuplicateFinding finding,
        DataField source,
        DataResource resource,
        Department provider,
        Entitlement.Footing footing,
        List<String> agreements,
        List<String> steps) {

    StoppableField {
        agreements = List.copyOf(agreements);
        steps = List.copyOf(steps);
    }
}
