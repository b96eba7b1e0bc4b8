package yuanliu.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which regions (区划) lie in one another.
public final class Regions {

    private final Map<String, String> parents;
    private final Map<String, List<String>> outward = new ConcurrentHashMap<>();

    /// @param parents by a region's key its parent's
    public Regions(Map<String, String> parents) {
        this.parents = parents;
    }

    /// Whether two places have ground in common; a place that is not known may be any.
    public boolean overlap(@Nullable String one, @Nullable String other) {
        return one == null || other == null || within(one, other) || within(other, one);
    }

    /// Whether a region is another or lies in it.
    public boolean within(String region, String outer) {
        return region.equals(outer) || outward(region).contains(outer);
    }

    /// A region and all that it lies in, the nearest first. Whoever filed a ring goes round it once.
    public List<String> outward(String region) {
        return outward.computeIfAbsent(region, inner -> {
            var around = new LinkedHashSet<String>();
            for (var at = inner; at != null && around.add(at); at = parents.get(at)) {}
            return List.copyOf(around);
        });
    }
}
