// The keys of the forms among these that are in the graph.
// $keys  the keys asked for
UNWIND $keys AS key
MATCH (known:Form {key: key})
RETURN known.key AS key
