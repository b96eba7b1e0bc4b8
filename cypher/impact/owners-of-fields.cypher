// The resources and forms that fields belong to.
// $keys  the keys of the fields
UNWIND $keys AS key
MATCH (:DataField {key: key})<-[:HAS_FIELD]-(owner:DataResource|Form)
RETURN DISTINCT owner.key AS key, owner:Form AS form
