package yuanliu.duplicates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.duplicates.understanding.Signal;
import yuanliu.ownership.Holder;
import yuanliu.ownership.SourceUnit;

/// Which of some planned fields need not be collected (国令809 Art. 19: what sharing can provide is not collected again).
///
/// @param coverage the share of the fields that are not NEW, 0 to 1
/// @param fields   in the plan's order
record CollectionCheck(double coverage, List<PlannedFieldVerdict> fields) {

    CollectionCheck {
        fields = List.copyOf(fields);
    }

    enum CollectionVerdict {
        HELD("已有"),
        OBTAINABLE("可共享取得"),
        DERIVABLE("可推算"),
        NEW("可新增采集");

        private final String word;

        CollectionVerdict(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// @param unit       null when the field was not understood, or nobody holds such a unit
    /// @param source     the planner's own field when HELD, else the field it can be had from
    /// @param confidence how sure it is that the field is of the unit
    record PlannedFieldVerdict(
            String name,
            CollectionVerdict verdict,
            @Nullable SourceUnit unit,
            @Nullable Holder source,
            double confidence,
            List<Signal> signals,
            String advice) {

        PlannedFieldVerdict {
            signals = List.copyOf(signals);
        }
    }
}
