// Under which elements fields of each name were filed, and how many; of the names that were filed most.
// $most  how many names
//
// plan: every filed binding counts. They are gone through as they lie in the store: from their elements each would be read from another place.
MATCH (field)-[represents:REPRESENTS]->(element)
WHERE field.qualifier IS NULL AND coalesce(represents.by, '目录') <> '人工'
WITH field.name AS name, element, count(*) AS fields
WITH name, collect({element: element.key, fields: fields}) AS under, sum(fields) AS all
ORDER BY all DESC, name
LIMIT $most
UNWIND under AS one
RETURN name, one.element AS element, one.fields AS fields
