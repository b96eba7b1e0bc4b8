// Takes a step in those of some discrepancies that are in the right state, and tells of all what they were.
// $keys  keys of discrepancies
// $from  the states in which the step can be taken
// $day   the day of the step
// $step  what the step says
//
// What they were is read behind a lock, so that of two who settle one the slower is told.
UNWIND $keys AS key
MATCH (discrepancy:Discrepancy {key: key})
SET discrepancy.locked = true
REMOVE discrepancy.locked
WITH discrepancy, discrepancy.state AS was
CALL (discrepancy, was) {
  WITH discrepancy, was
  WHERE was IN $from
  SET discrepancy.state = $step.to,
    discrepancy.states = discrepancy.states + $step.to,
    discrepancy.days = discrepancy.days
      + CASE WHEN $day < discrepancy.days[-1] THEN discrepancy.days[-1] ELSE $day END,
    discrepancy.settlements = discrepancy.settlements + coalesce($step.settlement, ''),
    discrepancy.objections = discrepancy.objections + coalesce($step.objection, '')
  CREATE (discrepancy)-[:HAS_STEP]->(step:DiscrepancyStep)
  SET step = $step
}
RETURN discrepancy.key AS key, was, discrepancy.unitKey AS unit
