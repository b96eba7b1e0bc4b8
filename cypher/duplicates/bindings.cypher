// A window of what fields without a filed element were understood to be and people decided, surest first, then by code.
// $department       key of the field's department; null for all
// $resource         key of the resource or form; null for all
// $element          key of the element; null for all
// $unit             key of the unit that the field would be, or was confirmed to be, held as; of one with a scope only
//                   fields of departments in it; null for all
// $minConfidence    null for all
// $states           null for all
// $afterConfidence  the place behind which the window begins: the confidence, and
// $afterCode        the field's code; null at the start
// $limit            how many at most
// $ofUnit           by which of the filters proposals are sought, the narrowest that is given: the unit without its scope,
// $ofElement        the element,
// $ofOwner          the resource or form,
// $ofDepartment     or the department; the others null
// $ofAll            one thing where none of these is given, else nothing
CALL () {
  MATCH (proposal:Proposal {unitKey: $ofUnit})
  MATCH (field:DataField {proposal: proposal.number})
  RETURN field
  UNION
  MATCH (proposal:Proposal {element: $ofElement})
  MATCH (field:DataField {proposal: proposal.number})
  RETURN field
  UNION
  MATCH (:DataResource {key: $ofOwner})-[:HAS_FIELD]->(field:DataField)
  WHERE field.proposal IS NOT NULL
  RETURN field
  UNION
  MATCH (:Form {key: $ofOwner})-[:HAS_FIELD]->(field:DataField)
  WHERE field.proposal IS NOT NULL
  RETURN field
  UNION
  MATCH (:Department {key: $ofDepartment})<-[:PROVIDED_BY|ISSUED_BY]-()-[:HAS_FIELD]->(field:DataField)
  WHERE field.proposal IS NOT NULL
  RETURN field
  UNION
  UNWIND $ofAll AS all
  MATCH (field:DataField)
  WHERE field.proposal IS NOT NULL
  RETURN field
  UNION
  MATCH (field:DataField)
  WHERE field.bindingVersion IS NOT NULL
  RETURN field
}
WITH field
WHERE ($resource IS NULL OR field.ownerKey = $resource)
  AND ($department IS NULL
    OR EXISTS { (field)<-[:HAS_FIELD]-()-[:PROVIDED_BY|ISSUED_BY]->(:Department {key: $department}) })
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
WHERE state IS NOT NULL
  AND ($states IS NULL OR state IN $states)
  AND ($element IS NULL OR element = $element)
  AND ($unit IS NULL
    OR more.unitKey = $unit
    OR EXISTS {
      MATCH (scoped:SourceUnit {key: $unit})-[:WITHIN]->(scope:Region)
      WHERE more.unitKey = left(scoped.key, size(scoped.key) - size(scoped.regionKey) - 1)
        AND EXISTS {
          (field)<-[:HAS_FIELD]-()-[:PROVIDED_BY|ISSUED_BY]->(:Department)-[:LOCATED_IN]->(:Region)
            -[:PART_OF]->{0,10}(scope)
        }
    })
  AND ($minConfidence IS NULL OR confidence >= $minConfidence)
WITH collect({field: field, element: element, state: state, confidence: confidence, more: more}) AS fitting
RETURN size(fitting) AS total,
  COLLECT {
    UNWIND fitting AS one
    WITH one
    WHERE $afterConfidence IS NULL
      OR one.confidence < $afterConfidence
      OR one.confidence = $afterConfidence AND one.field.code > $afterCode
    WITH one
    ORDER BY one.confidence DESC, one.field.code
    LIMIT $limit
    MATCH (element:DataElement {key: one.element})
    RETURN {field: properties(one.field), element: properties(element), state: one.state, confidence: one.confidence,
      version: coalesce(one.field.bindingVersion, 0), more: one.more}
    ORDER BY one.confidence DESC, one.field.code
  } AS bindings
