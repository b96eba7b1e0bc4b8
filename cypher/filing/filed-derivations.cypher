// The derivations among these that are in the graph.
// $keys  their edges
UNWIND $keys AS key
MATCH ()-[derived:DERIVED_FROM {edge: key}]->()
RETURN key, properties(derived) AS properties, [] AS links
