// Links by REPRESENTS those that named a DataElement before it was filed.
// $keys  keys of what is newly filed
//
// plan: the one thing that was named, times those that named it: no more rows than links.
UNWIND $keys AS key
MATCH (target:DataElement {key: key})
MATCH (filed:DataField {elementAwaited: key})
CALL (filed, target) {
  MATCH (filed)-[confirmed:REPRESENTS {by: '人工'}]->(other:DataElement)
  WHERE other <> target
  DELETE confirmed
}
MERGE (filed)-[represents:REPRESENTS]->(target)
SET represents = {by: '目录', confidence: 1.0}
SET filed.stale = true, filed.undescribed = true
REMOVE filed.elementAwaited
