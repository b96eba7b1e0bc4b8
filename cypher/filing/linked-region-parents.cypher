// Links each Region to its one Region by PART_OF, and to no other.
// $rows  {key, target}: both keys; no target, no link
UNWIND $rows AS row
MATCH (filed:Region {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:PART_OF]->(other:Region)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
}
WITH filed, row
MATCH (target:Region {key: row.target})
MERGE (filed)-[:PART_OF]->(target)
