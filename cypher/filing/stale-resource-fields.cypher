// Marks the fields of what has changed: their unit is computed anew.
// $keys  keys of the resources
UNWIND $keys AS key
MATCH (:DataResource {key: key})-[:HAS_FIELD]->(field:DataField)
SET field.stale = true
