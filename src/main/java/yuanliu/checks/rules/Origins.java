package yuanliu.checks.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What comes from what, over all steps of lineage. Rings end, for each field is visited once.
final class Origins {

    private Origins() {}

    /// What is made from a field, nearest first, each with the field that it was first reached from.
    static Map<String, String> below(Facts facts, String field) {
        return reached(field, facts::below);
    }

    /// What a field is made from, nearest first, each with the field nearer to it; what only comes back to where it
    /// arose (回流) is left out.
    static Map<String, String> above(Facts facts, String field) {
        var steps = reached(field, facts::above);
        if (steps.isEmpty()) {
            return steps;
        }
        var comesFromIt = reached(
                        field,
                        at -> facts.below(at).stream()
                                .filter(steps::containsKey)
                                .toList())
                .keySet();
        var others = new LinkedHashMap<>(steps);
        others.keySet().removeAll(comesFromIt);
        return others;
    }

    private static Map<String, String> reached(String start, Function<String, Collection<String>> next) {
        var steps = new LinkedHashMap<String, String>();
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            var at = open.remove();
            for (var one : next.apply(at)) {
                if (!one.equals(start) && !steps.containsKey(one)) {
                    steps.put(one, at);
                    open.add(one);
                }
            }
        }
        return steps;
    }

    /// The way from a start to what was reached from it, both included.
    static List<String> way(Map<String, String> steps, String start, String reached) {
        var way = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var at = reached; at != null && seen.add(at); at = steps.get(at)) {
            way.add(at);
            if (at.equals(start)) {
                break;
            }
        }
        Collections.reverse(way);
        return way;
    }

    /// The resources of others that a provider's resource takes fields from, through resources of its own only: by
    /// their keys, each with a way of fields from there to here.
    static Map<String, List<String>> foreign(Facts facts, Facts.Owner resource) {
        var provider = resource.department();
        var steps = new HashMap<String, String>();
        var found = new LinkedHashMap<String, List<String>>();
        var open = new ArrayDeque<String>();
        var starts = new HashSet<String>();
        for (var field : facts.fieldsOf(resource)) {
            open.add(field.key());
            starts.add(field.key());
        }
        while (!open.isEmpty()) {
            var at = open.remove();
            for (var one : facts.above(at)) {
                if (starts.contains(one) || steps.putIfAbsent(one, at) != null) {
                    continue;
                }
                var source = facts.field(one);
                if (source == null) {
                    continue;
                }
                if (source.owner().department() == null
                        || provider == null
                        || source.owner().department().key().equals(provider.key())) {
                    open.add(one);
                } else {
                    found.computeIfAbsent(source.owner().key(), owner -> wayDown(steps, one, starts));
                }
            }
        }
        wholes(facts, resource, found);
        return found;
    }

    private static void wholes(Facts facts, Facts.Owner resource, Map<String, List<String>> found) {
        var provider = resource.department();
        var seen = new HashSet<>(Set.of(resource.key()));
        var open = new ArrayDeque<>(List.of(resource));
        while (!open.isEmpty()) {
            for (var row : facts.wholesAbove(open.remove())) {
                var source = facts.owner(row.other());
                if (source == null || !seen.add(source.key()) || source.department() == null || provider == null) {
                    continue;
                }
                if (source.department().key().equals(provider.key())) {
                    open.add(source);
                } else {
                    found.putIfAbsent(source.key(), List.of());
                }
            }
        }
    }

    private static List<String> wayDown(Map<String, String> steps, String from, Set<String> starts) {
        var way = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var at = from; at != null && seen.add(at); at = steps.get(at)) {
            way.add(at);
            if (starts.contains(at)) {
                break;
            }
        }
        return way;
    }
}
