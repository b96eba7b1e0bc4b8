// Marks the fields that represent what has changed: their unit is computed anew.
// $keys  keys of the elements
UNWIND $keys AS key
MATCH (field:DataField {elementKey: key})
SET field.stale = true
