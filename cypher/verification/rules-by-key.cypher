// Some rules, each with its department, the thing it is held against, and its last run.
// $keys  the rules' keys
// $day   the day on which it is looked at
UNWIND $keys AS key
MATCH (rule:VerificationRule {key: key})-[:HELD_AGAINST]->(department:Department)
OPTIONAL MATCH (rule)-[:AT]->(against)
CALL (rule) {
  OPTIONAL MATCH (run:VerificationRun {ruleKey: rule.key})
  WHERE run.day <= $day AND run.withdrawnAt IS NULL
  RETURN run AS last
  ORDER BY run.day DESC, run.filedAt DESC, run.key DESC
  LIMIT 1
}
RETURN rule {.*, department: properties(department), lastRun: properties(last),
  against: against {.*, kind: labels(against)[0]}} AS rule
