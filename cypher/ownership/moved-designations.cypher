// Hangs designations on their units and answers which units they left.
// $designations  {designation, unit}: keys
UNWIND $designations AS row
MATCH (designation:Designation {key: row.designation})
CALL (row) {
  MATCH (unit:SourceUnit {key: row.unit})
  RETURN unit
}
CALL (designation, unit) {
  MATCH (designation)-[of:OF]->(old:SourceUnit)
  WHERE old <> unit
  DELETE of
  RETURN collect(old.key) AS left
}
MERGE (designation)-[:OF]->(unit)
WITH left
UNWIND left AS unit
RETURN DISTINCT unit
