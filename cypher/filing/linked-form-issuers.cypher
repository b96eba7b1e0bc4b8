// Links each Form to its one Department by ISSUED_BY, and to no other.
// $rows  {key, target}: both keys; no target, no link
UNWIND $rows AS row
MATCH (filed:Form {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:ISSUED_BY]->(other:Department)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
}
WITH filed, row
MATCH (target:Department {key: row.target})
MERGE (filed)-[:ISSUED_BY]->(target)
