package yuanliu.impact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What rests on a document that is repealed, or on one clause of it.
public record BasisRepealed(
        String document, @Nullable String clause, LocalDate on, int workingDays, String ground, List<BasisHit> hits) {}
