// Links each DataResource to its one InformationSystem by HOSTED_IN, and to no other.
// $rows  {key, target}: both keys; no target, no link
UNWIND $rows AS row
MATCH (filed:DataResource {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:HOSTED_IN]->(other:InformationSystem)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
}
WITH filed, row
MATCH (target:InformationSystem {key: row.target})
MERGE (filed)-[:HOSTED_IN]->(target)
