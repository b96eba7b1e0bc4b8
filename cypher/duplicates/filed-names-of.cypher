// Under which elements fields of some names were filed, and how many.
// $names  keys of names
//
// A second field of one name has ~2 behind its key.
UNWIND $names AS key
CALL (key) {
  MATCH (field:DataField {nameKey: key})
  RETURN field
UNION ALL
  MATCH (field:DataField)
  WHERE field.nameKey STARTS WITH key + '~'
  RETURN field
}
MATCH (field)-[represents:REPRESENTS]->(element:DataElement)
WHERE field.qualifier IS NULL AND coalesce(represents.by, '目录') <> '人工'
RETURN key AS name, element.key AS element, count(*) AS fields
