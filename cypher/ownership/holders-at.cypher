// Holders of units by the ids of their nodes, each with its department.
// $nodes  the ids
UNWIND $nodes AS node
MATCH (field:DataField)
WHERE id(field) = node
MATCH (field)<-[:HAS_FIELD]-(:DataResource|Form)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
RETURN node, properties(field) AS asset, properties(department) AS department
