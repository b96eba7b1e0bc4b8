// Links each Department to its one Department by SUCCEEDED_BY, and to no other.
// $rows  {key, target}: both keys; no target, no link
UNWIND $rows AS row
MATCH (filed:Department {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:SUCCEEDED_BY]->(other:Department)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
}
WITH filed, row
MATCH (target:Department {key: row.target})
MERGE (filed)-[:SUCCEEDED_BY]->(target)
