// Links each Designation to its one Department by NAMES, and to no other.
// $rows  {key, target}: both keys; no target, no link
UNWIND $rows AS row
MATCH (filed:Designation {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:NAMES]->(other:Department)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
}
WITH filed, row
MATCH (target:Department {key: row.target})
MERGE (filed)-[:NAMES]->(target)
