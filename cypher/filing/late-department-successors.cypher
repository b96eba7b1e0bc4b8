// Links by SUCCEEDED_BY those that named a Department before it was filed.
// $keys  keys of what is newly filed
//
// plan: the one thing that was named, times those that named it: no more rows than links.
UNWIND $keys AS key
MATCH (target:Department {key: key})
MATCH (filed:Department {successorKey: key})
MERGE (filed)-[:SUCCEEDED_BY]->(target)
