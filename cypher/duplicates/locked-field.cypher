// Keeps a field from being changed by anybody else before this transaction has ended.
// $key  its key
MATCH (field:DataField {key: $key})
SET field.locked = true
REMOVE field.locked
