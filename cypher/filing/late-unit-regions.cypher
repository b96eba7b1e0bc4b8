// Brings the units of a scope to its region when that is filed.
// $keys  keys of newly filed regions
//
// plan: the one thing that was named, times those that named it: no more rows than links.
UNWIND $keys AS key
MATCH (region:Region {key: key})
MATCH (unit:SourceUnit {regionKey: key})
MERGE (unit)-[:WITHIN]->(region)
