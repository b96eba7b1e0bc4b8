// A field that somebody bound is understood to be of the unit that it is held as, and of none when it is held as none.
// $key  of the field
MATCH (field:DataField {key: $key})
OPTIONAL MATCH (field)-[:HELD_AS]->(unit:SourceUnit)
SET field.understoodAs = unit.key
