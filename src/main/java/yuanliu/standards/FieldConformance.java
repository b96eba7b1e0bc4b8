package yuanliu.standards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.DataElement;
import yuanliu.catalog.DataField;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.catalog.Form;

/// How one field stands to its element.
///
/// @param element null where it represents none
/// @param filing  the code of the filing that last changed the field
/// @param row     its row in that filing's sheet
record FieldConformance(
        DataField field,
        @Nullable DataElement element,
        @Nullable DataResource resource,
        @Nullable Form form,
        @Nullable Department department,
        List<Deviation> deviations,
        @Nullable String filing,
        @Nullable Long row) {}
