// The region that each department is located in.
// $keys  keys of departments
UNWIND $keys AS key
MATCH (:Department {key: key})-[:LOCATED_IN]->(region:Region)
RETURN key, region.key AS region
