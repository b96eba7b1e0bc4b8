package yuanliu.lineage;

/// Said within the transaction in which a person has decided of what something is derived from.
///
/// @param user the key of the field, resource or form that is derived
public record LineageDecided(String user) {}
