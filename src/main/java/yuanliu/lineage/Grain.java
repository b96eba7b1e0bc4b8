package yuanliu.lineage;

import yuanliu.catalog.Kind;

/// Between what kind of things lineage is told. The walk goes by fields at every grain.
public enum Grain {
    FIELD(Kind.DATA_FIELD),
    /// A form is an asset of its own beside the resources.
    RESOURCE(Kind.DATA_RESOURCE),
    SYSTEM(Kind.INFORMATION_SYSTEM),
    DEPARTMENT(Kind.DEPARTMENT);

    private final Kind kind;

    Grain(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
