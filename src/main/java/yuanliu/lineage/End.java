package yuanliu.lineage;

import yuanliu.catalog.Kind;

/// One end of a 血缘 row: a field, or a resource or form as a whole.
record End(Kind kind, String key, String code) {

    static End field(String key, String code) {
        return new End(Kind.DATA_FIELD, key, code);
    }

    boolean isField() {
        return kind == Kind.DATA_FIELD;
    }

    Owner owner() {
        return new Owner(kind, key);
    }
}
