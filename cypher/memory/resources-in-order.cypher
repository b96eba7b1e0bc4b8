// The nodes of all resources in the order of the keys, for the lineage in memory.
//
// plan: it is read once, whole, when the application has started; the index on keys is all that it reads.
MATCH (resource:DataResource)
WHERE resource.key >= ''
RETURN id(resource) AS id
ORDER BY resource.key
