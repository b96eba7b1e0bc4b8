package yuanliu.duplicates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import yuanliu.duplicates.detection.Scene;

/// Regions, departments and systems: few, and needed for whatever is looked at.
///
/// @param parents     by the key of a region that of what it lies in
/// @param places      names of regions, as names are compared
/// @param departments by key
/// @param nodes       the keys of departments by their nodes
/// @param systems     by key, those that were asked for
record Land(
        Map<String, String> parents,
        Set<String> places,
        Map<String, Scene.Department> departments,
        Scenes.Keys nodes,
        Map<String, Scene.InformationSystem> systems,
        Scenes.Keys systemNodes) {

    /// More regions than this never lie in one another.
    private static final int DEEPEST = 10;

    /// The same text, in memory once.
    String key(String department) {
        var known = departments.get(department);
        return known == null ? department : known.key();
    }

    /// The same, to which its user may bring systems of its own.
    Land apart() {
        return new Land(parents, places, departments, nodes, new HashMap<>(), new Scenes.Keys());
    }

    /// Whether what is kept in a region helps somebody: where that is the same place, lies in it, or holds it. What is
    /// not known may be any. Data of another place do not help.
    ///
    /// @param within the key of somebody's place and of all that it lies in
    Predicate<@Nullable String> reaches(List<String> within) {
        if (within.isEmpty()) {
            return region -> true;
        }
        var place = within.getFirst();
        var told = new HashMap<String, Boolean>();
        return region -> region == null
                || told.computeIfAbsent(region, other -> within.contains(other) || isWithin(other, place));
    }

    private boolean isWithin(String region, String place) {
        var outer = region;
        for (int step = 0; step <= DEEPEST && outer != null; step++) {
            if (outer.equals(place)) {
                return true;
            }
            outer = parents.get(outer);
        }
        return false;
    }
}
