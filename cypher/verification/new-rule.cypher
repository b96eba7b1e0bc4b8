// Enters a rule under the next number of its unit; nobody else enters one of it before this transaction has ended.
// $unit        the unit's key
// $number      its number, one more than the unit has
// $properties  what it says
// $department  key of whose data it is held against
// $label       label of the thing it is held against; null for none
// $thing       key of that thing; null for none
// plan: the product is of things each found by its key
MATCH (verified:VerifiedUnit {key: $unit})
MATCH (department:Department {key: $department})
CREATE (rule:VerificationRule {key: $properties.key})-[:HELD_AGAINST]->(department)
SET rule = $properties, verified.rules = $number
WITH rule
CALL (rule) {
  WITH rule
  WHERE $thing IS NOT NULL
  MATCH (thing:$(coalesce($label, 'DataField')) {key: $thing})
  CREATE (rule)-[:AT]->(thing)
}
