// Every system, and who operates it, for the lineage in memory.
//
// plan: it is read once, whole, when the application has started.
MATCH (system:InformationSystem)
OPTIONAL MATCH (system)-[:OPERATED_BY]->(department:Department)
RETURN id(system) AS id, system.key AS key, system.status AS status, id(department) AS department
