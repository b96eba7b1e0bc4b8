// Brings the units of a scope to its region when that is filed.
// $keys  keys of newly filed regions
UNWIND $keys AS key
MATCH (region:Region {key: key})
MATCH (unit:SourceUnit {regionKey: key})
MERGE (unit)-[:WITHIN]->(region)
