package yuanliu.duplicates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody intends to collect, with a form or in a system.
///
/// @param department code of who plans
/// @param region     code of where; the department's region when not said
record CollectionPlan(
        String name, @Nullable String department, @Nullable String region, List<PlannedField> fields) {

    CollectionPlan {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /// @param element code of the element it is meant to be
    record PlannedField(
            String name,
            @Nullable String element,
            @Nullable String subject,
            @Nullable String qualifier,
            @Nullable String physicalName,
            @Nullable String dataType) {}
}
