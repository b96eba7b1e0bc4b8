package yuanliu.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// A node or relationship as the graph has it, and what the rows read so far make of it.
final class Thing {

    private final String key;
    private final Layout layout;
    private final @Nullable Object[] values;
    private final List<Link> links = new ArrayList<>(2);

    /// What the layout has no place for.
    private @Nullable Map<String, Object> others;

    /// Of what is in the graph, what is to be another; of what is new all is.
    private @Nullable Map<String, @Nullable Object> changed;

    private boolean isNew;

    Thing(Layout layout, String key) {
        this.layout = layout;
        this.key = key;
        this.values = new @Nullable Object[layout.size()];
        this.isNew = true;
    }

    static Thing from(Layout layout, Record row) {
        var thing = new Thing(layout, row.get("key").asString());
        row.get("properties").asMap().forEach(thing::keep);
        row.get("links")
                .asList(link -> link)
                .forEach(link -> thing.linkTo(link.get(0).asString()).target =
                        link.get(1).asString());
        thing.isNew = false;
        return thing;
    }

    String key() {
        return key;
    }

    Layout layout() {
        return layout;
    }

    boolean isNew() {
        return isNew;
    }

    /// One like it, to try on it what is not to be.
    Thing aside() {
        var aside = new Thing(layout, key);
        aside.isNew = isNew;
        System.arraycopy(values, 0, aside.values, 0, values.length);
        if (others != null) {
            aside.others = new HashMap<>(others);
        }
        links.forEach(link -> aside.linkTo(link.type).target = link.target);
        return aside;
    }

    /// As much of it as these properties.
    Thing only(Set<String> some) {
        var only = new Thing(layout, key);
        only.isNew = isNew;
        some.forEach(property -> only.keep(property, get(property)));
        return only;
    }

    boolean set(String property, @Nullable Object value) {
        if (Objects.equals(get(property), value)) {
            return false;
        }
        keep(property, value);
        if (!isNew) {
            if (changed == null) {
                changed = new LinkedHashMap<>();
            }
            changed.put(property, value);
        }
        return true;
    }

    private void keep(String property, @Nullable Object value) {
        var place = layout.place(property);
        if (place >= 0) {
            values[place] = value;
        } else if (value != null) {
            if (others == null) {
                others = new HashMap<>();
            }
            others.put(property, value);
        } else if (others != null) {
            others.remove(property);
        }
    }

    /// @param type   of a thing's links there is one of each
    /// @param statement the statement that links, for types may be shared
    boolean link(String type, String statement, @Nullable String target) {
        var link = linkTo(type);
        if (Objects.equals(link.target, target)) {
            return false;
        }
        link.target = target;
        link.statement = statement;
        return true;
    }

    private Link linkTo(String type) {
        for (var link : links) {
            if (link.type.equals(type)) {
                return link;
            }
        }
        var link = new Link(type);
        links.add(link);
        return link;
    }

    @Nullable
    Object get(String property) {
        var place = layout.place(property);
        if (place >= 0) {
            return values[place];
        }
        return others == null ? null : others.get(property);
    }

    String text(String property) {
        return get(property) instanceof String text ? text : "";
    }

    boolean hasChanged() {
        if (isNew || changed != null && !changed.isEmpty()) {
            return true;
        }
        for (var link : links) {
            if (link.statement != null) {
                return true;
            }
        }
        return false;
    }

    boolean hasChanged(String property) {
        return isNew ? get(property) != null : changed != null && changed.containsKey(property);
    }

    /// Of what is new, all that it has.
    Map<String, @Nullable Object> changed() {
        if (!isNew) {
            return changed == null ? Map.of() : changed;
        }
        var all = new HashMap<String, @Nullable Object>();
        each(all::put);
        return all;
    }

    /// The value at a place of its layout.
    @Nullable
    Object at(int place) {
        return values[place];
    }

    /// What the layout has no place for.
    Map<String, Object> others() {
        return others == null ? Map.of() : others;
    }

    private void each(BiConsumer<String, Object> use) {
        for (var place = 0; place < values.length; place++) {
            var value = values[place];
            if (value != null) {
                use.accept(layout.name(place), value);
            }
        }
        others().forEach(use);
    }

    /// Whether the statement is to link it anew, or to nothing any more.
    boolean isRelinked(String statement) {
        for (var link : links) {
            if (statement.equals(link.statement)) {
                return true;
            }
        }
        return false;
    }

    /// What the statement is to link it to; null where that is nothing, and where it has nothing to do.
    @Nullable
    String relinked(String statement) {
        for (var link : links) {
            if (statement.equals(link.statement)) {
                return link.target;
            }
        }
        return null;
    }

    void written() {
        changed = null;
        links.forEach(link -> link.statement = null);
        isNew = false;
    }

    /// A link of a type, to what it leads, and the statement that has yet to write it.
    private static final class Link {

        private final String type;
        private @Nullable String target;
        private @Nullable String statement;

        private Link(String type) {
            this.type = type;
        }
    }
}
