// All relationships of a graph that holds nothing but what its migrations wrote.
//
// plan: there are some dozens of them.
MATCH (from)-[step]->(to)
RETURN elementId(from) AS from, type(step) AS type, elementId(to) AS to, properties(step) AS properties
ORDER BY elementId(step)
