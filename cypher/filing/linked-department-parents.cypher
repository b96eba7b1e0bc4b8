// Links each Department to its one Department by PART_OF, and to no other.
// $rows  {key, target}: both keys; no target, no link
UNWIND $rows AS row
MATCH (filed:Department {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:PART_OF]->(other:Department)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
}
WITH filed, row
MATCH (target:Department {key: row.target})
MERGE (filed)-[:PART_OF]->(target)
