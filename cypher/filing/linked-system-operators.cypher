// Links each InformationSystem to its one Department by OPERATED_BY, and to no other.
// $rows  {key, target}: both keys; no target, no link
UNWIND $rows AS row
MATCH (filed:InformationSystem {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:OPERATED_BY]->(other:Department)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
}
WITH filed, row
MATCH (target:Department {key: row.target})
MERGE (filed)-[:OPERATED_BY]->(target)
