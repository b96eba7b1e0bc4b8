// Which department provides which resource, by the numbers of the nodes.
// plan: all are wanted. They are gone through as they lie in the store: from each resource, all its fields would be gone past.
MATCH (resource)-[:PROVIDED_BY]->(department)
RETURN id(resource) AS resource, id(department) AS department
