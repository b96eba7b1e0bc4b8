// Writes departments; a property that is null is taken away.
// $rows  {key, properties}
UNWIND $rows AS row
MERGE (filed:Department {key: row.key})
SET filed += row.properties
