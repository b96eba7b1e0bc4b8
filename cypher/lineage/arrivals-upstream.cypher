// The rows by which fields are come to from what is made from them, by the rows in force on a day.
// $nodes  the ids of the fields' nodes
// $day    the day
UNWIND $nodes AS node
MATCH (source:DataField)
WHERE id(source) = node
MATCH (user:DataField)-[step:DERIVED_FROM]->(source)
WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
RETURN node, id(user) AS near, source.key AS fromKey, source.code AS fromCode, user.key AS toKey, user.code AS toCode,
  step {.*} AS step
