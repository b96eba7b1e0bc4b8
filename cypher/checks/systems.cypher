// Every system, with the department that runs it.
// plan: there are few, and all are wanted
MATCH (system:InformationSystem)
OPTIONAL MATCH (system)-[:OPERATED_BY]->(department:Department)
RETURN system {.key, .code, .name, .level, .vertical, .status, .batch, .row} AS system, min(department.key) AS department
