// Every derivation between whole resources and forms that is in force on a day, by the numbers of the nodes.
// $day  the day
// plan: all are wanted
MATCH (user:DataResource|Form)-[derived:DERIVED_FROM]->(source:DataResource)
WHERE coalesce(derived.validFrom <= $day, true) AND coalesce($day < derived.validTo, true)
RETURN id(user) AS user, id(source) AS source
