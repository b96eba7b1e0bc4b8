// The numbers of the nodes of fields whose name says nothing of the element: those with a qualifier, and those that people bound.
// plan: the indexes tell them, and no field is read
MATCH (field:DataField)
WHERE field.qualifier IS NOT NULL
RETURN id(field) AS node
UNION
MATCH (field:DataField)-[:REPRESENTS {by: '人工'}]->(:DataElement)
WHERE field.bindingVersion IS NOT NULL
RETURN id(field) AS node
