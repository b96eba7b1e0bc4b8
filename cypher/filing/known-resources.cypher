// The keys of the resources among these that are in the graph.
// $keys  the keys asked for
UNWIND $keys AS key
MATCH (known:DataResource {key: key})
RETURN known.key AS key
