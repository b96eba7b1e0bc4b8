// The units that some fields were understood to be of: those they are held as, unless another was kept.
// $fields  keys
UNWIND $fields AS key
MATCH (field:DataField {key: key})
WITH coalesce(field.understoodAs, head(COLLECT { MATCH (field)-[:HELD_AS]->(unit:SourceUnit) RETURN unit.key })) AS unit
WHERE unit IS NOT NULL
RETURN DISTINCT unit
