// The department that operates each system.
// $keys  the keys of systems
UNWIND $keys AS key
MATCH (:InformationSystem {key: key})-[:OPERATED_BY]->(other:Department)
RETURN key, other {.*} AS thing
