// Writes what migrations wrote into another graph.
// $nodes          {labels, properties}
// $relationships  {from, type, to, properties}: the ends are places among the nodes
UNWIND $nodes AS row
CREATE (node:$(row.labels))
SET node = row.properties
WITH collect(node) AS nodes
UNWIND $relationships AS row
WITH row, nodes[row.from] AS from, nodes[row.to] AS to
CREATE (from)-[step:$(row.type)]->(to)
SET step = row.properties
