// The data element that each field represents.
// $keys  the keys of fields
UNWIND $keys AS key
MATCH (:DataField {key: key})-[:REPRESENTS]->(other:DataElement)
RETURN key, other {.*} AS thing
