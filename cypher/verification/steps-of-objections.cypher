// What was done in some objections, in the order in which it was done.
// $keys  keys of objections
UNWIND $keys AS key
MATCH (:Objection {key: key})-[:HAS_STEP]->(step:ObjectionStep)
RETURN key, step {.*} AS step
ORDER BY key, step.number
