// What fields are made from, one step back, by the rows in force on a day, and what each of these belongs to.
// $keys  the keys of the fields
// $day   the day
UNWIND $keys AS key
MATCH (user:DataField {key: key})-[step:DERIVED_FROM]->(source:DataField)
WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
OPTIONAL MATCH (source)<-[:HAS_FIELD]-(owner:DataResource|Form)
RETURN source.key AS fromKey, source.code AS fromCode, user.key AS toKey, user.code AS toCode, step {.*} AS step,
  source {.key, .code, .acquisition} AS field, owner.key AS ownerKey, owner:Form AS ofForm
ORDER BY toCode, step.edge
