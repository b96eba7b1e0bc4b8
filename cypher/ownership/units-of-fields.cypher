// The unit that each field is held as.
// $fields  keys
UNWIND $fields AS key
MATCH (field:DataField {key: key})-[:HELD_AS]->(unit:SourceUnit)-[:OF]->(element:DataElement)
RETURN field.code AS field, unit {.*, element: element {.*}, region: null} AS unit
