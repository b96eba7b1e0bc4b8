package yuanliu.ownership;

import java.util.List;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;

/// A department that might be the source of a unit that has none, and why. A suggestion: nobody is a source by it.
///
/// The rule of thumb is that the organ whose act makes a fact true is its source: so the legal act and generating count
/// most, then that what others hold flows from it, then how much it covers, how fresh it is, whom it serves.
///
/// | what is seen | weight |
/// |---|---|
/// | its field is generated (产生) by its own act | 0.30 |
/// | its field is collected (采集) | 0.15 |
/// | legal act: the contribution plan of a base library names its line, or a designation by law (法定) of the same datum,
/// expired, contested or of another scope, names it or its line | 0.20 |
/// | its entry is of the class 基础 | 0.05 |
/// | lineage: the fields that others hold of the unit and that come from its field today, by whatever way | 0.20 ×
/// share |
/// | coverage: the regions in which the unit is held that lie in those of its line's organs that collect or generate
/// it; where it is held in two at least | 0.05 × share |
/// | freshness: its entry is updated daily or at once | 0.03 |
/// | freshness: the day of its entry's last update, against the latest of all candidates; nothing when it is a year
/// behind | 0.02 × (1 − days behind ÷ 365) |
/// | users: agreements in force on its entry | 0.10 × users ÷ (users + 2) |
/// | its entry is shared (not 不予共享) | 0.05 |
/// | it is the data authority, which aggregates and is no source of content | × 0.2 |
///
/// Lineage and coverage are left out, and it is said so, where more fields hold the unit than are looked at.
///
/// @param field   the best of its fields
/// @param score   0 to 1
/// @param reasons in Chinese, the weightiest first
public record SourceCandidate(Department department, DataField field, double score, List<String> reasons) {

    public SourceCandidate {
        reasons = List.copyOf(reasons);
    }
}
