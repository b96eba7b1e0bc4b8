// Every region.
// plan: there are few, and all are wanted
MATCH (region:Region)
RETURN region.key AS key, properties(region) AS region
