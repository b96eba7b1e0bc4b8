// Ends the runs of which nobody has said for long that they go on, and returns which.
// $before      when that was at the latest, in milliseconds
// $finishedAt  when they are ended
// $message     why, in Chinese
// plan: there are few runs
CALL () {
  MATCH (run:DetectionRun {state: 'RUNNING'})
  RETURN run
  UNION
  MATCH (run:CheckRun {state: 'RUNNING'})
  RETURN run
}
WITH run
WHERE coalesce(run.alive, run.startedAt.epochMillis) < $before
SET run.state = 'FAILED', run.finishedAt = $finishedAt, run.message = $message
RETURN run.code AS run
