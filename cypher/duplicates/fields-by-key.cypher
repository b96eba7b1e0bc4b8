// Some fields, with all that tells of which unit they are.
// $keys  which
UNWIND $keys AS key
MATCH (field:DataField {key: key})
WITH field, properties(field) AS filed
// include parts/field-columns
  [(field)-[:REPRESENTS]->(element:DataElement) | element.key] AS elements
