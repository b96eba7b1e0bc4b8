// What was compared and disagreed in each span of days, over all runs of some rules that count.
// $asked  {id, rules}: rules' keys, taken together
// $from   the first day
// $to     the last day
// $by     day, month or quarter
UNWIND $asked AS asked
UNWIND asked.rules AS key
MATCH (run:VerificationRun {ruleKey: key})
WHERE $from <= run.day <= $to AND run.withdrawnAt IS NULL
WITH asked.id AS id, date.truncate($by, run.day) AS start, count(*) AS runs,
  sum(run.compared) AS compared, sum(run.differed) AS differed,
  sum(run.missingAtSource) AS missingAtSource, sum(run.missingAtOther) AS missingAtOther
RETURN id, start, runs, compared, differed, missingAtSource, missingAtOther
ORDER BY id, start
