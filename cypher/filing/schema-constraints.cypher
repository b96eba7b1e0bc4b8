// The constraints of a graph, each as the statement that makes it, with the labels or the type it is of.
SHOW CONSTRAINTS
YIELD name, labelsOrTypes, createStatement
RETURN labelsOrTypes, createStatement
ORDER BY name
