// What became of some discrepancies.
// $keys  keys of discrepancies
UNWIND $keys AS key
MATCH (:Discrepancy {key: key})-[:HAS_STEP]->(step:DiscrepancyStep)
RETURN key, step {.*} AS step
ORDER BY key, step.at
