// Writes derivations of DataField from DataField, each row a relationship of its own.
// $rows  {edge, down, up, properties}
UNWIND $rows AS row
MATCH (down:DataField {key: row.down})
MATCH (up:DataField {key: row.up})
MERGE (down)-[derived:DERIVED_FROM {edge: row.edge}]->(up)
SET derived += row.properties
