package yuanliu.filing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a filing, as it is told over HTTP.
///
/// @param message why it failed; null unless it did
record Report(
        String code,
        State state,
        boolean dryRun,
        @Nullable String startedAt,
        @Nullable String finishedAt,
        double progress,
        List<Counts> sheets,
        List<Problem> problems,
        int problemsOmitted,
        @Nullable String message) {

    enum State {
        QUEUED,
        RUNNING,
        FINISHED,
        FAILED
    }

    enum Severity {
        REFUSED,
        WARNED
    }

    /// The rows of a sheet; filed, unchanged, updated and refused are together those read.
    record Counts(String sheet, int read, int filed, int unchanged, int updated, int refused, int warned) {}

    record Problem(
            String sheet,
            int row,
            @Nullable String column,
            @Nullable String value,
            Severity severity,
            String code,
            String message) {}
}
