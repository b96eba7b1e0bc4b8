// Writes derivations of DataField from DataField that are not there yet, each row a relationship of its own.
// $rows  {edge, down, up, properties}
//
// One that somebody else has brought or rejected since is left as it is.
//
// plan: two look-ups by a unique key for each row: their product is one row.
UNWIND $rows AS row
MATCH (down:DataField {key: row.down})
MATCH (up:DataField {key: row.up})
WHERE NOT EXISTS { ()-[:DERIVED_FROM {edge: row.edge}]->() }
  AND NOT EXISTS { ()-[:NOT_DERIVED_FROM {edge: row.edge}]->() }
CREATE (down)-[derived:DERIVED_FROM]->(up)
SET derived = row.properties
