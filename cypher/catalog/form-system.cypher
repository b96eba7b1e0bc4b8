// The system that each form is collected in.
// $keys  the keys of forms
UNWIND $keys AS key
MATCH (:Form {key: key})-[:COLLECTED_IN]->(other:InformationSystem)
RETURN key, other {.*} AS thing
