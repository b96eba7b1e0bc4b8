// What is made from fields, one step on, by the rows in force on a day, and what each of these belongs to.
// $keys  the keys of the fields
// $day   the day
UNWIND $keys AS key
MATCH (source:DataField {key: key})<-[step:DERIVED_FROM]-(user:DataField)
WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
OPTIONAL MATCH (user)<-[:HAS_FIELD]-(owner:DataResource|Form)
RETURN source.key AS fromKey, source.code AS fromCode, user.key AS toKey, user.code AS toCode, step {.*} AS step,
  user {.key, .code, .acquisition} AS field, owner.key AS ownerKey, owner:Form AS ofForm
ORDER BY fromCode, step.edge
