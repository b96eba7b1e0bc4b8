// Says that some runs go on.
// $keys  theirs
// $now   the time in milliseconds
UNWIND $keys AS key
CALL (key) {
  MATCH (run:DetectionRun {key: key, state: 'RUNNING'})
  RETURN run
  UNION
  MATCH (run:CheckRun {key: key, state: 'RUNNING'})
  RETURN run
}
SET run.alive = $now
