// The fields that resources and forms have, as filed.
// $owners  their keys
UNWIND $owners AS owner
MATCH (field:DataField {ownerKey: owner})
RETURN owner, field.key AS key, properties(field) AS properties,
  [(field)-[:REPRESENTS]->(element:DataElement) | ['REPRESENTS', element.key]] AS links
