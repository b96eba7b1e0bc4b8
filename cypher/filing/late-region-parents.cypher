// Links by PART_OF those that named a Region before it was filed.
// $keys  keys of what is newly filed
//
// plan: the one thing that was named, times those that named it: no more rows than links.
UNWIND $keys AS key
MATCH (target:Region {key: key})
MATCH (filed:Region {parentKey: key})
MERGE (filed)-[:PART_OF]->(target)
