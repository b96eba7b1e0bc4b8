// What some resources and forms are derived from as a whole on a day, one step.
// $keys  the resources and forms
// $day   the day
UNWIND $keys AS key
CALL (key) {
  MATCH (user:DataResource {key: key})
  RETURN user
UNION
  MATCH (user:Form {key: key})
  RETURN user
}
MATCH (user)-[derived:DERIVED_FROM]->(source:DataResource)
WHERE coalesce(derived.validFrom <= $day, true) AND coalesce($day < derived.validTo, true)
RETURN user.key AS user, source.key AS source
