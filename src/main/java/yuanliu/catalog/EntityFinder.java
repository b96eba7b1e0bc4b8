package yuanliu.catalog;

import java.util.Optional;
import java.util.Set;

/// Finds entities of some labels. A capability that adds an entity adds a bean of this kind, so that `entity(id:)`
/// knows it.
public interface EntityFinder {

    /// The labels that it answers for; every label has one finder.
    Set<String> labels();

    Optional<Entity> find(String label, String key);
}
