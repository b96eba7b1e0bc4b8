package yuanliu.duplicates.detection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /// What is upstream of a field; all are numbers of fields.
    ///
    /// @param steps by what is upstream, the field nearer to the user by which it was first come to
    record Origin(int field, Map<Integer, Integer> steps, List<Integer> ends) {

        /// The way down to the field, both included, from the first that comes from nowhere.
        List<Integer> way() {
            var from = ends.isEmpty() ? steps.keySet().iterator().next() : ends.getFirst();
            var way = new ArrayList<Integer>();
            for (var at = from; at != field; at = Objects.requireNonNull(steps.get(at))) {
                way.add(at);
            }
            way.add(field);
            return way;
        }
    }

    /// Where a field has its content from; null when it has it from nowhere else. What only comes back to the field
    /// that it arose in (回流) does not explain it.
    @Nullable
    Origin originOf(Member field) {
        var above = scene.upstream(field.number());
        return above.length == 0
                ? null
                : origins.computeIfAbsent(field.number(), number -> Optional.ofNullable(originAnew(number, above)))
                        .orElse(null);
    }

    /// One unit is looked at after the other, and each asks several times.
    private final Map<Integer, Optional<Origin>> origins = new HashMap<>();

    void forget() {
        origins.clear();
    }

    private @Nullable Origin originAnew(int field, int[] first) {
        var steps = new LinkedHashMap<Integer, Integer>();
        var ends = new ArrayList<Integer>();
        var sources = new HashMap<Integer, int[]>();
        var open = new ArrayDeque<>(List.of(field));
        while (!open.isEmpty()) {
            var at = open.remove();
            var above = at == field ? first : scene.upstream(at);
            sources.put(at, above);
            if (above.length == 0) {
                ends.add(at);
            }
            for (var one : above) {
                if (one != field && steps.putIfAbsent(one, at) == null) {
                    open.add(one);
                }
            }
        }
        if (steps.isEmpty() || ends.isEmpty() && allComeFrom(field, steps.keySet(), sources)) {
            return null;
        }
        return new Origin(field, steps, ends);
    }

    private static boolean allComeFrom(int field, Set<Integer> ancestors, Map<Integer, int[]> sources) {
        var users = new HashMap<Integer, List<Integer>>();
        sources.forEach((user, above) -> {
            for (var one : above) {
                users.computeIfAbsent(one, key -> new ArrayList<>()).add(user);
            }
        });
        var reached = new HashSet<Integer>();
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
