// What things are made from, by the rows that hold on a day.
// $nodes  ids of the nodes of fields, resources and forms
// $day    the day
UNWIND $nodes AS node
MATCH (user:DataField|DataResource|Form)
WHERE id(user) = node
MATCH (user)-[step:DERIVED_FROM]->(source)
WHERE coalesce($day < step.validTo, true)
RETURN node AS user, id(source) AS source, step.activity AS activity,
  CASE WHEN step.validFrom > $day THEN step.validFrom END AS from,
  step.validTo AS to
