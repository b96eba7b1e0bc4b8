package yuanliu.duplicates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Form;
import yuanliu.duplicates.CollectionCheck.PlannedFieldVerdict;
import yuanliu.duplicates.understanding.Signal;
import yuanliu.ownership.Holder;
import yuanliu.ownership.SourceUnit;

/// Of which fields a form can be relieved (减负).
///
/// @param fields       in the form's order
/// @param omitRate     免填率
/// @param reliefRate   压减率
/// @param savedPerYear null when the form does not say how often it is filled in
record FormRelief(
        Form form,
        List<FieldRelief> fields,
        int total,
        int omitted,
        int prefilled,
        int verified,
        int asked,
        double omitRate,
        double reliefRate,
        @Nullable Long savedPerYear) {

    /// How a field can be relieved, best first.
    enum Relief {
        OMIT,
        PREFILL,
        VERIFY,
        ASK
    }

    /// @param source  where the value is: what it is omitted for, or prefilled from
    /// @param footing on which the form's department can have it; null where it need not or cannot
    record FieldRelief(
            DataField field,
            Relief relief,
            @Nullable SourceUnit unit,
            @Nullable Holder source,
            Entitlement.@Nullable Footing footing,
            List<Signal> signals,
            String advice) {

        FieldRelief {
            signals = List.copyOf(signals);
        }

        static FieldRelief of(
                DataField field,
                Relief relief,
                PlannedFieldVerdict verdict,
                @Nullable Holder source,
                Entitlement.@Nullable Footing footing,
                String advice) {
            return new FieldRelief(field, relief, verdict.unit(), source, footing, verdict.signals(), advice);
        }
    }

    FormRelief {
        fields = List.copyOf(fields);
    }

    static FormRelief of(Form form, List<FieldRelief> fields) {
        var omitted = count(fields, Relief.OMIT);
        var prefilled = count(fields, Relief.PREFILL);
        var submissions = form.submissionsPerYear();
        return new FormRelief(
                form,
                fields,
                fields.size(),
                omitted,
                prefilled,
                count(fields, Relief.VERIFY),
                count(fields, Relief.ASK),
                rate(omitted, fields.size()),
                rate(omitted + prefilled, fields.size()),
                submissions == null ? null : submissions * omitted);
    }

    private static int count(List<FieldRelief> fields, Relief relief) {
        return Math.toIntExact(
                fields.stream().filter(field -> field.relief() == relief).count());
    }

    private static double rate(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }
}
