// The department that issues each form.
// $keys  the keys of forms
UNWIND $keys AS key
MATCH (:Form {key: key})-[:ISSUED_BY]->(other:Department)
RETURN key, other {.*} AS thing
