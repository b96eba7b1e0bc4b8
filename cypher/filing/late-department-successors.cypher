// Links by SUCCEEDED_BY those that named a Department before it was filed.
// $keys  keys of what is newly filed
UNWIND $keys AS key
MATCH (target:Department {key: key})
MATCH (filed:Department {successorKey: key})
MERGE (filed)-[:SUCCEEDED_BY]->(target)
