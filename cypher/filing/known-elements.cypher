// The keys of the data elements among these that are in the graph.
// $keys  the keys asked for
UNWIND $keys AS key
MATCH (known:DataElement {key: key})
RETURN known.key AS key
