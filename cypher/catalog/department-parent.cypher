// The department that each department belongs to.
// $keys  the keys of departments
UNWIND $keys AS key
MATCH (:Department {key: key})-[:PART_OF]->(other:Department)
RETURN key, other {.*} AS thing
