// Links by PART_OF those that named a Region before it was filed.
// $keys  keys of what is newly filed
UNWIND $keys AS key
MATCH (target:Region {key: key})
MATCH (filed:Region {parentKey: key})
MERGE (filed)-[:PART_OF]->(target)
