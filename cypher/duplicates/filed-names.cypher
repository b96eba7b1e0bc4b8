// Under which elements fields of each name were filed, and how many; of the names that were filed most.
// $most  how many names
//
// plan: every filed binding counts
MATCH (field:DataField)-[represents:REPRESENTS]->(element:DataElement)
WHERE field.qualifier IS NULL AND coalesce(represents.by, '目录') <> '人工'
WITH field.name AS name, element.key AS element, count(*) AS fields
WITH name, collect({element: element, fields: fields}) AS under, sum(fields) AS all
ORDER BY all DESC, name
LIMIT $most
UNWIND under AS one
RETURN name, one.element AS element, one.fields AS fields
