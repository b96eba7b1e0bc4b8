// The rows in force on a day that may be part of a ring: something leads to their source, and something on from their user.
// $day  the day
//
// plan: a ring may be anywhere, so every row is looked at.
CALL () {
  MATCH (user:DataField)-[step:DERIVED_FROM]->(source:DataField)
  RETURN user, step, source
UNION ALL
  MATCH (user:DataResource)-[step:DERIVED_FROM]->(source:DataResource)
  RETURN user, step, source
}
WITH user, step, source
WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
  AND EXISTS { (source)-[:DERIVED_FROM]->() }
  AND EXISTS { (user)<-[:DERIVED_FROM]-() }
OPTIONAL MATCH (user)-[:HELD_AS]->(unit:SourceUnit)
RETURN source.key AS fromKey, source.code AS fromCode, user.key AS toKey, user.code AS toCode, false AS toForm,
  user:DataField AS ofField, step {.*} AS step, unit.key AS unit
