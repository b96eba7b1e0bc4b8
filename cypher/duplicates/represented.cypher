// Which field represents which element, by the numbers of the nodes.
// plan: all are wanted. They are gone through as they lie in the store: from each field, all else that leads from it would be read too.
MATCH (field)-[:REPRESENTS]->(element)
RETURN id(field) AS field, id(element) AS element
