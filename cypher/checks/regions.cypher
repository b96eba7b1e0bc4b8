// Every region, with the one it lies in.
// plan: there are few, and all are wanted
MATCH (region:Region)
OPTIONAL MATCH (region)-[:PART_OF]->(parent:Region)
RETURN region.key AS key, min(parent.key) AS parent
