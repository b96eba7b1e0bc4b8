// Links each designation to the field it designates, and to no other.
// $rows  {key, target}: key of the designation, key of the field; no target, no link
UNWIND $rows AS row
MATCH (filed:Designation {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:AT]->(other:DataField)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
}
WITH filed, row
MATCH (target:DataField {key: row.target})
MERGE (filed)-[:AT]->(target)
