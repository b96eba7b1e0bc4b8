// The nodes of fields.
// $keys  the keys of the fields
UNWIND $keys AS key
MATCH (field:DataField {key: key})
RETURN key, id(field) AS id
