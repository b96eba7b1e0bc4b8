// The system that each resource is hosted in.
// $keys  the keys of resources
UNWIND $keys AS key
MATCH (:DataResource {key: key})-[:HOSTED_IN]->(other:InformationSystem)
RETURN key, other {.*} AS thing
