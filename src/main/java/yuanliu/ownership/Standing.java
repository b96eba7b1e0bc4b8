package yuanliu.ownership;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Department;

/// How it stands with a unit on a day: its state, and the designation that makes somebody its source.
///
/// @param designation null unless the state is DESIGNATED or LEAD_COLLECTOR
/// @param history     every designation of the unit, newest first
public record Standing(SourceState state, @Nullable Designation designation, List<Designation> history) {

    static final Standing NONE = new Standing(SourceState.UNDESIGNATED, null, List.of());

    public Standing {
        history = List.copyOf(history);
    }

    static Standing on(LocalDate day, List<Designation> designations) {
        var history = designations.stream().sorted(Designation.NEWEST_FIRST).toList();
        var inForce =
                history.stream().filter(designation -> designation.inForce(day)).toList();
        if (in(SourceState.DISPUTED, inForce).findAny().isPresent()) {
            return new Standing(SourceState.DISPUTED, null, history);
        }
        for (var state : List.of(SourceState.DESIGNATED, SourceState.LEAD_COLLECTOR)) {
            var named = in(state, inForce).toList();
            if (!named.isEmpty()) {
                return agree(named)
                        ? new Standing(state, mostTelling(named), history)
                        : new Standing(SourceState.DISPUTED, null, history);
            }
        }
        return in(SourceState.NO_STATUTORY_SOURCE, inForce).findAny().isPresent()
                ? new Standing(SourceState.NO_STATUTORY_SOURCE, null, history)
                : new Standing(SourceState.UNDESIGNATED, null, history);
    }

    /// The department that is the source; null when there is none.
    public @Nullable Department department() {
        return designation == null ? null : designation.department();
    }

    /// The departments that are named on a day, whatever comes of it: several of them are in dispute.
    public List<Department> claimants(LocalDate day) {
        return history.stream()
                .filter(designation -> designation.inForce(day) && designation.department() != null)
                .filter(designation -> designation.state() != SourceState.NO_STATUTORY_SOURCE
                        && designation.state() != SourceState.UNDESIGNATED)
                .map(Designation::department)
                .distinct()
                .toList();
    }

    private static Stream<Designation> in(SourceState state, List<Designation> designations) {
        return designations.stream().filter(designation -> designation.state() == state);
    }

    private static boolean agree(List<Designation> named) {
        return named.stream().map(Designation::department).distinct().count() == 1;
    }

    /// Of several rows that name one department, the newest that says which field; else the newest.
    private static Designation mostTelling(List<Designation> named) {
        return named.stream()
                .filter(designation -> designation.field() != null)
                .findFirst()
                .orElseGet(named::getFirst);
    }
}
