// Links each SharingAgreement to its one DataResource by OF, and to no other.
// $rows  {key, target}: both keys; no target, no link
//
// What an agreement leaves has fewer users now: whoever looks at what has changed finds it by what was touched.
UNWIND $rows AS row
MATCH (filed:SharingAgreement {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:OF]->(other:DataResource)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
  CREATE (:Touched {owner: other.key, batch: filed.batch, at: datetime()})
}
WITH filed, row
MATCH (target:DataResource {key: row.target})
MERGE (filed)-[:OF]->(target)
