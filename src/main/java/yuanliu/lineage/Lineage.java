package yuanliu.lineage;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
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

    /// The walk itself, which only this capability looks into. Where the memory walked it, the graph is asked for what
    /// that does not hold.
    public static final class Walked {

        private final @Nullable Remembered remembered;
        private final Supplier<Reach> graph;
        private @Nullable Reach reach;

        Walked(Reach reach) {
            this.remembered = null;
            this.graph = () -> reach;
        }

        Walked(Remembered remembered, Supplier<Reach> graph) {
            this.remembered = remembered;
            this.graph = graph;
        }

        synchronized Reach reach() {
            var known = reach;
            if (known == null) {
                known = graph.get();
                reach = known;
            }
            return known;
        }
    }

    Reach reach() {
        return walk.reach();
    }

    /// What the memory knows of it; null when the graph was asked.
    @Nullable
    Remembered remembered() {
        return walk.remembered;
    }

    int count() {
        return walk.remembered == null ? reach().count() : walk.remembered.count();
    }

    long omitted() {
        return walk.remembered == null ? reach().omitted() : walk.remembered.omitted();
    }

    Map<Integer, Integer> countsByHop() {
        return walk.remembered == null ? reach().countsByHop() : walk.remembered.countsByHop();
    }
}
