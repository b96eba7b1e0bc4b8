// The indexes of a graph that come neither with a constraint nor with every graph, each as the statement that makes it.
SHOW INDEXES
YIELD name, type, labelsOrTypes, owningConstraint, createStatement
WHERE owningConstraint IS NULL AND type <> 'LOOKUP'
RETURN type = 'FULLTEXT' AS fulltext, labelsOrTypes, createStatement
ORDER BY name
