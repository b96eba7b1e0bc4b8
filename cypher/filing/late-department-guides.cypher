// Links by GUIDED_BY those that named a Department before it was filed.
// $keys  keys of what is newly filed
UNWIND $keys AS key
MATCH (target:Department {key: key})
MATCH (filed:Department {guidedByKey: key})
MERGE (filed)-[:GUIDED_BY]->(target)
