// By which rules in force on a day the source of a unit is held against somebody else's data.
// $day  the day
// plan: all are wanted
MATCH (rule:VerificationRule)-[:HELD_AGAINST]->(department:Department)
WHERE rule.validFrom <= $day AND coalesce($day < rule.validUntil, true)
OPTIONAL MATCH (rule)-[:AT]->(field:DataField)
RETURN rule.unitKey AS unit, department.key AS department, field.key AS field
