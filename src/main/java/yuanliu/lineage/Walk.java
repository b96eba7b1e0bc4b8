package yuanliu.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Kind;

/// What is reached from some fields, by rows between fields and by rows between wholes. It goes level by level; a
/// field, and a resource or form, is expanded once, at its least number of hops. So it ends in cycles and has no bound
/// of its own.
///
/// A resource that is reached leads to what is made from it as a whole (or to what it is made from, upstream). What is
/// reached as a whole is reached in all its fields, and each of them leads on.
public final class Walk {

    /// Where a walk begins.
    ///
    /// @param fields  keys; none of them is ever reached
    /// @param owners  what these belong to
    /// @param whole   whether the owners themselves are asked of, so that none of them is ever reached either
    /// @param ownerOf by the key of each field, what it belongs to; without those that belong to nothing
    public record Start(Set<String> fields, Set<Owner> owners, boolean whole, Map<String, Owner> ownerOf) {

        public Start {
            fields = Set.copyOf(fields);
            owners = Set.copyOf(owners);
            ownerOf = Map.copyOf(ownerOf);
        }

        /// Fields alone: what they belong to does not lead on.
        static Start ofFields(Collection<String> fields) {
            return new Start(Set.copyOf(fields), Set.of(), false, Map.of());
        }

        /// Whether something is where the walk begins.
        boolean has(End end) {
            return end.isField() ? fields.contains(end.key()) : whole && owners.contains(end.owner());
        }
    }

    /// The rows that lead on, in the walk's direction.
    interface Rows {

        List<FieldRow> ofFields(Collection<String> keys);

        List<WholeRow> ofWholes(Collection<Owner> owners);
    }

    public record Field(
            String key,
            String code,
            @Nullable String acquisition,
            @Nullable Owner owner) {}

    /// @param far what it leads to
    record FieldRow(Derivation row, Field far) {}

    /// @param fields all fields of what it leads to
    record WholeRow(Derivation row, List<Field> fields) {}

    /// By what something is reached: a field, or a resource as a whole.
    public record By(Kind kind, String key, @Nullable Activity activity) {}

    public record FieldReached(Field field, int hop, By by) {}

    public record WholeReached(Owner owner, int hop, By by) {}

    /// A row that was walked, from what is nearer the source to what is nearer the user.
    ///
    /// @param from the key of a field, or of a resource or form as a whole
    public record Link(
            Kind fromKind,
            String from,
            Kind toKind,
            String to,
            @Nullable Activity activity) {}

    /// A row that was walked.
    ///
    /// @param hop how far its near end is from the nearest start
    record Step(Derivation row, int hop) {}

    private final Start start;
    private final LineageDirection direction;
    private final Rows rows;
    private final Map<String, FieldReached> fields = new LinkedHashMap<>();
    private final Map<Owner, WholeReached> wholes = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Owner> ownerOf;
    private final Set<Owner> expanded;
    private Set<String> fieldFrontier;
    private Set<Owner> ownerFrontier;

    Walk(Start start, LineageDirection direction, Rows rows) {
        this.start = start;
        this.direction = direction;
        this.rows = rows;
        this.ownerOf = new HashMap<>(start.ownerOf());
        this.expanded = new HashSet<>(start.owners());
        this.fieldFrontier = start.fields();
        this.ownerFrontier = start.owners();
        for (int hop = 1; !fieldFrontier.isEmpty() || !ownerFrontier.isEmpty(); hop++) {
            goOn(hop);
        }
    }

    private void goOn(int hop) {
        var fieldRows = fieldFrontier.isEmpty() ? List.<FieldRow>of() : rows.ofFields(fieldFrontier);
        var wholeRows = ownerFrontier.isEmpty() ? List.<WholeRow>of() : rows.ofWholes(ownerFrontier);
        fieldFrontier = new LinkedHashSet<>();
        ownerFrontier = new LinkedHashSet<>();
        for (var row : fieldRows) {
            reach(row.far(), hop, by(row.row()));
            steps.add(new Step(row.row(), hop - 1));
        }
        for (var row : wholeRows) {
            var owner = row.row().far(direction).owner();
            var by = by(row.row());
            wholes.putIfAbsent(owner, new WholeReached(owner, hop, by));
            expand(owner);
            row.fields().forEach(field -> reach(field, hop, by));
            steps.add(new Step(row.row(), hop - 1));
        }
    }

    private By by(Derivation row) {
        var near = row.near(direction);
        return new By(near.kind(), near.key(), row.activity());
    }

    private void reach(Field field, int hop, By by) {
        var key = field.key();
        if (!start.fields().contains(key) && fields.putIfAbsent(key, new FieldReached(field, hop, by)) == null) {
            fieldFrontier.add(key);
            if (field.owner() != null) {
                ownerOf.put(key, field.owner());
                expand(field.owner());
            }
        }
    }

    private void expand(Owner owner) {
        if (expanded.add(owner)) {
            ownerFrontier.add(owner);
        }
    }

    public Start start() {
        return start;
    }

    LineageDirection direction() {
        return direction;
    }

    public Collection<FieldReached> fields() {
        return fields.values();
    }

    boolean reaches(String field) {
        return fields.containsKey(field);
    }

    /// What is reached as a whole, and what is asked of itself too.
    Collection<WholeReached> allWholes() {
        return wholes.values();
    }

    /// What is reached as a whole and is not asked of itself.
    public Collection<WholeReached> wholes() {
        return wholes.values().stream()
                .filter(one -> !(start.whole() && start.owners().contains(one.owner())))
                .toList();
    }

    /// What the fields that are reached belong to, and what is reached as a whole, each at its least number of hops.
    public Map<Owner, Integer> owners() {
        var owners = new LinkedHashMap<Owner, Integer>();
        for (var one : fields()) {
            if (one.field().owner() != null) {
                owners.merge(one.field().owner(), one.hop(), Math::min);
            }
        }
        wholes().forEach(one -> owners.merge(one.owner(), one.hop(), Math::min));
        return owners;
    }

    /// All fields that it begins at or reaches.
    public Set<String> touched() {
        var touched = new LinkedHashSet<>(start.fields());
        touched.addAll(fields.keySet());
        return touched;
    }

    /// The resources that it begins at or reaches.
    public List<String> touchedResources() {
        var touched = new LinkedHashSet<>(start.owners());
        touched.addAll(owners().keySet());
        return touched.stream().filter(owner -> !owner.isForm()).map(Owner::key).toList();
    }

    /// What an end of a walked row belongs to, or is.
    @Nullable
    Owner ownerOf(End end) {
        return end.isField() ? ownerOf.get(end.key()) : end.owner();
    }

    /// Everything that was walked.
    List<Step> steps() {
        return steps;
    }

    /// Everything that was walked, as those see it who ask what is passed on by it.
    public List<Link> links() {
        return steps.stream()
                .map(Step::row)
                .map(row -> new Link(
                        row.from().kind(),
                        row.from().key(),
                        row.to().kind(),
                        row.to().key(),
                        row.activity()))
                .toList();
    }

    List<Derivation> rows() {
        return steps.stream().map(Step::row).sorted(Derivation.ORDER).toList();
    }

    /// The fields, starts among them, from which no row leads on.
    Set<String> unled() {
        var unled = touched();
        steps.forEach(step -> unled.remove(step.row().near(direction).key()));
        return unled;
    }
}
