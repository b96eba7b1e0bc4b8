// Fields by their keys.
// $keys  the keys
UNWIND $keys AS key
MATCH (field:DataField {key: key})
RETURN field {.*} AS thing
