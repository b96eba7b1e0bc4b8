// Every derivation between fields that is in force on a day.
// $day  the day
// plan: all are wanted
MATCH (user:DataField)-[derived:DERIVED_FROM]->(source:DataField)
WHERE coalesce(derived.validFrom <= $day, true) AND coalesce($day < derived.validTo, true)
RETURN user.key AS user, source.key AS source, derived.activity AS activity
ORDER BY source, activity
