// What was done to some rules, in the order in which it was done.
// $keys  keys of rules
UNWIND $keys AS key
MATCH (:VerificationRule {key: key})-[:HAS_STEP]->(step:VerificationRuleStep)
RETURN key, step {.*} AS step
ORDER BY key, step.number
