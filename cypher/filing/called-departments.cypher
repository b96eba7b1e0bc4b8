// By what the single-sheet template may name the departments.
//
// plan: a template names any of them by its name, which may be long and is in no index; they are read once for a package.
MATCH (department:Department)
RETURN department.key AS key, department.uscc AS uscc, department.name AS name
