package yuanliu.filing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// A node or relationship as the graph has it, and what the rows read so far make of it.
final class Thing {

    private final String key;
    private final Map<String, @Nullable Object> properties = new HashMap<>(48);
    private final Map<String, String> links = new HashMap<>();
    private final Map<String, @Nullable Object> changed = new LinkedHashMap<>();
    private final Map<String, @Nullable String> relinked = new LinkedHashMap<>();
    private boolean isNew;

    Thing(String key) {
        this.key = key;
        this.isNew = true;
    }

    static Thing from(Record row) {
        var thing = new Thing(row.get("key").asString());
        thing.isNew = false;
        thing.properties.putAll(row.get("properties").asMap());
        row.get("links")
                .asList(link -> link)
                .forEach(link ->
                        thing.links.put(link.get(0).asString(), link.get(1).asString()));
        return thing;
    }

    String key() {
        return key;
    }

    boolean isNew() {
        return isNew;
    }

    /// One like it, to try on it what is not to be.
    Thing aside() {
        var aside = new Thing(key);
        aside.isNew = isNew;
        aside.properties.putAll(properties);
        aside.links.putAll(links);
        return aside;
    }

    /// As much of it as these properties.
    Thing only(Set<String> some) {
        var only = new Thing(key);
        only.isNew = isNew;
        some.forEach(property -> {
            var value = properties.get(property);
            if (value != null) {
                only.properties.put(property, value);
            }
        });
        return only;
    }

    boolean set(String property, @Nullable Object value) {
        if (Objects.equals(properties.get(property), value)) {
            return false;
        }
        if (value == null) {
            properties.remove(property);
        } else {
            properties.put(property, value);
        }
        if (!isNew) {
            changed.put(property, value);
        }
        return true;
    }

    /// @param type   the statement that links, for types may be shared
    boolean link(String type, String statement, @Nullable String target) {
        if (Objects.equals(links.get(type), target)) {
            return false;
        }
        if (target == null) {
            links.remove(type);
        } else {
            links.put(type, target);
        }
        relinked.put(statement, target);
        return true;
    }

    @Nullable
    Object get(String property) {
        return properties.get(property);
    }

    String text(String property) {
        return properties.get(property) instanceof String text ? text : "";
    }

    boolean hasChanged() {
        return !changed().isEmpty() || !relinked.isEmpty();
    }

    boolean hasChanged(String property) {
        return changed().containsKey(property);
    }

    /// Of what is new, all that it has.
    Map<String, @Nullable Object> changed() {
        return isNew ? properties : changed;
    }

    Map<String, @Nullable String> relinked() {
        return relinked;
    }

    void written() {
        changed.clear();
        relinked.clear();
        isNew = false;
    }
}
