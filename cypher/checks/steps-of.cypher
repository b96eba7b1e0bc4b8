// What became of checks, in the order in which it happened.
// $checks  codes
UNWIND $checks AS code
MATCH (:Check {key: code})-[:HAS_STEP]->(step:CheckStep)
RETURN code AS check, step {.*} AS step
ORDER BY check, step.number
