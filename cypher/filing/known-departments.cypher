// The keys of the departments among these that are in the graph.
// $keys  the keys asked for
UNWIND $keys AS key
MATCH (known:Department {key: key})
RETURN known.key AS key
