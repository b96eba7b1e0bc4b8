// The fields that resources and forms have under these names, as filed.
// $rows  {owner, names}: its key and the names asked for
UNWIND $rows AS row
MATCH (field:DataField {ownerKey: row.owner})
WHERE field.nameKey IN row.names
RETURN field.key AS key, properties(field) AS properties,
  [(field)-[:REPRESENTS]->(element:DataElement) | ['REPRESENTS', element.key]] AS links
