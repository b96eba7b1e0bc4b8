// Links by NAMES those that named a Department before it was filed.
// $keys  keys of what is newly filed
UNWIND $keys AS key
MATCH (target:Department {key: key})
MATCH (filed:Designation {departmentKey: key})
MERGE (filed)-[:NAMES]->(target)
