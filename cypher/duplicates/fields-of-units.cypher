// The fields that were understood to be of some units.
// $units  keys
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
WITH field, properties(field) AS filed
// include parts/field-columns
  [(field)-[:REPRESENTS]->(element:DataElement) | element.key] AS elements
