package yuanliu.standards;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many fields of a group keep to the standards, and how many do not, in what.
///
/// @param code        of the department, element or region; null for the whole, and for the fields that have none
/// @param fields      all of them: what `bindingRate` is a part of
/// @param bound       those that represent an element: what `conformingRate` is a part of
/// @param conforming  bound ones without a conflict
/// @param conflicting bound ones with one
/// @param deviating   bound ones with a conflict or a hint
record ConformanceSummary(
        SummaryBy by,
        @Nullable String code,
        long fields,
        long bound,
        long conforming,
        long conflicting,
        long deviating,
        List<DeviationCount> deviations) {

    @Nullable
    public Double bindingRate() {
        return fields == 0 ? null : (double) bound / fields;
    }

    @Nullable
    public Double conformingRate() {
        return bound == 0 ? null : (double) conforming / bound;
    }

    /// Of how many fields something of a kind is to be said; a field has at most one deviation of each kind.
    record DeviationCount(DeviationKind kind, long conflicts, long hints) {}

    /// Counts one group.
    static final class Tally {

        private final long[] conflicts = new long[DeviationKind.values().length];
        private final long[] hints = new long[DeviationKind.values().length];
        private long fields;
        private long bound;
        private long conflicting;
        private long deviating;

        void addUnbound(long some) {
            fields += some;
        }

        void add(List<Deviation> deviations, long some) {
            fields += some;
            bound += some;
            deviating += deviations.isEmpty() ? 0 : some;
            conflicting += deviations.stream().anyMatch(Deviation::conflicts) ? some : 0;
            deviations.forEach(deviation ->
                    (deviation.conflicts() ? conflicts : hints)[deviation.kind().ordinal()] += some);
        }

        long fields() {
            return fields;
        }

        ConformanceSummary summary(SummaryBy by, @Nullable String code) {
            return new ConformanceSummary(
                    by,
                    code,
                    fields,
                    bound,
                    bound - conflicting,
                    conflicting,
                    deviating,
                    Arrays.stream(DeviationKind.values())
                            .map(kind -> new DeviationCount(kind, conflicts[kind.ordinal()], hints[kind.ordinal()]))
                            .toList());
        }
    }
}
