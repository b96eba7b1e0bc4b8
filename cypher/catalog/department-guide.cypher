// The department that guides the business of each department.
// $keys  the keys of departments
UNWIND $keys AS key
MATCH (:Department {key: key})-[:GUIDED_BY]->(other:Department)
RETURN key, other {.*} AS thing
