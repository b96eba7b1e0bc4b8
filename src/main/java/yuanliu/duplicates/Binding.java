package yuanliu.duplicates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.DataElement;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Projection;
import yuanliu.duplicates.understanding.Evidence;
import yuanliu.duplicates.understanding.Signal;

/// What a field for which nobody filed an element is taken for: as the machine proposes, or as people decided.
///
/// @param subject    the subject that decides its unit, where field and element do not say it themselves
/// @param qualifier  likewise
/// @param unitKey    of the unit; null where it was rejected or overruled
/// @param confidence of the machine; 1 where people said what it had not proposed
/// @param version    how often people decided of it: who decides says which version they saw
record Binding(
        DataField field,
        BindingState state,
        DataElement element,
        @Nullable String subject,
        @Nullable String qualifier,
        @Nullable String unitKey,
        double confidence,
        List<Signal> signals,
        long version) {

    /// Reads what a statement projects as `{field, element, state, confidence, version, more}`.
    static Binding from(Value projection) {
        var more = new Projection(projection.get("more"));
        var field = DataField.from(projection.get("field"));
        var element = DataElement.from(projection.get("element"));
        return new Binding(
                field,
                BindingState.valueOf(projection.get("state").asString()),
                element,
                more.textOrNull("subject"),
                more.textOrNull("qualifier"),
                more.textOrNull("unitKey"),
                projection.get("confidence").asDouble(),
                signals(more.textOrNull("signals")),
                projection.get("version").asLong());
    }

    /// What people decided of is kept in words.
    private static List<Signal> signals(@Nullable String kept) {
        return kept == null || kept.startsWith("[")
                ? DuplicateFinding.read(kept)
                : Evidence.read(kept).stream().map(Evidence::signal).toList();
    }
}
