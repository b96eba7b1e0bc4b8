// Links each Form to its one InformationSystem by COLLECTED_IN, and to no other.
// $rows  {key, target}: both keys; no target, no link
UNWIND $rows AS row
MATCH (filed:Form {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:COLLECTED_IN]->(other:InformationSystem)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
}
WITH filed, row
MATCH (target:InformationSystem {key: row.target})
MERGE (filed)-[:COLLECTED_IN]->(target)
