package yuanliu.catalog;

/// Said when a filing has changed the graph and all that follows at once from it is done.
///
/// @param filing its code
public record CatalogueChanged(String filing) {}
