// Writes derivations of DataField from DataField, each row a relationship of its own.
// $rows  {edge, down, up, filedOn, properties}: filedOn stays that of the first filing
//
// plan: two look-ups by a unique key for each row: their product is one row.
UNWIND $rows AS row
MATCH (down:DataField {key: row.down})
MATCH (up:DataField {key: row.up})
MERGE (down)-[derived:DERIVED_FROM {edge: row.edge}]->(up)
ON CREATE SET derived.filedOn = row.filedOn
SET derived += row.properties
