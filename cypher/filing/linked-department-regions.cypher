// Links each Department to its one Region by LOCATED_IN, and to no other.
// $rows  {key, target}: both keys; no target, no link
UNWIND $rows AS row
MATCH (filed:Department {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:LOCATED_IN]->(other:Region)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
}
WITH filed, row
MATCH (target:Region {key: row.target})
MERGE (filed)-[:LOCATED_IN]->(target)
