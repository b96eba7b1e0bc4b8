package yuanliu.duplicates;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.duplicates.CollectionCheck.CollectionVerdict;
import yuanliu.duplicates.CollectionCheck.PlannedFieldVerdict;
import yuanliu.duplicates.understanding.Signal;

/// A check as a paper that goes into a project's file (采集核对意见), and as machines read it.
///
/// @param department     code, as it was said
/// @param region         code, as it was said
/// @param fresh          how many are new
/// @param coverage       the share of those that are not, 0 to 1
/// @param ignoredColumns of the plan's file, those that mean nothing here
record CollectionOpinion(
        String name,
        @Nullable String department,
        @Nullable String region,
        LocalDate checkedOn,
        int total,
        int held,
        int obtainable,
        int derivable,
        int fresh,
        double coverage,
        List<Judged> fields,
        List<String> ignoredColumns) {

    CollectionOpinion {
        fields = List.copyOf(fields);
        ignoredColumns = List.copyOf(ignoredColumns);
    }

    /// One planned field.
    ///
    /// @param unit     code
    /// @param unitName in words
    /// @param source   code of the field from which it can be had
    /// @param evidence sentences
    record Judged(
            String name,
            CollectionVerdict verdict,
            @Nullable String unit,
            @Nullable String unitName,
            @Nullable String source,
            @Nullable String sourceDepartment,
            double confidence,
            String advice,
            List<String> evidence) {

        Judged {
            evidence = List.copyOf(evidence);
        }

        static Judged of(PlannedFieldVerdict verdict) {
            var unit = verdict.unit();
            var source = verdict.source();
            return new Judged(
                    verdict.name(),
                    verdict.verdict(),
                    unit == null ? null : unit.code(),
                    unit == null ? null : unit.name(),
                    source == null ? null : source.asset().code(),
                    source == null ? null : source.department().name(),
                    verdict.confidence(),
                    verdict.advice(),
                    verdict.signals().stream().map(Signal::sentence).toList());
        }
    }

    static CollectionOpinion of(
            CollectionPlan plan, CollectionCheck check, LocalDate checkedOn, List<String> ignoredColumns) {
        return new CollectionOpinion(
                plan.name(),
                plan.department(),
                plan.region(),
                checkedOn,
                check.fields().size(),
                count(check, CollectionVerdict.HELD),
                count(check, CollectionVerdict.OBTAINABLE),
                count(check, CollectionVerdict.DERIVABLE),
                count(check, CollectionVerdict.NEW),
                check.coverage(),
                check.fields().stream().map(Judged::of).toList(),
                ignoredColumns);
    }

    private static int count(CollectionCheck check, CollectionVerdict verdict) {
        return Math.toIntExact(check.fields().stream()
                .filter(field -> field.verdict() == verdict)
                .count());
    }
}
