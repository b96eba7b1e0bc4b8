// What some fields are filed as, were understood to be, and what people decided of that.
// $keys  of the fields
UNWIND $keys AS key
MATCH (field:DataField {key: key})
CALL (field) {
  OPTIONAL MATCH (field)-[represents:REPRESENTS]->(element:DataElement)
  RETURN element AS filed, coalesce(represents.by = '人工', false) AS byPerson
  ORDER BY element.key
  LIMIT 1
}
CALL (field) {
  OPTIONAL MATCH (field)<-[:ABOUT]-(decision:NameDecision {current: true})
  RETURN decision
  ORDER BY decision.confirmed DESC, decision.number DESC
  LIMIT 1
}
OPTIONAL MATCH (proposal:Proposal {number: field.proposal})
WITH field, filed, byPerson, decision, proposal, CASE
  WHEN decision.confirmed AND (filed IS NULL OR filed.key = decision.element) THEN 'CONFIRMED'
  WHEN decision.confirmed THEN 'OVERRULED'
  WHEN NOT decision.confirmed AND filed.key = decision.element THEN 'OVERRULED'
  WHEN filed IS NULL AND proposal IS NOT NULL THEN 'PROPOSED'
  WHEN decision IS NOT NULL THEN 'REJECTED'
END AS state
WITH field, filed, byPerson, decision, proposal, state, state = 'PROPOSED' AS proposed
WITH field, filed, byPerson, state,
  CASE WHEN proposed THEN proposal.element ELSE decision.element END AS element,
  CASE WHEN proposed THEN proposal.confidence ELSE decision.confidence END AS confidence,
  {
    subject: CASE WHEN proposed THEN proposal.subject ELSE decision.subject END,
    qualifier: CASE WHEN proposed THEN proposal.qualifier ELSE decision.qualifier END,
    unitKey: CASE WHEN proposed OR state = 'CONFIRMED' THEN coalesce(proposal.unitKey, field.understoodAs, head(COLLECT { MATCH (field)-[:HELD_AS]->(held:SourceUnit) RETURN held.key })) END,
    signals: CASE WHEN proposed THEN proposal.signals ELSE decision.signals END
  } AS more
OPTIONAL MATCH (understood:DataElement {key: element})
RETURN properties(field) AS field, properties(filed) AS filed, byPerson,
  coalesce(field.bindingVersion, 0) AS version,
  coalesce(field.rejectedElements, []) AS rejected,
  CASE WHEN state IS NOT NULL THEN {field: properties(field), element: properties(understood), state: state,
    confidence: confidence, version: coalesce(field.bindingVersion, 0), more: more} END AS binding
