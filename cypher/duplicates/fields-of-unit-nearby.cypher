// The fields that were understood to be of a unit, of some departments, and of these so many.
// $unit         its key
// $departments  keys
// $most         how many at most
//
// plan: all fields of the unit are gone past by their relationships, without reading what they say
CALL () {
  MATCH (field:DataField {understoodAs: $unit})
  RETURN field, true AS understood
UNION ALL
  MATCH (proposal:Proposal {unitKey: $unit})
  MATCH (field:DataField {proposal: proposal.number})
  RETURN field, true AS understood
UNION ALL
  MATCH (:SourceUnit {key: $unit})<-[:HELD_AS]-(field:DataField)
  RETURN field, false AS understood
}
MATCH (field)<-[:HAS_FIELD]-()-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
WHERE department.key IN $departments
WITH field, understood
WHERE understood OR field.understoodAs IS NULL AND field.proposal IS NULL
WITH field
LIMIT $most
WITH field, properties(field) AS filed
// include parts/field-columns
  [(field)-[:REPRESENTS]->(element:DataElement) | element.key] AS elements
