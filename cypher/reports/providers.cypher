// Who provides some entries.
// $resources  keys
UNWIND $resources AS key
MATCH (resource:DataResource {key: key})-[:PROVIDED_BY]->(department:Department)
RETURN key AS resource, properties(department) AS department
