package yuanliu.duplicates.detection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yuanliu.duplicates.detection.Scene.Member;

/// Whether a field has its content from elsewhere, and from where.
final class Ancestry {

    private final Scene scene;

    Ancestry(Scene scene) {
        this.scene = scene;
    }

    /// What is upstream of a field.
    ///
    /// @param steps by the key of what is upstream, the key of the field nearer to the user by which it was first come
    /// to
    record Origin(String field, Map<String, String> steps, List<String> ends) {

        /// The way from an ancestor down to the field, both included.
        List<String> wayFrom(String ancestor) {
            var way = new ArrayList<String>();
            for (var at = ancestor; at != null && !at.equals(field); at = steps.get(at)) {
                way.add(at);
            }
            way.add(field);
            return way;
        }
    }

    /// Where a field has its content from; null when it has it from nowhere else. What only comes back to the field
    /// that it
    /// arose in (回流) does not explain it.
    @Nullable
    Origin originOf(Member field) {
        return origins.computeIfAbsent(field.key(), key -> Optional.ofNullable(originAnew(field)))
                .orElse(null);
    }

    /// One unit is looked at after the other, and each asks several times.
    private final Map<String, Optional<Origin>> origins = new HashMap<>();

    void forget() {
        origins.clear();
    }

    private @Nullable Origin originAnew(Member field) {
        if (scene.upstream(field.key()).isEmpty()) {
            return null;
        }
        var steps = new LinkedHashMap<String, String>();
        var ends = new ArrayList<String>();
        var sources = new HashMap<String, List<String>>();
        var open = new ArrayDeque<>(List.of(field.key()));
        while (!open.isEmpty()) {
            var at = open.remove();
            var above = scene.upstream(at).stream().map(Scene.Upstream::source).toList();
            sources.put(at, above);
            if (above.isEmpty() && !at.equals(field.key())) {
                ends.add(at);
            }
            for (var one : above) {
                if (!one.equals(field.key()) && !steps.containsKey(one)) {
                    steps.put(one, at);
                    open.add(one);
                }
            }
        }
        if (steps.isEmpty() || ends.isEmpty() && allComeFrom(field.key(), steps.keySet(), sources)) {
            return null;
        }
        return new Origin(field.key(), steps, ends);
    }

    private static boolean allComeFrom(String field, Set<String> ancestors, Map<String, List<String>> sources) {
        var users = new HashMap<String, List<String>>();
        sources.forEach((user, above) -> above.forEach(
                one -> users.computeIfAbsent(one, key -> new ArrayList<>()).add(user)));
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(field));
        while (!open.isEmpty()) {
            for (var user : users.getOrDefault(open.remove(), List.of())) {
                if (reached.add(user)) {
                    open.add(user);
                }
            }
        }
        return reached.containsAll(ancestors);
    }
}
