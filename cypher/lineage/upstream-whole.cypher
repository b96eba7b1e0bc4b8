// What resources and forms are made from as a whole, one step back, by the rows in force on a day, each with all its fields.
// $resources  the keys of the resources
// $forms      the keys of the forms
// $day        the day
CALL () {
  UNWIND $resources AS key
  MATCH (user:DataResource {key: key})
  RETURN user
UNION ALL
  UNWIND $forms AS key
  MATCH (user:Form {key: key})
  RETURN user
}
MATCH (user)-[step:DERIVED_FROM]->(source:DataResource)
WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
RETURN source.key AS fromKey, source.code AS fromCode, user.key AS toKey, user.code AS toCode, user:Form AS toForm,
  step {.*} AS step,
  COLLECT { MATCH (source)-[:HAS_FIELD]->(field:DataField) RETURN field {.key, .code, .acquisition} ORDER BY field.code } AS fields
ORDER BY toCode, step.edge
