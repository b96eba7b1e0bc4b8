// The resource or form that each field belongs to.
// $keys  the keys of the fields
UNWIND $keys AS key
MATCH (:DataField {key: key})<-[:HAS_FIELD]-(owner:DataResource|Form)
RETURN key, owner.key AS ownerKey, owner:Form AS ofForm, owner.name AS name
