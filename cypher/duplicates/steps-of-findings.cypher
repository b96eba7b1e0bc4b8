// What became of findings, in the order in which it happened.
// $findings  codes
UNWIND $findings AS code
MATCH (:DuplicateFinding {key: code})-[:HAS_STEP]->(step:FindingStep)
RETURN code AS finding, step {.*} AS step
ORDER BY code, step.number
