package yuanliu.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Kind;
import yuanliu.memory.Flow;

/// A walk over the graph with its fields and owners numbered, and what the numbers mean.
public final class Numbered {

    private final Flow flow;
    private final Map<String, Integer> fieldNumbers = new HashMap<>();
    private final List<Walk.Field> fields = new ArrayList<>();
    private final Map<Owner, Integer> ownerNumbers = new HashMap<>();
    private final List<Owner> owners = new ArrayList<>();

    public Numbered(Walk walk) {
        var start = walk.start();
        this.flow = new Flow(start.fields().size(), start.whole());
        start.owners().forEach(owner -> add(owner, true));
        for (var key : start.fields()) {
            add(new Walk.Field(key, key, null, start.ownerOf().get(key)), 0, Flow.NONE);
        }
        // the links name what is reached, so what is reached is numbered first, and told of its link afterwards
        var reached = List.copyOf(walk.fields());
        for (int i = 0; i < reached.size(); i++) {
            fieldNumbers.put(reached.get(i).field().key(), flow.size() + i);
        }
        var links = new HashMap<Walk.Link, Integer>();
        for (var link : walk.links()) {
            links.putIfAbsent(
                    link,
                    flow.addLink(
                            number(link.fromKind(), link.from()),
                            number(link.toKind(), link.to()),
                            link.activity() == null ? null : link.activity().word()));
        }
        for (var one : reached) {
            var field = one.field();
            add(field, one.hop(), by(links, one.by(), Kind.DATA_FIELD, field.key(), field.owner()));
        }
        for (var one : walk.allWholes()) {
            var owner = one.owner();
            flow.reachWhole(add(owner, false), one.hop(), by(links, one.by(), owner.kind(), owner.key(), null));
        }
    }

    /// A field that came with its whole was come to by the whole's row.
    private static int by(Map<Walk.Link, Integer> links, Walk.By by, Kind kind, String key, @Nullable Owner owner) {
        var link = links.get(new Walk.Link(by.kind(), by.key(), kind, key, by.activity()));
        if (link == null && owner != null) {
            link = links.get(new Walk.Link(by.kind(), by.key(), owner.kind(), owner.key(), by.activity()));
        }
        if (link == null) {
            throw new IllegalStateException("No row leads from %s to %s".formatted(by, key));
        }
        return link;
    }

    private int number(Kind kind, String key) {
        if (kind == Kind.DATA_FIELD) {
            var number = fieldNumbers.get(key);
            if (number == null) {
                throw new IllegalStateException("The field %s was walked and not reached".formatted(key));
            }
            return number;
        }
        return ~add(new Owner(kind, key), false);
    }

    private int add(Owner owner, boolean start) {
        return ownerNumbers.computeIfAbsent(owner, any -> {
            owners.add(owner);
            return flow.addOwner(owner.isForm(), start);
        });
    }

    private void add(Walk.Field field, int hop, int by) {
        var number = flow.addField(
                hop, field.owner() == null ? Flow.NONE : add(field.owner(), false), field.acquisition(), by);
        fieldNumbers.put(field.key(), number);
        fields.add(field);
    }

    public Flow flow() {
        return flow;
    }

    /// The number of a field, which may be one that the walk has not come to: then it is numbered beyond the flow.
    public int number(Walk.Field field) {
        var number = fieldNumbers.get(field.key());
        if (number == null) {
            number = fields.size();
            fieldNumbers.put(field.key(), number);
            fields.add(field);
        }
        return number;
    }

    /// The number of a resource or form, which is given one when the walk has not come to it.
    public int number(Owner owner) {
        return add(owner, false);
    }

    /// The number of a field by its key; -1 when it has none.
    public int fieldNumber(String key) {
        return fieldNumbers.getOrDefault(key, Flow.NONE);
    }

    /// The number of a resource or form; -1 when it has none.
    public int ownerNumber(Owner owner) {
        return ownerNumbers.getOrDefault(owner, Flow.NONE);
    }

    public Walk.Field field(int number) {
        return fields.get(number);
    }

    public Owner owner(int number) {
        return owners.get(number);
    }

    public List<Owner> owners() {
        return List.copyOf(owners);
    }
}
