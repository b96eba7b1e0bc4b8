package yuanliu.duplicates;

import java.util.List;
import yuanliu.catalog.DataField;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;

/// Something that a department collects and could have from another.
///
/// @param source the source's field
record StoppableField(
        DataField field, DuplicateFinding finding, DataField source, Entitlement entitlement, List<String> steps) {

    StoppableField {
        steps = List.copyOf(steps);
    }

    DataResource resource() {
        return entitlement.resource();
    }

    Department provider() {
        return entitlement.provider();
    }

    Entitlement.Footing footing() {
        return entitlement.footing();
    }

    List<String> agreements() {
        return entitlement.agreements();
    }
}
