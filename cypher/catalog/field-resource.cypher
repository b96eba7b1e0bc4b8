// The resource that each field belongs to.
// $keys  the keys of fields
UNWIND $keys AS key
MATCH (:DataField {key: key})<-[:HAS_FIELD]-(other:DataResource)
RETURN key, other {.*} AS thing
