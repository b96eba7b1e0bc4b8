// Links each DataField to its one DataElement by REPRESENTS, and to no other.
// $rows  {key, target}: both keys; no target, no link
//
// What somebody confirmed gives way to what is filed, and counts again where nothing is filed any more.
UNWIND $rows AS row
MATCH (filed:DataField {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:REPRESENTS]->(other:DataElement)
  WHERE row.target IS NULL AND coalesce(old.by, '目录') <> '人工' OR other.key <> row.target
  DELETE old
}
CALL (filed, row) {
  MATCH (filed)<-[:ABOUT]-(decision:NameDecision {current: true, confirmed: true})
  WHERE row.target IS NULL
  MATCH (element:DataElement {key: decision.element})
  MERGE (filed)-[represents:REPRESENTS]->(element)
  SET represents += {by: '人工', confidence: 1.0, subject: decision.subject, qualifier: decision.qualifier}
}
WITH filed, row
MATCH (target:DataElement {key: row.target})
MERGE (filed)-[represents:REPRESENTS]->(target)
SET represents = {by: '目录', confidence: 1.0}
