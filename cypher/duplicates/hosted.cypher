// Which system keeps which resource, by the numbers of the nodes.
// plan: all are wanted. They are gone through as they lie in the store: from each resource, all its fields would be gone past.
MATCH (resource)-[:HOSTED_IN]->(system)
RETURN id(resource) AS resource, id(system) AS system
