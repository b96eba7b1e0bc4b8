// What was done in the cases of some units, in the order in which it was done.
// $units  keys of units
UNWIND $units AS unit
MATCH (:SourceCase {key: unit})-[:HAS_STEP]->(step:CaseStep)
OPTIONAL MATCH (step)-[:ABOUT]->(department:Department)
OPTIONAL MATCH (step)-[:AT]->(field:DataField)
RETURN unit, step {.*, department: department {.*}, field: field {.*}} AS step
ORDER BY unit, step.number
