// The fields of some resources and forms.
// $owners  keys
UNWIND $owners AS owner
CALL (owner) {
  MATCH (:DataResource {key: owner})-[:HAS_FIELD]->(field:DataField)
  RETURN field
UNION ALL
  MATCH (:Form {key: owner})-[:HAS_FIELD]->(field:DataField)
  RETURN field
}
WITH field, properties(field) AS filed
// include parts/field-columns
  [(field)-[:REPRESENTS]->(element:DataElement) | element.key] AS elements
