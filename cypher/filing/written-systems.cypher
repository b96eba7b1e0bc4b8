// Writes systems; a property that is null is taken away.
// $rows  {key, properties}
UNWIND $rows AS row
MERGE (filed:InformationSystem {key: row.key})
SET filed += row.properties
