// The department that provides each resource.
// $keys  the keys of resources
UNWIND $keys AS key
MATCH (:DataResource {key: key})-[:PROVIDED_BY]->(other:Department)
RETURN key, other {.*} AS thing
