// Writes what somebody decided of a field, and binds or frees it.
// $field     its key
// $decision  all that is kept of the decision
//
// What was filed is left as it is: a decision counts where nothing is filed.
MATCH (field:DataField {key: $field})
CALL (field) {
  MATCH (field)<-[:ABOUT]-(former:NameDecision {current: true})
  WHERE former.element = $decision.element OR former.confirmed AND $decision.confirmed
  SET former.current = false
}
CALL (field) {
  MATCH (field)-[represents:REPRESENTS {by: '人工'}]->(:DataElement)
  DELETE represents
}
CREATE (field)<-[:ABOUT]-(decision:NameDecision)
SET decision = $decision,
  field.bindingVersion = $decision.number,
  field.stale = true
REMOVE field.understoodAs, field.proposal
WITH field
SET field.rejectedElements = COLLECT {
  MATCH (field)<-[:ABOUT]-(rejection:NameDecision {current: true, confirmed: false})
  RETURN rejection.element
  ORDER BY rejection.element
}
WITH field
CALL (field) {
  MATCH (element:DataElement {key: $decision.element})
  WHERE $decision.confirmed AND NOT EXISTS { (field)-[:REPRESENTS]->(:DataElement) }
  CREATE (field)-[:REPRESENTS {by: '人工', confidence: 1.0, subject: $decision.subject, qualifier: $decision.qualifier}]->(element)
}
