// Hangs fields under the resource that they are of.
// $rows  {key, owner}: keys of the field and of its resource
//
// plan: two look-ups by a unique key for each row: their product is one row.
UNWIND $rows AS row
MATCH (owner:DataResource {key: row.owner})
MATCH (field:DataField {key: row.key})
MERGE (owner)-[:HAS_FIELD]->(field)
