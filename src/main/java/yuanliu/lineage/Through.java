package yuanliu.lineage;

import java.util.Collection;
import java.util.List;
import yuanliu.catalog.Entity;

/// What a question passes through without showing it.
///
/// @param named        what the asker names
/// @param byTheirNames whether what is called technical, by the setting, is passed through too
public record Through(List<Entity> named, boolean byTheirNames) {

    static final Through NOTHING = new Through(List.of(), false);

    public Through {
        named = List.copyOf(named);
    }

    static Through of(Collection<Entity> named, boolean byTheirNames) {
        return new Through(List.copyOf(named), byTheirNames);
    }

    boolean isNothing() {
        return named.isEmpty() && !byTheirNames;
    }

    /// What tells a list that is folded so from one that is folded otherwise.
    String mark() {
        return named.stream().map(Entity::id).sorted().toList() + " " + byTheirNames;
    }
}
