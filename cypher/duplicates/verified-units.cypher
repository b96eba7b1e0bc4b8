// How many departments verify units without keeping them.
// $units  keys of units without scope
UNWIND $units AS unit
CALL (unit) {
  MATCH (field:DataField {understoodAs: unit})
  RETURN field
UNION ALL
  MATCH (proposal:Proposal {unitKey: unit})
  MATCH (field:DataField {proposal: proposal.number})
  RETURN field
UNION ALL
  MATCH (:SourceUnit {key: unit})<-[:HELD_AS]-(field:DataField)
  WHERE field.understoodAs IS NULL AND field.proposal IS NULL
  RETURN field
}
MATCH (field)<-[:HAS_FIELD]-(:DataResource)-[:PROVIDED_BY]->(department:Department)
WHERE field.acquisition = '核验'
RETURN unit, count(DISTINCT department) AS departments
