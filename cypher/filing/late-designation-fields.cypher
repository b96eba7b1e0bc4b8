// Links designations that named a field before it was filed.
// $rows  {key, named}: the field's key, and its owner and name as designations write them
//
// plan: the one thing that was named, times those that named it: no more rows than links.
UNWIND $rows AS row
MATCH (filed:Designation {fieldKey: row.named})
MATCH (target:DataField {key: row.key})
MERGE (filed)-[:AT]->(target)
