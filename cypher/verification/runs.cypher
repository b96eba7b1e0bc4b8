// A window of the runs of some rules, newest first, and how many there are.
// $rules      keys of rules
// $from       the first day; null for all
// $to         the last day; null for all
// $afterDay   the day of the place behind which the window begins, and
// $afterKey   its key; null at the start
// $limit      how many at most
// plan: the product is of two single rows, each read by the index of a rule's runs
CALL () {
  UNWIND $rules AS key
  MATCH (run:VerificationRun {ruleKey: key})
  WHERE coalesce($from, date('0001-01-01')) <= run.day <= coalesce($to, date('9999-12-31'))
  RETURN count(run) AS total
}
CALL () {
  UNWIND $rules AS key
  MATCH (run:VerificationRun {ruleKey: key})
  WHERE coalesce($from, date('0001-01-01')) <= run.day <= coalesce($to, date('9999-12-31'))
    AND ($afterDay IS NULL OR run.day < $afterDay OR run.day = $afterDay AND run.key > $afterKey)
  WITH run
  ORDER BY run.day DESC, run.key
  LIMIT $limit
  RETURN collect(properties(run)) AS runs
}
RETURN total, runs
