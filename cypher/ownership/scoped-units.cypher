// Ties scoped units to regions that came to be known after them.
MATCH (unit:SourceUnit)
WHERE unit.regionKey IS NOT NULL AND NOT EXISTS { (unit)-[:WITHIN]->(:Region) }
MATCH (region:Region {key: unit.regionKey})
MERGE (unit)-[:WITHIN]->(region)
