// The fields that a change of a data element itself concerns: those that represent it, and those that are called like it.
// $key    the element's key
// $names  the keys of its name and synonyms
//
// What is called like it and represents another element is another datum.
CALL () {
  MATCH (:DataElement {key: $key})<-[:REPRESENTS]-(field:DataField)
  RETURN field, true AS bound
  UNION
  UNWIND $names AS name
  MATCH (field:DataField {nameKey: name})
  WHERE NOT EXISTS { (field)-[:REPRESENTS]->(:DataElement) }
  RETURN field, false AS bound
}
OPTIONAL MATCH (field)<-[:HAS_FIELD]-(owner:DataResource|Form)
RETURN field {.key, .code, .acquisition} AS field, bound, owner.key AS ownerKey, owner:Form AS ofForm
ORDER BY field.code
