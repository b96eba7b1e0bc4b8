// Links each DataField to its one DataElement by REPRESENTS, and to no other.
// $rows  {key, target}: both keys; no target, no link
UNWIND $rows AS row
MATCH (filed:DataField {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:REPRESENTS]->(other:DataElement)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
}
WITH filed, row
MATCH (target:DataElement {key: row.target})
MERGE (filed)-[represents:REPRESENTS]->(target)
ON CREATE SET represents.by = '目录', represents.confidence = 1.0
