// Takes a run back, so that it counts no more; what was taken back before stays as it is.
// $key  the rule's key and the run's id
// $by   by whom
// $why  why
// $at   when
MATCH (run:VerificationRun {key: $key})
WITH run, run.withdrawnAt IS NULL AS fresh
SET run.withdrawnAt = coalesce(run.withdrawnAt, $at),
  run.withdrawnBy = coalesce(run.withdrawnBy, $by),
  run.withdrawnFor = coalesce(run.withdrawnFor, $why)
RETURN run {.*} AS run, fresh
