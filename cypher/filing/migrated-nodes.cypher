// All nodes of a graph that holds nothing but what its migrations wrote.
//
// plan: there are some dozens of them.
MATCH (node)
RETURN elementId(node) AS id, labels(node) AS labels, properties(node) AS properties
ORDER BY id
