// Writes a step in a case.
// $unit        the unit's key
// $properties  what the step says
// $department  key of whom it is about; null for nobody
// $field       key of the field at which the datum is to be had; null for none
MATCH (case:SourceCase {key: $unit})
CREATE (case)-[:HAS_STEP]->(step:CaseStep)
SET step = $properties
WITH step
CALL (step) {
  MATCH (department:Department {key: $department})
  CREATE (step)-[:ABOUT]->(department)
}
CALL (step) {
  MATCH (field:DataField {key: $field})
  CREATE (step)-[:AT]->(field)
}
