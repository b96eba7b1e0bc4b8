// Who guides whom.
// plan: there are few, and all are wanted
MATCH (department:Department)
RETURN department.key AS key, COLLECT { MATCH (department)-[:GUIDED_BY]->(guide:Department) RETURN guide.key } AS guides
