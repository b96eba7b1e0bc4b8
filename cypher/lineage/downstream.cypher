// What is made from fields, one step on, by the rows in force on a day.
// $keys  the keys of the fields
// $day   the day
UNWIND $keys AS key
MATCH (source:DataField {key: key})<-[step:DERIVED_FROM]-(user:DataField)
WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
RETURN source.key AS fromKey, source.code AS fromCode, user.key AS toKey, user.code AS toCode, step {.*} AS step
