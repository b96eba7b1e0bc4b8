// Links by APPLIES_IN those that named a Region before it was filed.
// $keys  keys of what is newly filed
//
// plan: the one thing that was named, times those that named it: no more rows than links.
UNWIND $keys AS key
MATCH (target:Region {key: key})
MATCH (filed:Form {regionKey: key})
MERGE (filed)-[:APPLIES_IN]->(target)
