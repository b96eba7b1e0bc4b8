package yuanliu.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What comes of filing or settling several discrepancies.
sealed interface DiscrepanciesChange permits DiscrepanciesChange.DiscrepanciesDone, VerificationRefused {

    record DiscrepanciesDone(int accepted, int duplicate, int refused, List<Entry> entries)
            implements DiscrepanciesChange {

        static DiscrepanciesDone of(List<Entry> entries) {
            return new DiscrepanciesDone(
                    count(entries, Fate.ACCEPTED),
                    count(entries, Fate.DUPLICATE),
                    count(entries, Fate.REFUSED),
                    entries);
        }

        private static int count(List<Entry> entries, Fate fate) {
            return (int) entries.stream().filter(one -> one.fate() == fate).count();
        }
    }

    /// What became of one entry.
    enum Fate {
        ACCEPTED,
        DUPLICATE,
        REFUSED
    }

    /// @param index       its place in what was sent, from 0
    /// @param discrepancy its code; null when it was refused
    record Entry(
            int index,
            Fate fate,
            @Nullable String discrepancy,
            @Nullable String code,
            @Nullable String message) {}
}
