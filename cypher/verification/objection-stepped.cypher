// Writes a step in an objection, and how it stands from then on.
// $key         the objection's key
// $properties  how it stands
// $day         the day of the step
// $step        what the step says
MATCH (objection:Objection {key: $key})
SET objection += $properties,
  objection.states = objection.states + $properties.state,
  objection.days = objection.days + $day
CREATE (objection)-[:HAS_STEP]->(step:ObjectionStep)
SET step = $step
