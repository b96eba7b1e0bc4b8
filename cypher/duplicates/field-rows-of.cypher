// What some fields are derived from on a day, one step.
// $keys  the fields
// $day   the day
UNWIND $keys AS key
MATCH (user:DataField {key: key})-[derived:DERIVED_FROM]->(source:DataField)
WHERE coalesce(derived.validFrom <= $day, true) AND coalesce($day < derived.validTo, true)
RETURN user.key AS user, source.key AS source
