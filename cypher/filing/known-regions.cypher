// The keys of the regions among these that are in the graph.
// $keys  the keys asked for
UNWIND $keys AS key
MATCH (known:Region {key: key})
RETURN known.key AS key
