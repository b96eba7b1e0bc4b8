package yuanliu.catalog;

import java.util.Optional;
import java.util.Set;

/// Finds entities of some labels. A capability that adds an entity adds a bean of this kind, so that `entity(id:)`
/// knows it.
public interface EntityFinder {

    /// The labels that it answers for; every label has one finder. This is asked at the start, when no graph need be
    /// there yet: so not in a transaction.
    Set<String> labels();

    Optional<Entity> find(String label, String key);
}
