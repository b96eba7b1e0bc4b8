package yuanliu.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// A walk as it is told at a grain.
///
/// A place is reached when a walked row leads into it from outside of it; so what is asked of is reached by its own
/// system only when the walk leaves that and comes back. A row from one start to another stays inside the start and
/// leads into nothing. What is asked of is never reached, nor what it consists of.
final class Reach {

    /// @param hop the least number of rows from a start
    record Reached(Place place, int hop) {

        static final Comparator<Reached> BY_CODE = Comparator.comparing(Reached::code, Codes.ORDER)
                .thenComparing(one -> one.place().kind());
        static final Comparator<Reached> NEAREST_FIRST =
                Comparator.comparingInt(Reached::hop).thenComparing(BY_CODE);

        String code() {
            return place.code();
        }
    }

    private final Walk walk;
    private final List<Walk.Step> steps;
    private final Grain grain;
    private final Set<Place> asked;
    private final @Nullable Integer maxHops;
    private final Function<End, @Nullable Place> placeOf;
    private final Map<Place, Integer> hops = new LinkedHashMap<>();
    private final Set<Place> leadingOn = new HashSet<>();

    /// @param asked   what is asked of, when it is of this grain
    /// @param placeOf where an end of a row lies at this grain; null when nowhere
    ///
    /// @param steps   what is shown of the walk: all of it, or with what lies between folded
    Reach(
            Walk walk,
            List<Walk.Step> steps,
            Grain grain,
            Set<Place> asked,
            @Nullable Integer maxHops,
            Function<End, @Nullable Place> placeOf) {
        this.walk = walk;
        this.steps = steps;
        this.grain = grain;
        this.asked = asked;
        this.maxHops = maxHops;
        this.placeOf = placeOf;
        walk.steps().forEach(step -> leadOn(step.row()));
        steps.forEach(this::follow);
    }

    /// Whatever is folded: it is none of the ends.
    private void leadOn(Derivation row) {
        var nearPlace = placeOf.apply(row.near(walk.direction()));
        if (nearPlace != null
                && (grain == Grain.FIELD || !nearPlace.equals(placeOf.apply(row.far(walk.direction()))))) {
            leadingOn.add(nearPlace);
        }
    }

    private void follow(Walk.Step step) {
        var near = step.row().near(walk.direction());
        var far = step.row().far(walk.direction());
        var nearPlace = placeOf.apply(near);
        var farPlace = placeOf.apply(far);
        var staysIn = nearPlace != null && nearPlace.equals(farPlace);
        if (farPlace != null && !staysIn && !within(near, far) && !isAsked(far, farPlace)) {
            hops.merge(farPlace, step.hop() + 1, Math::min);
        }
    }

    private boolean within(End near, End far) {
        return walk.start().has(near) && walk.start().has(far);
    }

    private boolean isAsked(End end, Place place) {
        return switch (grain) {
            case FIELD -> walk.start().has(end);
            case RESOURCE ->
                walk.start().whole() && walk.start().owners().contains(new Owner(place.kind(), place.key()));
            case SYSTEM, DEPARTMENT -> asked.contains(place);
        };
    }

    /// Nearest first, then by code.
    List<Reached> reached() {
        return all().stream().filter(this::near).sorted(Reached.NEAREST_FIRST).toList();
    }

    private List<Reached> all() {
        var all = new ArrayList<Reached>(hops.size());
        hops.forEach((place, hop) -> all.add(new Reached(place, hop)));
        return all;
    }

    private boolean near(Reached one) {
        return maxHops == null || one.hop() <= maxHops;
    }

    int count() {
        return (int) all().stream().filter(this::near).count();
    }

    /// How many lie beyond the hops that were asked for.
    long omitted() {
        return hops.size() - count();
    }

    Map<Integer, Integer> countsByHop() {
        var counts = new TreeMap<Integer, Integer>();
        all().stream().filter(this::near).forEach(one -> counts.merge(one.hop(), 1, Integer::sum));
        return counts;
    }

    /// Those from which no row leads on: at the grain of fields not even back to themselves, above it out of them.
    List<Reached> ends() {
        return all().stream()
                .filter(this::near)
                .filter(one -> !leadingOn.contains(one.place()))
                .sorted(Reached.BY_CODE)
                .toList();
    }

    /// Every row walked within the hops that were asked for: from a start, or from what lies nearer than the last hop.
    List<Derivation> rows() {
        return steps.stream()
                .filter(step -> maxHops == null || step.hop() < maxHops)
                .map(Walk.Step::row)
                .sorted(Derivation.ORDER)
                .toList();
    }

    /// The rows by which each place was come to.
    Map<Place, List<Derivation>> arrivals() {
        var arrivals = new HashMap<Place, List<Derivation>>();
        for (var row : rows()) {
            var place = placeOf.apply(row.far(walk.direction()));
            if (place != null
                    && hops.containsKey(place)
                    && (grain == Grain.FIELD || !place.equals(placeOf.apply(row.near(walk.direction()))))) {
                arrivals.computeIfAbsent(place, one -> new ArrayList<>()).add(row);
            }
        }
        return arrivals;
    }

    /// Where an end of a row is shown: at its place, else as what it belongs to, else as itself.
    End shown(End end) {
        var place = placeOf.apply(end);
        if (place != null) {
            return new End(place.kind(), place.key(), place.code());
        }
        var owner = walk.ownerOf(end);
        return owner == null ? end : new End(owner.kind(), owner.key(), owner.key());
    }
}
