package yuanliu.lineage;

/// Derivation runs from source to user.
public enum LineageDirection {
    /// towards the sources
    UPSTREAM,
    /// towards the users
    DOWNSTREAM
}
