// Some fields, by the numbers of their nodes.
// $nodes  what was known of them by; what is no field is left out
UNWIND $nodes AS node
MATCH (field:DataField)
WHERE id(field) = node
WITH field, properties(field) AS filed
// include parts/field-columns
  [(field)-[:REPRESENTS]->(element:DataElement) | element.key] AS elements
