package yuanliu.impact;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import yuanliu.catalog.Kind;
import yuanliu.lineage.Activity;
import yuanliu.lineage.Owner;
import yuanliu.lineage.Walk;

/// A number that is passed on along a walk, the greatest that comes to each thing by any way. Numbers only grow, and
/// there are few of them: so it ends in cycles.
final class Spread {

    private final ToIntBiFunction<Walk.Link, Integer> passed;
    private final Map<String, Integer> fields = new HashMap<>();
    private final Map<Owner, Integer> wholes = new HashMap<>();
    private final Map<Owner, Integer> sources = new HashMap<>();
    private final Map<String, List<Walk.Link>> ofFields;
    private final Map<Owner, List<Walk.Link>> ofWholes;
    private final Map<String, Owner> ownerOf;
    private final Map<Owner, List<String>> fieldsOf;
    private final Deque<Runnable> open = new ArrayDeque<>();

    /// @param passed what a row makes of the number of its near end
    private Spread(Walk walk, ToIntBiFunction<Walk.Link, Integer> passed) {
        this.passed = passed;
        var links = walk.links();
        this.ofFields = links.stream()
                .filter(link -> link.fromKind() == Kind.DATA_FIELD)
                .collect(groupingBy(Walk.Link::from));
        this.ofWholes = links.stream()
                .filter(link -> link.fromKind() != Kind.DATA_FIELD)
                .collect(groupingBy(link -> new Owner(link.fromKind(), link.from())));
        this.ownerOf = new HashMap<>(walk.start().ownerOf());
        walk.fields().forEach(one -> {
            if (one.field().owner() != null) {
                ownerOf.put(one.field().key(), one.field().owner());
            }
        });
        this.fieldsOf = ownerOf.keySet().stream().collect(groupingBy(ownerOf::get));
    }

    /// How what is changed comes to each thing that is reached.
    static Spread carried(Walk walk) {
        var copied = Rule.Carried.COPIED.ordinal();
        var spread = new Spread(
                walk,
                (link, near) -> near < copied
                        ? Rule.Carried.BEYOND.ordinal()
                        : link.activity() == Activity.PROCESSING ? Rule.Carried.TRANSFORMED.ordinal() : copied);
        walk.start().fields().forEach(field -> spread.field(field, copied));
        walk.start().owners().forEach(owner -> spread.source(owner, copied));
        return spread.toTheEnd();
    }

    /// The slowest cycle of the sources of each thing that is reached.
    ///
    /// @param cycles of what it begins at; without those that say none
    static Spread slowest(Walk walk, Map<Owner, Cycle> cycles) {
        var spread = new Spread(walk, (link, near) -> near);
        walk.start().fields().forEach(field -> {
            var owner = walk.start().ownerOf().get(field);
            if (owner != null && cycles.containsKey(owner)) {
                spread.field(field, cycles.get(owner).ordinal());
            }
        });
        cycles.forEach((owner, cycle) -> {
            if (walk.start().owners().contains(owner)) {
                spread.source(owner, cycle.ordinal());
            }
        });
        return spread.toTheEnd();
    }

    /// What came to a field, or -1.
    int at(String field) {
        return fields.getOrDefault(field, -1);
    }

    /// What came to something as a whole, or -1.
    int at(Owner whole) {
        return wholes.getOrDefault(whole, -1);
    }

    private Spread toTheEnd() {
        while (!open.isEmpty()) {
            open.removeFirst().run();
        }
        return this;
    }

    private void field(String key, int number) {
        if (grows(fields, key, number)) {
            ofFields.getOrDefault(key, List.of()).forEach(link -> open.add(() -> pass(link, number)));
            var owner = ownerOf.get(key);
            if (owner != null) {
                source(owner, number);
            }
        }
    }

    /// A thing one field of which has the number, or which is reached as a whole, hands it to what is made of it as a
    /// whole; its other fields are none the wiser.
    private void source(Owner owner, int number) {
        if (grows(sources, owner, number)) {
            ofWholes.getOrDefault(owner, List.of()).forEach(link -> open.add(() -> pass(link, number)));
        }
    }

    private void pass(Walk.Link link, int near) {
        var number = passed.applyAsInt(link, near);
        if (link.toKind() == Kind.DATA_FIELD) {
            field(link.to(), number);
        } else {
            var owner = new Owner(link.toKind(), link.to());
            if (grows(wholes, owner, number)) {
                source(owner, number);
                fieldsOf.getOrDefault(owner, List.of()).forEach(field -> field(field, number));
            }
        }
    }

    private static <K> boolean grows(Map<K, Integer> numbers, K key, int number) {
        if (numbers.getOrDefault(key, -1) >= number) {
            return false;
        }
        numbers.put(key, number);
        return true;
    }
}
