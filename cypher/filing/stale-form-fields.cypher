// Marks the fields of what has changed: their unit is computed anew.
// $keys  keys of the forms
UNWIND $keys AS key
MATCH (:Form {key: key})-[:HAS_FIELD]->(field:DataField)
SET field.stale = true
