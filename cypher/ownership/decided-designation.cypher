// Makes the designation that people have decided.
// $unit        the unit's key
// $code        what it is called
// $properties  what it says
// $department  key of whom it names
// $field       key of the field at which the datum is to be had; null for none
MERGE (designation:Designation {key: $code})
SET designation += $properties, designation.code = $code
WITH designation
CALL (designation) {
  MATCH (unit:SourceUnit {key: $unit})
  MERGE (designation)-[:OF]->(unit)
}
CALL (designation) {
  MATCH (department:Department {key: $department})
  MERGE (designation)-[:NAMES]->(department)
}
CALL (designation) {
  MATCH (field:DataField {key: $field})
  MERGE (designation)-[:AT]->(field)
}
