package yuanliu.duplicates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Regions;
import yuanliu.duplicates.detection.Scene;

/// Regions, departments and systems: few, and needed for whatever is looked at.
///
/// @param places      names of regions, as names are compared
/// @param departments by key
/// @param nodes       the keys of departments by their nodes
/// @param systems     by key, those that were asked for
record Land(
        Regions regions,
        Set<String> places,
        Map<String, Scene.Department> departments,
        Scenes.Keys nodes,
        Map<String, Scene.InformationSystem> systems,
        Scenes.Keys systemNodes) {

    /// The same text, in memory once.
    String key(String department) {
        var known = departments.get(department);
        return known == null ? department : known.key();
    }

    /// The same, to which its user may bring systems of its own.
    Land apart() {
        return new Land(regions, places, departments, nodes, new HashMap<>(), new Scenes.Keys());
    }

    /// Whether what is kept in a region helps somebody: where that is the same place, lies in it, or holds it. What is
    /// not known may be any. Data of another place do not help.
    ///
    /// @param within the key of somebody's place and of all that it lies in
    Predicate<@Nullable String> reaches(List<String> within) {
        return region -> within.isEmpty()
                || region == null
                || within.contains(region)
                || regions.within(region, within.getFirst());
    }
}
