// What is made from whole resources, one step on, by the rows in force on a day, each with all its fields.
// $keys  the keys of the resources
// $day   the day
UNWIND $keys AS key
MATCH (source:DataResource {key: key})<-[step:DERIVED_FROM]-(user:DataResource|Form)
WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
RETURN source.key AS fromKey, step.activity AS activity, user.key AS ownerKey, user:Form AS ofForm,
  COLLECT { MATCH (user)-[:HAS_FIELD]->(field:DataField) RETURN field {.key, .code, .acquisition} ORDER BY field.code } AS fields
ORDER BY source.code, step.edge
