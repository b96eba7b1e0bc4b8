package yuanliu.standards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which fields the list of conformance has; what is null does not narrow.
///
/// @param kinds         with a deviation of one of these kinds
/// @param severities    and of one of these severities
/// @param onlyDeviating null for true
record ConformanceFilter(
        @Nullable String department,
        @Nullable String region,
        @Nullable String resource,
        @Nullable String element,
        @Nullable List<DeviationKind> kinds,
        @Nullable List<DeviationSeverity> severities,
        @Nullable Boolean onlyDeviating) {

    static final ConformanceFilter ALL = new ConformanceFilter(null, null, null, null, null, null, null);

    ConformanceScope scope() {
        return new ConformanceScope(department, region, resource, element);
    }

    /// Whether a field without any deviation is left out.
    boolean deviating() {
        return !Boolean.FALSE.equals(onlyDeviating) || kinds != null || severities != null;
    }

    boolean fits(List<Deviation> deviations) {
        return !deviating()
                || deviations.stream()
                        .anyMatch(deviation -> (kinds == null || kinds.contains(deviation.kind()))
                                && (severities == null || severities.contains(deviation.severity())));
    }

    /// As it was understood.
    Asked asked() {
        var scope = scope();
        return new Asked(
                scope.department(),
                scope.region(),
                scope.resource(),
                scope.element(),
                kinds == null ? List.of(DeviationKind.values()) : kinds,
                severities == null ? List.of(DeviationSeverity.values()) : severities,
                deviating());
    }

    record Asked(
            @Nullable String department,
            @Nullable String region,
            @Nullable String resource,
            @Nullable String element,
            List<DeviationKind> kinds,
            List<DeviationSeverity> severities,
            boolean onlyDeviating) {}
}
