package yuanliu.lineage;

import java.time.LocalDate;
import yuanliu.catalog.Entity;

/// What is upstream or downstream of something.
///
/// @param of   what was asked of
/// @param asOf the day whose rows were walked
public record Lineage(Entity of, LineageDirection direction, Grain grain, LocalDate asOf, Walked walk) {

    /// The walk itself, which only this capability looks into.
    public static final class Walked {

        private final Walk walk;

        Walked(Walk walk) {
            this.walk = walk;
        }

        Walk walk() {
            return walk;
        }
    }

    Walk walked() {
        return walk.walk();
    }
}
