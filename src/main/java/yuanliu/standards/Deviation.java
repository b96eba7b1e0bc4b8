package yuanliu.standards;

import org.jspecify.annotations.Nullable;

/// That a field is not as its element is, in one thing.
///
/// @param found    as the field has it; null when it says nothing
/// @param wanted   as the element has it
/// @param sentence both, in Chinese, as it stands behind the field's name
public record Deviation(
        DeviationKind kind,
        DeviationSeverity severity,
        @Nullable String found,
        String wanted,
        String sentence) {

    public boolean conflicts() {
        return severity == DeviationSeverity.CONFLICT;
    }
}
