// The region that each department is located in.
// $keys  the keys of departments
UNWIND $keys AS key
MATCH (:Department {key: key})-[:LOCATED_IN]->(other:Region)
RETURN key, other {.*} AS thing
