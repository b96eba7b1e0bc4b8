// Hangs fields under the form that they are of.
// $rows  {key, owner}: keys of the field and of its form
//
// plan: two look-ups by a unique key for each row: their product is one row.
UNWIND $rows AS row
MATCH (owner:Form {key: row.owner})
MATCH (field:DataField {key: row.key})
MERGE (owner)-[:HAS_FIELD]->(field)
