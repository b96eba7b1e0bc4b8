// Links each SharingAgreement to its one Department by GRANTED_TO, and to no other.
// $rows  {key, target}: both keys; no target, no link
UNWIND $rows AS row
MATCH (filed:SharingAgreement {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:GRANTED_TO]->(other:Department)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
}
WITH filed, row
MATCH (target:Department {key: row.target})
MERGE (filed)-[:GRANTED_TO]->(target)
