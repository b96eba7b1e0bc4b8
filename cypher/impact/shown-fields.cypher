// Fields as they are shown, with the name of what they belong to.
// $keys  the keys
UNWIND $keys AS key
MATCH (field:DataField {key: key})
OPTIONAL MATCH (field)<-[:HAS_FIELD]-(owner:DataResource|Form)
RETURN key, field {.*} AS thing, owner.name AS owner
