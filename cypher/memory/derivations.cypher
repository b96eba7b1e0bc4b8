// Every row of lineage that holds on a day or will, and the first day after it on which that changes, for the lineage in memory.
// $day  the day
//
// plan: it is read once, whole, when the application has started.
MATCH (user)-[step:DERIVED_FROM]->(source)
WHERE coalesce($day < step.validTo, true)
RETURN id(user) AS user, id(source) AS source, step.activity AS activity,
  CASE WHEN step.validFrom > $day THEN step.validFrom END AS from,
  step.validTo AS to
