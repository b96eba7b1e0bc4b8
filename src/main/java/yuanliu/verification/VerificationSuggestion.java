package yuanliu.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;

/// Against whom a unit's source might be held. Only people make a rule of it.
///
/// @param word        how the suggestion calls who verifies
/// @param departments who that is here; empty when nobody in the source's region is called so
/// @param fields      the unit's fields with them that do not come from the source
/// @param adopted     whether a rule in force holds the source against one of them already
record VerificationSuggestion(
        SuggestionGround ground,
        String word,
        List<Department> departments,
        List<DataField> fields,
        @Nullable Comparison comparison,
        @Nullable Integer days,
        @Nullable Rhythm rhythm,
        String text,
        boolean adopted) {

    VerificationSuggestion {
        departments = List.copyOf(departments);
        fields = List.copyOf(fields);
    }
}
