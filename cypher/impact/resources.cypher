// Who answers for resources and where they are kept.
// $keys  the keys of the resources
UNWIND $keys AS key
MATCH (owner:DataResource {key: key})
OPTIONAL MATCH (owner)-[:PROVIDED_BY]->(department:Department)
OPTIONAL MATCH (owner)-[:HOSTED_IN]->(system:InformationSystem)
RETURN owner {.key, .code, .status, .cycle, .sharing} AS owner, department.key AS department, system.key AS system
