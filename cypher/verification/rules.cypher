// A window of the rules that fit, by code, and how many there are.
// $unit           key of the unit; null for all
// $department     key of the department it is held against; null for all
// $inForce        whether it holds on the day; null for all
// $overdue        whether it is in force and no run came in time; null for all
// $overTolerance  whether more disagreed in the last run than may; null for all
// $day            the day on which it is looked at
// $periods        by the name of each rhythm how long it is
// $after          the code behind which the window begins; null at the start
// $limit          how many at most
// plan: people set them one by one
MATCH (rule:VerificationRule)-[:HELD_AGAINST]->(department:Department)
WHERE ($unit IS NULL OR rule.unitKey = $unit)
  AND ($department IS NULL OR department.key = $department)
CALL (rule) {
  OPTIONAL MATCH (run:VerificationRun {ruleKey: rule.key})
  WHERE run.day <= $day AND run.withdrawnAt IS NULL
  RETURN run AS last
  ORDER BY run.day DESC, run.filedAt DESC, run.key DESC
  LIMIT 1
}
WITH rule, department, last, rule.validFrom <= $day AND coalesce($day < rule.validUntil, true) AS inForce
WITH rule, department, last, inForce,
  inForce AND $day > coalesce(last.day, rule.validFrom) + $periods[rule.rhythm] AS overdue,
  last.compared > 0
    AND toFloat(last.differed + last.missingAtSource + last.missingAtOther) / last.compared > rule.tolerance AS over
WHERE ($inForce IS NULL OR inForce = $inForce)
  AND ($overdue IS NULL OR overdue = $overdue)
  AND ($overTolerance IS NULL OR coalesce(over, false) = $overTolerance)
ORDER BY rule.code
WITH collect({rule: rule, department: department, last: last}) AS fitting
CALL (fitting) {
  UNWIND [fit IN fitting WHERE $after IS NULL OR fit.rule.code > $after][..$limit] AS one
  WITH one.rule AS rule, one.department AS department, one.last AS last
  OPTIONAL MATCH (rule)-[:AT]->(against)
  WITH rule, department, last, against
  ORDER BY rule.code
  RETURN collect(rule {.*, department: properties(department), lastRun: properties(last),
    against: against {.*, kind: labels(against)[0]}}) AS rules
}
RETURN size(fitting) AS total, rules
