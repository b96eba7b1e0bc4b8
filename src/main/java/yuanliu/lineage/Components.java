package yuanliu.lineage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What can be reached from one another, each by following rows from the user to the source (Tarjan, without recursion:
/// chains are long).
final class Components {

    private final Map<End, List<End>> sources = new HashMap<>();
    private final Map<End, Integer> componentOf = new HashMap<>();
    private final List<Set<End>> components = new ArrayList<>();

    Components(Collection<End> alone, Collection<Derivation> rows) {
        alone.forEach(end -> sources.put(end, new ArrayList<>()));
        for (var row : rows) {
            sources.computeIfAbsent(row.from(), end -> new ArrayList<>());
            sources.computeIfAbsent(row.to(), end -> new ArrayList<>()).add(row.from());
        }
        find();
    }

    /// Each thing belongs to one; a component comes after all that it is made from.
    List<Set<End>> all() {
        return components;
    }

    int of(End end) {
        var component = componentOf.get(end);
        if (component == null) {
            throw new IllegalArgumentException("%s is in no component".formatted(end));
        }
        return component;
    }

    /// Those in which something comes back to itself.
    List<Set<End>> rings() {
        return components.stream().filter(this::isRing).toList();
    }

    boolean isRing(Set<End> component) {
        return component.size() > 1
                || component.stream()
                        .anyMatch(end -> sources.getOrDefault(end, List.of()).contains(end));
    }

    /// Those from which no row leads out.
    List<Set<End>> last() {
        return components.stream()
                .filter(component ->
                        component.stream().allMatch(end -> component.containsAll(sources.getOrDefault(end, List.of()))))
                .toList();
    }

    private void find() {
        var number = new HashMap<End, Integer>();
        var low = new HashMap<End, Integer>();
        var open = new ArrayDeque<End>();
        var isOpen = new HashSet<End>();
        for (var root : sources.keySet()) {
            if (number.containsKey(root)) {
                continue;
            }
            var path = new ArrayDeque<End>();
            var next = new HashMap<End, Integer>();
            path.push(root);
            while (!path.isEmpty()) {
                var at = path.peek();
                if (!number.containsKey(at)) {
                    number.put(at, number.size());
                    low.put(at, number.get(at));
                    open.push(at);
                    isOpen.add(at);
                    next.put(at, 0);
                }
                var further = sources.getOrDefault(at, List.of());
                int i = next.getOrDefault(at, 0);
                if (i < further.size()) {
                    var to = further.get(i);
                    if (!number.containsKey(to)) {
                        path.push(to);
                        continue;
                    }
                    if (isOpen.contains(to)) {
                        low.merge(at, low.getOrDefault(to, 0), Math::min);
                    }
                    next.put(at, i + 1);
                } else {
                    path.pop();
                    if (low.getOrDefault(at, 0).equals(number.get(at))) {
                        close(at, open, isOpen);
                    }
                }
            }
        }
    }

    private void close(End at, ArrayDeque<End> open, Set<End> isOpen) {
        var component = new HashSet<End>();
        End one;
        do {
            one = open.pop();
            isOpen.remove(one);
            component.add(one);
            componentOf.put(one, components.size());
        } while (!one.equals(at));
        components.add(component);
    }
}
