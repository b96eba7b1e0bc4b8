// Under which elements fields of each name were filed, and how many.
// plan: every filed binding counts
MATCH (field:DataField)-[represents:REPRESENTS]->(element:DataElement)
WHERE field.qualifier IS NULL AND coalesce(represents.by, '目录') <> '人工'
RETURN field.name AS name, element.key AS element, count(*) AS fields
