// Systems, and who operates them.
// $keys  the keys of the systems
UNWIND $keys AS key
MATCH (system:InformationSystem {key: key})
OPTIONAL MATCH (system)-[:OPERATED_BY]->(department:Department)
RETURN system {.key, .code, .status} AS system, department.key AS department
