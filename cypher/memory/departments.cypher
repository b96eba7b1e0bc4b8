// Every department, for the lineage in memory.
//
// plan: it is read once, whole, when the application has started.
MATCH (department:Department)
RETURN id(department) AS id, department.key AS key
