// The rows by which fields are come to from what they are made from, by the rows in force on a day.
// $nodes  the ids of the fields' nodes
// $day    the day
UNWIND $nodes AS node
MATCH (user:DataField)
WHERE id(user) = node
MATCH (user)-[step:DERIVED_FROM]->(source:DataField)
WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
RETURN node, id(source) AS near, source.key AS fromKey, source.code AS fromCode, user.key AS toKey, user.code AS toCode,
  step {.*} AS step
