// Writes what filed derivations say now, and keeps what they said before.
// $rows  {edge, version, properties}
//
// A row of which somebody else has said something since it was read (its version is another, or it has been rejected)
// is left as it is.
UNWIND $rows AS row
MATCH ()-[derived:DERIVED_FROM {edge: row.edge}]->()
WHERE coalesce(derived.version, 1) = row.version
CREATE (former:FormerDerivation)
SET former = properties(derived), former.version = row.version, former.key = row.edge + '|' + toString(row.version)
SET derived += row.properties
SET derived.version = row.version + 1
