// Writes a step in a rule, and what it says from then on.
// $key         the rule's key
// $properties  what it says
// $step        what the step says
MATCH (rule:VerificationRule {key: $key})
SET rule += $properties
CREATE (rule)-[:HAS_STEP]->(step:VerificationRuleStep)
SET step = $step
