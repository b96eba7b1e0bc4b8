// What is made from whole resources, one step on, by the rows in force on a day, each with all its fields.
// $resources  the keys of the resources
// $day        the day
UNWIND $resources AS key
MATCH (source:DataResource {key: key})<-[step:DERIVED_FROM]-(user:DataResource|Form)
WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
RETURN source.key AS fromKey, source.code AS fromCode, user.key AS toKey, user.code AS toCode, user:Form AS toForm,
  step {.*} AS step,
  COLLECT { MATCH (user)-[:HAS_FIELD]->(field:DataField) RETURN field {.key, .code, .acquisition} ORDER BY field.code } AS fields
ORDER BY fromCode, step.edge
