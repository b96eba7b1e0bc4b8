// Writes derivations of DataResource from DataResource, each row a relationship of its own, and keeps what it said before.
// $rows  {edge, down, up, filedOn, version, properties}: filedOn stays that of the first filing
//
// A row of which somebody else has said something since it was read (its version is another, or it has been rejected)
// is left as it is: 0 is the version of one that is not there.
//
// plan: two look-ups by a unique key for each row: their product is one row.
UNWIND $rows AS row
MATCH (down:DataResource {key: row.down})
MATCH (up:DataResource {key: row.up})
WHERE NOT EXISTS { ()-[:NOT_DERIVED_FROM {edge: row.edge}]->() }
MERGE (down)-[derived:DERIVED_FROM {edge: row.edge}]->(up)
ON CREATE SET derived.filedOn = row.filedOn, derived.version = 0
WITH row, derived
WHERE coalesce(derived.version, 1) = row.version
FOREACH (before IN CASE WHEN row.version > 0 THEN [derived] ELSE [] END |
  CREATE (former:FormerDerivation)
  SET former = properties(before), former.version = row.version, former.key = row.edge + '|' + toString(row.version)
)
SET derived += row.properties
SET derived.version = row.version + 1
