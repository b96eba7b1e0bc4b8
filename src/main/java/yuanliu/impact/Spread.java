package yuanliu.impact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Kind;

/// How far a change spreads: by fields, and by resources that are made from others as a whole. It goes level by level;
/// a field and a resource are each expanded once, so it ends in cycles and has no bound of its own.
///
/// A resource that is reached leads to what is made from it as a whole. What is reached as a whole is hit in all its
/// fields, and each of them leads on.
final class Spread {

    /// Where a change begins.
    ///
    /// @param fields keys; none of them is ever hit
    /// @param owners what these belong to
    /// @param whole  whether the owners themselves are changed, so that none of them is ever hit either
    record Start(Set<String> fields, Set<Owner> owners, boolean whole) {}

    /// The rows that lead on.
    interface Rows {

        List<FieldRow> fromFields(Collection<String> keys);

        List<WholeRow> fromResources(Collection<String> keys);
    }

    record Field(String key, String code, @Nullable String acquisition) {}

    record FieldRow(
            String fromKey,
            @Nullable String activity,
            Field field,
            @Nullable Owner owner) {}

    record WholeRow(String fromKey, @Nullable String activity, Owner owner, List<Field> fields) {}

    /// By what something is hit: a field, or a resource as a whole.
    record By(Kind kind, String key, @Nullable String activity) {}

    record FieldHit(Field field, @Nullable Owner owner, int hop, By by) {}

    record WholeHit(Owner owner, int hop, By by) {}

    private final Start start;
    private final Rows rows;
    private final Map<String, FieldHit> fields = new LinkedHashMap<>();
    private final Map<Owner, WholeHit> wholes = new LinkedHashMap<>();
    private final Set<Owner> expanded;
    private Set<String> fieldFrontier;
    private Set<Owner> ownerFrontier;

    Spread(Start start, Rows rows) {
        this.start = start;
        this.rows = rows;
        this.expanded = new HashSet<>(start.owners());
        this.fieldFrontier = start.fields();
        this.ownerFrontier = start.owners();
        for (int hop = 1; !fieldFrontier.isEmpty() || !ownerFrontier.isEmpty(); hop++) {
            goOn(hop);
        }
    }

    private void goOn(int hop) {
        var fieldRows = fieldFrontier.isEmpty() ? List.<FieldRow>of() : rows.fromFields(fieldFrontier);
        var resources = ownerFrontier.stream()
                .filter(owner -> !owner.isForm())
                .map(Owner::key)
                .toList();
        var wholeRows = resources.isEmpty() ? List.<WholeRow>of() : rows.fromResources(resources);
        fieldFrontier = new LinkedHashSet<>();
        ownerFrontier = new LinkedHashSet<>();
        for (var row : fieldRows) {
            hit(new FieldHit(row.field(), row.owner(), hop, new By(Kind.DATA_FIELD, row.fromKey(), row.activity())));
        }
        for (var row : wholeRows) {
            var by = new By(Kind.DATA_RESOURCE, row.fromKey(), row.activity());
            wholes.putIfAbsent(row.owner(), new WholeHit(row.owner(), hop, by));
            reach(row.owner());
            for (var field : row.fields()) {
                hit(new FieldHit(field, row.owner(), hop, by));
            }
        }
    }

    private void hit(FieldHit hit) {
        var key = hit.field().key();
        if (!start.fields().contains(key) && fields.putIfAbsent(key, hit) == null) {
            fieldFrontier.add(key);
            if (hit.owner() != null) {
                reach(hit.owner());
            }
        }
    }

    private void reach(Owner owner) {
        if (expanded.add(owner)) {
            ownerFrontier.add(owner);
        }
    }

    Start start() {
        return start;
    }

    Collection<FieldHit> fields() {
        return fields.values();
    }

    /// What is reached as a whole and is not changed itself.
    Collection<WholeHit> wholes() {
        return wholes.values().stream()
                .filter(hit -> !(start.whole() && start.owners().contains(hit.owner())))
                .toList();
    }

    /// What the fields that are hit belong to, and what is hit as a whole, each at its least number of hops.
    Map<Owner, Integer> owners() {
        var owners = new LinkedHashMap<Owner, Integer>();
        for (var hit : fields()) {
            if (hit.owner() != null) {
                owners.merge(hit.owner(), hit.hop(), Math::min);
            }
        }
        wholes().forEach(hit -> owners.merge(hit.owner(), hit.hop(), Math::min));
        return owners;
    }

    /// All fields that are changed or hit.
    Set<String> touched() {
        var touched = new LinkedHashSet<>(start.fields());
        touched.addAll(fields.keySet());
        return touched;
    }

    /// The resources that are changed or hit: whoever uses them is hit as well.
    List<String> touchedResources() {
        var touched = new LinkedHashSet<>(start.owners());
        touched.addAll(owners().keySet());
        var keys = new ArrayList<String>();
        touched.stream().filter(owner -> !owner.isForm()).forEach(owner -> keys.add(owner.key()));
        return keys;
    }
}
