package yuanliu.lineage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import yuanliu.catalog.Kind;

/// A walk with its technical intermediates folded: what leads through them is one step, for which no hop is spent.
///
/// Every two things that are shown and between which a way leads through folded ones alone are joined by one step,
/// which holds the shortest such way. What is asked of is never folded, nor is that from which no row leads on: an end
/// that was hidden would be a source lost.
final class Folding {

    /// Which things are to be folded.
    record Folded(Set<Owner> things) {

        static final Folded NOTHING = new Folded(Set.of());

        Folded {
            things = Set.copyOf(things);
        }

        boolean isNothing() {
            return things.isEmpty();
        }
    }

    private final Walk walk;
    private final LineageDirection direction;
    private final Set<Owner> folded = new HashSet<>();
    private final Map<Owner, List<Derivation>> onward = new HashMap<>();
    private final Map<Owner, List<Owner>> fieldsOf = new HashMap<>();

    /// @param kept what stays though it is named
    private Folding(Walk walk, Folded asked, Set<Owner> kept) {
        this.walk = walk;
        this.direction = walk.direction();
        walk.rows()
                .forEach(row -> onward.computeIfAbsent(row.near(direction).owner(), any -> new ArrayList<>())
                        .add(row));
        for (var key : walk.touched()) {
            var field = new Owner(Kind.DATA_FIELD, key);
            var owner = walk.ownerOf(End.field(key, key));
            if (owner != null) {
                fieldsOf.computeIfAbsent(owner, any -> new ArrayList<>()).add(field);
            }
        }
        for (var thing : asked.things()) {
            if (!kept.contains(thing) && !begins(thing) && leads(thing)) {
                folded.add(thing);
            }
        }
    }

    /// The steps that are shown, each with the distance of its near end.
    static List<Walk.Step> steps(Walk walk, Folded asked, Set<Owner> kept) {
        return asked.isNothing() ? walk.steps() : new Folding(walk, asked, kept).steps();
    }

    private boolean begins(Owner thing) {
        return thing.kind() == Kind.DATA_FIELD
                ? walk.start().fields().contains(thing.key())
                : walk.start().owners().contains(thing);
    }

    private boolean leads(Owner thing) {
        return ways(thing).stream().anyMatch(way -> onward.containsKey(way));
    }

    /// By what one goes on from a thing that is reached: a field by itself and as part of what it belongs to, a whole
    /// by itself and by all its fields.
    private List<Owner> ways(Owner thing) {
        var ways = new ArrayList<Owner>();
        ways.add(thing);
        if (thing.kind() == Kind.DATA_FIELD) {
            var owner = walk.ownerOf(End.field(thing.key(), thing.key()));
            if (owner != null) {
                ways.add(owner);
            }
        } else {
            ways.addAll(fieldsOf.getOrDefault(thing, List.of()));
        }
        return ways;
    }

    private List<Walk.Step> steps() {
        var steps = new ArrayList<Walk.Step>();
        var seen = new HashSet<Owner>();
        var level = new ArrayList<Owner>();
        walk.start().fields().forEach(key -> level.add(new Owner(Kind.DATA_FIELD, key)));
        level.addAll(walk.start().owners());
        seen.addAll(level);
        Collection<Owner> frontier = level;
        for (int hop = 0; !frontier.isEmpty(); hop++) {
            var next = new ArrayList<Owner>();
            for (var near : frontier) {
                for (var row : from(near)) {
                    steps.add(new Walk.Step(row, hop));
                    for (var way : ways(row.far(direction).owner())) {
                        if (!folded.contains(way) && seen.add(way)) {
                            next.add(way);
                        }
                    }
                }
            }
            frontier = next;
        }
        return steps;
    }

    /// The rows, and the ways through what is folded, that lead on from a thing.
    private List<Derivation> from(Owner near) {
        var direct = new ArrayList<Derivation>();
        var through = new LinkedHashMap<Owner, List<Derivation>>();
        var passed = new HashSet<Owner>();
        var open = new ArrayDeque<List<Derivation>>();
        for (var row : onward.getOrDefault(near, List.of())) {
            if (folded.contains(row.far(direction).owner())) {
                open.add(List.of(row));
            } else {
                direct.add(row);
            }
        }
        while (!open.isEmpty()) {
            var way = open.remove();
            for (var at : ways(way.getLast().far(direction).owner())) {
                if (!passed.add(at)) {
                    continue;
                }
                for (var row : onward.getOrDefault(at, List.of())) {
                    var longer = new ArrayList<>(way);
                    longer.add(row);
                    var far = row.far(direction).owner();
                    if (folded.contains(far)) {
                        open.add(longer);
                    } else {
                        through.putIfAbsent(far, longer);
                    }
                }
            }
        }
        through.values().forEach(way -> direct.add(joined(way)));
        return direct;
    }

    private Derivation joined(List<Derivation> way) {
        var rows = direction == LineageDirection.UPSTREAM ? way.reversed() : way;
        var from = rows.getFirst().from();
        var to = rows.getLast().to();
        var activities = new HashSet<>(rows.stream().map(Derivation::activity).toList());
        var weakest = rows.stream()
                .min(Comparator.comparingDouble(Derivation::certainty))
                .orElseThrow();
        return new Derivation(
                from,
                to,
                to.key() + "||" + from.key(),
                activities.size() == 1 ? rows.getFirst().activity() : null,
                null,
                weakest.assertedBy(),
                rows.stream()
                        .map(Derivation::confidence)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                rows.stream()
                        .map(Derivation::validFrom)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                rows.stream()
                        .map(Derivation::validTo)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                null,
                rows);
    }
}
