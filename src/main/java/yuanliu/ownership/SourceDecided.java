package yuanliu.ownership;

/// Said within the transaction in which people have made a department a unit's source, or have ended that it is.
///
/// @param unit the unit's key
public record SourceDecided(String unit) {}
