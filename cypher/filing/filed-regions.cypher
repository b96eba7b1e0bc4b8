// The regions among these that are in the graph, with the keys of what they are linked to.
// $keys  their keys
UNWIND $keys AS key
MATCH (filed:Region {key: key})
RETURN key, properties(filed) AS properties, [(filed)-[link]->(target) WHERE target.key IS NOT NULL | [type(link), target.key]] AS links
