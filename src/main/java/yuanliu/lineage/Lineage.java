package yuanliu.lineage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Entity;

/// What is upstream or downstream of something.
///
/// @param of       what was asked of
/// @param asOf     the day whose rows were walked
/// @param through  what was folded
/// @param recorded whether anything was recorded of that day
public record Lineage(
        Entity of,
        LineageDirection direction,
        Grain grain,
        @Nullable Integer maxHops,
        LocalDate asOf,
        Through through,
        boolean recorded,
        Walked walk) {

    /// The walk itself, which only this capability looks into.
    public static final class Walked {

        private final Reach reach;

        Walked(Reach reach) {
            this.reach = reach;
        }

        Reach reach() {
            return reach;
        }
    }

    Reach reach() {
        return walk.reach();
    }
}
