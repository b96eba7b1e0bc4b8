// Links each SharingAgreement to its one InformationSystem by USED_BY, and to no other.
// $rows  {key, target}: both keys; no target, no link
UNWIND $rows AS row
MATCH (filed:SharingAgreement {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:USED_BY]->(other:InformationSystem)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
}
WITH filed, row
MATCH (target:InformationSystem {key: row.target})
MERGE (filed)-[:USED_BY]->(target)
