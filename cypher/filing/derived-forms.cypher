// Writes derivations of Form from DataResource, each row a relationship of its own.
// $rows  {edge, down, up, properties}
UNWIND $rows AS row
MATCH (down:Form {key: row.down})
MATCH (up:DataResource {key: row.up})
MERGE (down)-[derived:DERIVED_FROM {edge: row.edge}]->(up)
SET derived += row.properties
