package yuanliu.duplicates;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Form;
import yuanliu.duplicates.CollectionCheck.PlannedFieldVerdict;
import yuanliu.duplicates.understanding.Signal;
import yuanliu.ownership.Holder;
import yuanliu.ownership.SourceUnit;

/// Of which fields a form can be relieved (减负).
///
/// @param fields in the form's order
record FormRelief(Form form, List<FieldRelief> fields) {

    /// How a field can be relieved, best first.
    enum Relief {
        OMIT,
        PREFILL,
        VERIFY,
        ASK
    }

    /// @param verdict what a check says of it
    /// @param source  where the value is: what it is omitted for, or prefilled from
    /// @param footing on which the form's department can have it; null where it need not or cannot
    record FieldRelief(
            DataField field,
            Relief relief,
            PlannedFieldVerdict verdict,
            @Nullable Holder source,
            Entitlement.@Nullable Footing footing,
            String advice) {

        @Nullable
        SourceUnit unit() {
            return verdict.unit();
        }

        List<Signal> signals() {
            return verdict.signals();
        }
    }

    FormRelief {
        fields = List.copyOf(fields);
    }

    int total() {
        return fields.size();
    }

    int omitted() {
        return count(Relief.OMIT);
    }

    int prefilled() {
        return count(Relief.PREFILL);
    }

    int verified() {
        return count(Relief.VERIFY);
    }

    int asked() {
        return count(Relief.ASK);
    }

    /// 免填率.
    double omitRate() {
        return rate(omitted());
    }

    /// 压减率.
    double reliefRate() {
        return rate(omitted() + prefilled());
    }

    @Nullable
    Long savedPerYear() {
        return form.submissionsPerYear() == null ? null : Objects.requireNonNull(form.submissionsPerYear()) * omitted();
    }

    private int count(Relief relief) {
        return Math.toIntExact(
                fields.stream().filter(field -> field.relief() == relief).count());
    }

    private double rate(int some) {
        return fields.isEmpty() ? 0 : (double) some / fields.size();
    }
}
