// The region that each form applies in.
// $keys  the keys of forms
UNWIND $keys AS key
MATCH (:Form {key: key})-[:APPLIES_IN]->(other:Region)
RETURN key, other {.*} AS thing
