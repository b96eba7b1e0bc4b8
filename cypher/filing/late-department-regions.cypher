// Links by LOCATED_IN those that named a Region before it was filed.
// $keys  keys of what is newly filed
UNWIND $keys AS key
MATCH (target:Region {key: key})
MATCH (filed:Department {regionKey: key})
MERGE (filed)-[:LOCATED_IN]->(target)
