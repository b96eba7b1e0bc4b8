// Writes designations; a property that is null is taken away.
// $rows  {key, properties}
UNWIND $rows AS row
MERGE (filed:Designation {key: row.key})
SET filed += row.properties
