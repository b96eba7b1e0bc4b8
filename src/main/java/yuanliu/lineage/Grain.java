package yuanliu.lineage;

/// Between what kind of things lineage is told.
public enum Grain {
    FIELD
}
