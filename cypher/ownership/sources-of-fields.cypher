// One step towards the sources: from what each field is derived on a day.
// $fields  keys
// $day     the day
//
// A derivation between whole resources explains a field by the fields of the upstream resource of the same unit.
UNWIND $fields AS key
MATCH (user:DataField {key: key})
CALL (user) {
  MATCH (user)-[derived:DERIVED_FROM]->(source:DataField)
  WHERE coalesce(derived.validFrom <= $day, true) AND coalesce($day < derived.validTo, true)
  RETURN source
UNION
  MATCH (user)-[:HELD_AS]->(unit:SourceUnit)
  MATCH (user)<-[:HAS_FIELD]-(:DataResource|Form)-[derived:DERIVED_FROM]->(:DataResource)-[:HAS_FIELD]->(source:DataField)
  WHERE coalesce(derived.validFrom <= $day, true) AND coalesce($day < derived.validTo, true)
    AND EXISTS { MATCH (source)-[:HELD_AS]->(same:SourceUnit) WHERE same.key = unit.key }
  RETURN source
}
RETURN user.key AS user, source.key AS source
