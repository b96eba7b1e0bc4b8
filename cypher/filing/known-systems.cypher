// The keys of the systems among these that are in the graph.
// $keys  the keys asked for
UNWIND $keys AS key
MATCH (known:InformationSystem {key: key})
RETURN known.key AS key
