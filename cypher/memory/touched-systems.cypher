// Systems that changes touch, and who operates them, as they are now.
// $keys  their keys
UNWIND $keys AS key
MATCH (system:InformationSystem {key: key})
OPTIONAL MATCH (system)-[:OPERATED_BY]->(department:Department)
RETURN id(system) AS id, key, system.status AS status, id(department) AS department, department.key AS departmentKey
