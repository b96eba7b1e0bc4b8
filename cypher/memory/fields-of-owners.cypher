// All fields of resources and forms, as they are now, and those of some fields that belong to nothing.
// $owners  ids of the nodes of resources and forms
// $fields  keys of fields
CALL () {
  UNWIND $owners AS node
  MATCH (owner:DataResource|Form)
  WHERE id(owner) = node
  MATCH (owner)-[:HAS_FIELD]->(field:DataField)
  RETURN owner, field
UNION
  UNWIND $fields AS key
  MATCH (field:DataField {key: key})
  WHERE NOT EXISTS { (field)<-[:HAS_FIELD]-() }
  RETURN null AS owner, field
}
OPTIONAL MATCH (field)-[:HELD_AS]->(unit:SourceUnit)
RETURN id(field) AS id, field.code AS code, field.acquisition AS acquisition, field.sharing = '不予共享' AS withheld,
  id(owner) AS owner, id(unit) AS unit
