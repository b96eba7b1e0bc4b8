// The department that took over from each department.
// $keys  the keys of departments
UNWIND $keys AS key
MATCH (:Department {key: key})-[:SUCCEEDED_BY]->(other:Department)
RETURN key, other {.*} AS thing
