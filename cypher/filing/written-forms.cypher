// Writes forms; a property that is null is taken away.
// $rows  {key, properties}
UNWIND $rows AS row
MERGE (filed:Form {key: row.key})
SET filed += row.properties
