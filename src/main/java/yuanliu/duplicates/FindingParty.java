package yuanliu.duplicates;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import yuanliu.catalog.Asset;
import yuanliu.catalog.Department;
import yuanliu.catalog.InformationSystem;
import yuanliu.catalog.Kind;
import yuanliu.duplicates.detection.Role;

/// A field or an entry that a finding is about, and what it has to do with it.
record FindingParty(
        Asset asset,
        @Nullable Department department,
        @Nullable InformationSystem system,
        Role role,
        double confidence) {

    static FindingParty from(Record row) {
        var kind = Kind.labelled(row.get("label").asString()).orElseThrow();
        return new FindingParty(
                (Asset) kind.read(row.get("asset")),
                row.get("department").isNull() ? null : Department.from(row.get("department")),
                row.get("system").isNull() ? null : InformationSystem.from(row.get("system")),
                Role.valueOf(row.get("role").asString()),
                row.get("confidence").asDouble(1));
    }
}
