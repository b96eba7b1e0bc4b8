// The fields that resources and forms have under these names, as filed.
// $rows  {owner, names}: its key and the names asked for
UNWIND $rows AS row
CALL (row) {
  MATCH (:DataResource {key: row.owner})-[:HAS_FIELD]->(field:DataField)
  RETURN field
UNION ALL
  MATCH (:Form {key: row.owner})-[:HAS_FIELD]->(field:DataField)
  RETURN field
}
WITH row, field
WHERE field.nameKey IN row.names
RETURN field.key AS key, properties(field) AS properties,
  [(field)-[link:REPRESENTS]->(element:DataElement) WHERE coalesce(link.by, '目录') <> '人工' | ['REPRESENTS', element.key]] AS links
