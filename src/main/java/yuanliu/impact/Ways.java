package yuanliu.impact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Kind;
import yuanliu.lineage.Owner;
import yuanliu.lineage.Walk;

/// By what way a change comes to what is hit, the shortest there is.
final class Ways {

    /// Something on the way, and how what is nearer the user is made of it.
    record Place(Kind kind, String key, Walk.@Nullable By by) {}

    private final Map<String, Walk.By> ofFields = new HashMap<>();
    private final Map<Owner, Walk.By> ofWholes = new HashMap<>();
    private final Map<Owner, String> firstField = new HashMap<>();

    Ways(Walk walk) {
        for (var hit : walk.fields()) {
            ofFields.put(hit.field().key(), hit.by());
            if (hit.field().owner() != null) {
                firstField.putIfAbsent(hit.field().owner(), hit.field().key());
            }
        }
        walk.wholes().forEach(hit -> ofWholes.put(hit.owner(), hit.by()));
    }

    /// From the user's end to where the change begins.
    List<Place> to(Kind kind, String key) {
        var way = new ArrayList<Place>();
        var seen = new HashSet<String>();
        var at = new Walk.By(kind, key, null);
        while (true) {
            var by = before(at).orElse(null);
            if (by == null || !seen.add(at.kind() + " " + at.key())) {
                way.add(new Place(at.kind(), at.key(), null));
                return way;
            }
            way.add(new Place(at.kind(), at.key(), by));
            at = by;
        }
    }

    private Optional<Walk.By> before(Walk.By at) {
        if (at.kind() == Kind.DATA_FIELD) {
            return Optional.ofNullable(ofFields.get(at.key()));
        }
        var owner = new Owner(at.kind(), at.key());
        var whole = ofWholes.get(owner);
        return whole != null
                ? Optional.of(whole)
                : Optional.ofNullable(firstField.get(owner)).map(ofFields::get);
    }
}
