// Who answers for forms and what they are collected in.
// $keys  the keys of the forms
UNWIND $keys AS key
MATCH (owner:Form {key: key})
OPTIONAL MATCH (owner)-[:ISSUED_BY]->(department:Department)
OPTIONAL MATCH (owner)-[:COLLECTED_IN]->(system:InformationSystem)
RETURN owner {.key, .code, .status} AS owner, department.key AS department, system.key AS system
