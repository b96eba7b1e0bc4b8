// Hangs fields on their units and answers which units they left.
// $fields  {field, unit}: keys; a field without an element has no unit
UNWIND $fields AS row
MATCH (field:DataField {key: row.field})
CALL (field, row) {
  MATCH (field)-[held:HELD_AS]->(old:SourceUnit)
  WHERE row.unit IS NULL OR old.key <> row.unit
  DELETE held
  RETURN collect(old.key) AS left
}
CALL (field, row) {
  MATCH (unit:SourceUnit {key: row.unit})
  MERGE (field)-[:HELD_AS]->(unit)
}
REMOVE field.stale
WITH left
UNWIND left AS unit
RETURN DISTINCT unit
