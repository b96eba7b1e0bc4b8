// Enters a run, or finds the one that has its id already.
// $key         the rule's key and the run's id
// $rule        the rule's key
// $properties  what it says
// plan: the product is of two things, each found by its key
MATCH (rule:VerificationRule {key: $rule})
MERGE (run:VerificationRun {key: $key})
ON CREATE SET run += $properties, run.fresh = true
WITH rule, run, coalesce(run.fresh, false) AS fresh
REMOVE run.fresh
WITH rule, run, fresh
CALL (rule, run, fresh) {
  WITH rule, run
  WHERE fresh
  CREATE (run)-[:BY]->(rule)
}
RETURN run {.*} AS run, fresh
