package yuanliu.lineage;

import yuanliu.catalog.Kind;

/// A thing between which lineage is told: a field, a resource, a form, a system or a department.
record Place(Kind kind, String key, String code) {}
